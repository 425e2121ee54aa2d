// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ratefinderplot.h"

#include "ui/charts/axisticks.h"
#include "ui/charts/numberformat.h"
#include "ui/forms/richtext.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr std::size_t rawSeries = 0;
constexpr std::size_t smoothedSeries = 1;
/// What an axis shows before the first loss is known: an untrained network of ten classes has ln 10.
constexpr double usualLoss = 2.3;
constexpr double roomAbove = 1.3;

} // namespace

RateFinderPlot::RateFinderPlot(QWidget *parent)
    : PlotView(AxisFormat::Number, parent)
{
    setObjectName(QStringLiteral("rateFinderPlot"));
    PlotStyle raw;
    raw.color = theme::train;
    raw.strength = 0.4;
    raw.sparseStrength = 0.4;
    raw.width = 1.2;
    addSeries(raw);
    PlotStyle smoothed;
    smoothed.color = theme::train;
    smoothed.width = 2.4;
    addSeries(smoothed);
    setXScale(AxisScale::Logarithmic);
    setPlan(m_plan);
    connect(this, &PlotView::resetRequested, this, &PlotView::showHome);
    connect(this, &PlotView::pointedAt, this, &RateFinderPlot::pointTo);
    connect(this, &PlotView::pointerLeft, this, [this] { setReadout(std::nullopt); });
    connect(this, &PlotView::readoutStepRequested, this, [this](int direction) {
        const auto last = std::ptrdiff_t(m_points.size()) - 1;
        if (last >= 0) {
            showReadout(std::size_t(std::clamp<std::ptrdiff_t>(std::ptrdiff_t(m_readout) + direction, 0, last)));
        }
    });
    retranslate();
}

QColor RateFinderPlot::steepestColor(const QPalette &)
{
    return theme::right();
}

QColor RateFinderPlot::breakingColor(const QPalette &)
{
    return theme::wrong();
}

QColor RateFinderPlot::suggestionColor(const QPalette &palette)
{
    return palette.color(QPalette::Text);
}

void RateFinderPlot::retranslate()
{
    setTitles(tr("Loss"), tr("nats"), tr("learning rate, logarithmic (faint: each step, strong: smoothed)"));
    setAccessibleName(tr("Chart of the loss over the learning rate"));
    setSeriesName(rawSeries, tr("single steps"));
    setSeriesName(smoothedSeries, tr("smoothed"));
    updateMarks();
}

void RateFinderPlot::setPlan(const RateSearchPlan &plan)
{
    m_plan = plan;
    setXLimits({plan.from, plan.to}, {plan.from, plan.to}, 0.0);
    updateLimits();
    showHome();
}

void RateFinderPlot::setSearchPoints(const std::vector<RatePoint> &points)
{
    const bool isFirst = m_points.empty() != points.empty();
    m_points = points;
    std::vector<QPointF> raw;
    std::vector<QPointF> smoothed;
    for (const RatePoint &point : points) {
        raw.emplace_back(point.rate, point.loss);
        smoothed.emplace_back(point.rate, point.smoothed);
    }
    setPoints(rawSeries, std::move(raw));
    setPoints(smoothedSeries, std::move(smoothed));
    if (isFirst) {
        updateLimits();
        showHome();
    }
    setReadout(std::nullopt);
    m_readout = points.empty() ? 0 : points.size() - 1;
}

/// From 0 to a little above where it begins: the axis stands still, and where the curve shoots up it leaves the picture.
void RateFinderPlot::updateLimits()
{
    const double first = m_points.empty() || !std::isfinite(m_points.front().loss) ? usualLoss : m_points.front().loss;
    const PlotRange home = niceRange({0.0, roomAbove * first}, 5);
    setYLimits(home, {0.0, std::max(home.max, breakDownFactor * 2.0 * first)});
}

void RateFinderPlot::setVerdict(const RateVerdict &verdict)
{
    m_verdict = verdict;
    updateMarks();
}

void RateFinderPlot::updateMarks()
{
    std::vector<PlotMark> marks;
    if (m_verdict.breaking) {
        const RatePoint &point = m_points[*m_verdict.breaking];
        marks.push_back({PlotMark::Kind::LowestLoss, point.rate, point.smoothed, tr("breaking point"), toolTipText({breakingText(m_verdict, m_points)}), breakingColor});
    }
    if (m_verdict.steepest) {
        const RatePoint &point = m_points[*m_verdict.steepest];
        marks.push_back({PlotMark::Kind::Change, point.rate, point.smoothed, tr("steepest"), toolTipText({steepestText(m_verdict, m_points)}), steepestColor});
    }
    if (m_verdict.isTenth) {
        marks.push_back({PlotMark::Kind::Position, *m_verdict.suggestion, std::nullopt, tr("suggestion"), toolTipText({suggestionText(m_verdict)}), suggestionColor});
    }
    QStringList summary;
    for (const QString &text : {steepestText(m_verdict, m_points), breakingText(m_verdict, m_points), m_points.empty() ? QString() : suggestionText(m_verdict)}) {
        if (!text.isEmpty()) {
            summary << text;
        }
    }
    setSummary(summary.join(QLatin1Char(' ')));
    setMarks(std::move(marks));
}

void RateFinderPlot::pointTo(double rate)
{
    if (m_points.empty()) {
        return;
    }
    const auto away = [rate](const RatePoint &point) { return std::abs(std::log(point.rate / rate)); };
    const auto nearest = std::min_element(m_points.begin(), m_points.end(), [&away](const RatePoint &a, const RatePoint &b) { return away(a) < away(b); });
    showReadout(std::size_t(nearest - m_points.begin()));
}

void RateFinderPlot::showReadout(std::size_t index)
{
    m_readout = index;
    const RatePoint &point = m_points[index];
    PlotReadout readout;
    readout.x = point.rate;
    readout.title = tr("step %1, rate %2").arg(wholeText(double(index + 1)), rateText(point.rate));
    readout.rows.push_back({scene().series[smoothedSeries].name, lossText(point.smoothed), {point.rate, point.smoothed}, theme::train});
    readout.rows.push_back({scene().series[rawSeries].name, lossText(point.loss), {point.rate, point.loss}, theme::train});
    setReadout(std::move(readout));
}

ViewTable RateFinderPlot::table() const
{
    ViewTable table;
    table.header = {tr("Step"), tr("Learning rate"), tr("Loss"), tr("Smoothed loss")};
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        QStringList row{QString::number(i + 1)};
        for (const double value : {m_points[i].rate, m_points[i].loss, m_points[i].smoothed}) {
            row << QString::number(value, 'g', 8);
        }
        table.rows << row;
    }
    return table;
}

} // namespace convscope
