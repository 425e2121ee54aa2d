// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparecurves.h"

#include "ui/charts/axisticks.h"
#include "ui/charts/numberformat.h"
#include "ui/charts/runlook.h"

#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace convscope {

namespace {

// More names than this at the ends of the lines hide what they belong to; the table has them all.
constexpr std::size_t mostNames = 4;
constexpr std::size_t mostInReadout = 8;
constexpr double fence = 10.0;

double valueOf(const EpochReport &report, std::size_t plot, bool isTest)
{
    if (plot == 0) {
        return isTest ? report.testLoss : report.trainLoss;
    }
    return isTest ? report.testAccuracy : report.trainAccuracy;
}

} // namespace

CompareCurves::CompareCurves(ComparedRuns &runs)
    : m_runs(runs)
    , m_export(new ViewExport(QStringLiteral("comparison"), this, [this] { return table(); }))
    , m_legend(new QLabel)
    , m_plots{new PlotView(AxisFormat::Number, this), new PlotView(AxisFormat::Percent, this)}
{
    m_plots[0]->setObjectName(QStringLiteral("compareLossPlot"));
    m_plots[1]->setObjectName(QStringLiteral("compareAccuracyPlot"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(2);
    m_legend->setObjectName(QStringLiteral("compareLegend"));
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    outer->addWidget(m_legend);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    outer->addLayout(layout, 1);
    for (PlotView *plot : m_plots) {
        layout->addWidget(plot, 1);
        connect(plot, &PlotView::resetRequested, this, [this] {
            m_plots[0]->showHome();
            m_plots[1]->showHome();
        });
        connect(plot, &PlotView::pointedAt, this, &CompareCurves::showReadout);
        connect(plot, &PlotView::readoutStepRequested, this, [this](int direction) {
            const int last = int(longest());
            showReadout(std::clamp(m_readout > 0 ? m_readout + direction : last, 1, std::max(1, last)));
        });
        connect(plot, &PlotView::pointerLeft, this, [this] { showReadout(0.0); });
    }
    retranslateUi();
}

QString CompareCurves::problem() const
{
    return m_runs.tickedRows().empty() ? tr("Tick runs in the table above to draw their curves here.") : QString();
}

void CompareCurves::retranslateUi()
{
    m_legend->setText(tr("━━ test   ╍╍ train"));
    m_plots[0]->setTitles(tr("Loss"), tr("nats"), tr("epochs trained"));
    m_plots[1]->setTitles(tr("Accuracy"), QString(), tr("epochs trained"));
    m_plots[0]->setAccessibleName(tr("Losses of the ticked runs"));
    m_plots[1]->setAccessibleName(tr("Accuracies of the ticked runs"));
    refresh();
}

void CompareCurves::refresh()
{
    m_rows = m_runs.tickedRows();
    for (std::size_t plot = 0; plot < m_plots.size(); ++plot) {
        update(plot);
    }
    showReadout(0.0);
}

void CompareCurves::update(std::size_t plot)
{
    std::size_t next = 0;
    QStringList summary;
    for (const ComparedRow &row : m_rows) {
        addSeries(plot, next, row, false);
        addSeries(plot, next, row, true);
        if (const EpochReport *last = row.run->last()) {
            const double value = valueOf(*last, plot, true);
            summary << tr("%1: test %2", "run and its last value").arg(numberedName(row), plot == 0 ? lossText(value) : percentText(value));
        }
    }
    for (; next < m_seriesCount[plot]; ++next) {
        m_plots[plot]->setPoints(next, {});
        m_plots[plot]->setSeriesVisible(next, false);
    }
    m_plots[plot]->setSummary(summary.join(QStringLiteral("; ")));
    updateLimits(plot);
}

void CompareCurves::addSeries(std::size_t plot, std::size_t &next, const ComparedRow &row, bool isTest)
{
    PlotView *view = m_plots[plot];
    PlotStyle style;
    style.color = runColor(row.number);
    style.strength = isTest ? 1.0 : 0.7;
    style.width = isTest ? 2.2 : 1.4;
    style.line = isTest ? Qt::SolidLine : Qt::DashLine;
    style.marker = isTest ? runMarker(row.number) : PlotMarker::None;
    style.endLabel = isTest && m_rows.size() <= mostNames;
    if (next == m_seriesCount[plot]) {
        view->addSeries(style);
        ++m_seriesCount[plot];
    } else {
        view->setSeriesStyle(next, style);
    }
    std::vector<QPointF> points;
    for (const EpochReport &report : row.run->epochs) {
        points.emplace_back(report.epoch, valueOf(report, plot, isTest));
    }
    view->setPoints(next, std::move(points));
    view->setSeriesName(next, fontMetrics().elidedText(numberedName(row), Qt::ElideMiddle, 16 * fontMetrics().averageCharWidth()));
    view->setSeriesVisible(next, true);
    ++next;
}

double CompareCurves::longest() const
{
    double longest = 0.0;
    for (const ComparedRow &row : m_rows) {
        if (const EpochReport *last = row.run->last()) {
            longest = std::max(longest, double(last->epoch));
        }
    }
    return longest;
}

void CompareCurves::updateLimits(std::size_t plot)
{
    std::vector<double> values;
    for (const ComparedRow &row : m_rows) {
        for (const EpochReport &report : row.run->epochs) {
            values.push_back(valueOf(report, plot, true));
            values.push_back(valueOf(report, plot, false));
        }
    }
    const double end = std::max(2.0, longest());
    m_plots[plot]->setXLimits({longest() > 1.0 ? 1.0 : 0.0, end}, {0.0, end}, 1.0);
    PlotRange all;
    for (const double value : values) {
        all.include(value);
    }
    const PlotRange robust = robustRange(values, fence);
    if (robust.isEmpty()) {
        m_plots[plot]->setYLimits({0.0, 1.0}, {0.0, 1.0});
    } else {
        PlotRange home = niceRange(robust, 5);
        home.min = std::max(0.0, home.min);
        home.max = plot == 1 && home.max >= 1.0 ? 1.0 + 0.02 * (1.0 - home.min) : home.max;
        PlotRange full = home;
        full.include(all);
        m_plots[plot]->setYLimits(home, full);
    }
    m_plots[plot]->showHome();
}

void CompareCurves::showReadout(double x)
{
    m_readout = int(std::lround(x));
    for (std::size_t plot = 0; plot < m_plots.size(); ++plot) {
        PlotReadout readout;
        readout.x = m_readout;
        readout.title = tr("epoch %L1").arg(m_readout);
        for (const ComparedRow &row : m_rows) {
            const auto &epochs = row.run->epochs;
            const auto report = std::find_if(epochs.begin(), epochs.end(), [this](const EpochReport &one) { return one.epoch == m_readout; });
            if (report != epochs.end() && readout.rows.size() < mostInReadout) {
                const double value = valueOf(*report, plot, true);
                readout.rows.push_back({numberedName(row), plot == 0 ? lossText(value) : percentText(value, 2), {double(m_readout), value}, runColor(row.number)});
            }
        }
        m_plots[plot]->setReadout(readout.rows.empty() ? std::nullopt : std::optional(readout));
    }
}

ViewTable CompareCurves::table() const
{
    ViewTable table;
    table.header = {tr("Run"), tr("Epoch"), tr("Train loss"), tr("Test loss"), tr("Train accuracy"), tr("Test accuracy")};
    for (const ComparedRow &row : m_rows) {
        for (const EpochReport &report : row.run->epochs) {
            QStringList cells{numberedName(row), QString::number(report.epoch)};
            for (const double value : {report.trainLoss, report.testLoss, report.trainAccuracy, report.testAccuracy}) {
                cells << QString::number(value, 'g', 8);
            }
            table.rows << cells;
        }
    }
    return table;
}

} // namespace convscope
