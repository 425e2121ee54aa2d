// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparespread.h"

#include "core/training/settingname.h"
#include "ui/charts/numberformat.h"
#include "ui/models/comparetablemodel.h"
#include "ui/models/settingvaluetext.h"
#include "ui/views/parallelview.h"
#include "ui/views/scatterview.h"
#include "ui/views/viewexport.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

using Figure = CompareTableModel::Figure;

constexpr std::array costs{CompareTableModel::Seconds, CompareTableModel::Parameters, CompareTableModel::Multiplications};
constexpr int leastAxisWidth = 120; // below that names and lines can't be read
constexpr std::size_t mostLabels = 6;
constexpr double manyTimes = 30.0; // from there on a logarithmic axis says more

QString describe(const ComparedRow &row)
{
    QStringList lines{numberedName(row)};
    for (const Figure figure : {CompareTableModel::LastAccuracy, CompareTableModel::Seconds, CompareTableModel::Parameters, CompareTableModel::Multiplications}) {
        lines << QStringLiteral("%1: %2").arg(CompareTableModel::figureName(figure), CompareTableModel::figureText(*row.run, figure));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Places of numbers between their smallest and largest; of other values, or where there are few, in their order.
struct Scale
{
    std::vector<QJsonValue> values; ///< sorted, each once
    bool isNumeric = true;
    bool isLogarithmic = false;

    double placeOf(const QJsonValue &value) const
    {
        if (value.isUndefined()) {
            return std::nan("");
        }
        if (values.size() < 2) {
            return 0.5;
        }
        if (!isNumeric) {
            return double(std::find(values.begin(), values.end(), value) - values.begin()) / double(values.size() - 1);
        }
        const auto at = [this](const QJsonValue &one) { return isLogarithmic ? std::log10(one.toDouble()) : one.toDouble(); };
        return (at(value) - at(values.front())) / (at(values.back()) - at(values.front()));
    }
};

Scale scaleOf(const std::vector<ComparedRow> &rows, const QString &path)
{
    Scale scale;
    for (const ComparedRow &row : rows) {
        const auto found = row.run->settings.find(path);
        if (found != row.run->settings.end() && std::find(scale.values.begin(), scale.values.end(), found->second) == scale.values.end()) {
            scale.values.push_back(found->second);
        }
    }
    const bool allNumbers = std::all_of(scale.values.begin(), scale.values.end(), [](const QJsonValue &value) { return value.isDouble(); });
    std::sort(scale.values.begin(), scale.values.end(), [allNumbers](const QJsonValue &a, const QJsonValue &b) {
        return allNumbers ? a.toDouble() < b.toDouble() : settingValueText(a) < settingValueText(b);
    });
    scale.isNumeric = allNumbers && scale.values.size() > mostLabels;
    scale.isLogarithmic = scale.isNumeric && scale.values.front().toDouble() > 0.0 && scale.values.back().toDouble() > manyTimes * scale.values.front().toDouble();
    return scale;
}

QStringList labelsOf(const Scale &scale)
{
    QStringList labels;
    if (!scale.isNumeric && scale.values.size() <= 2 * mostLabels) {
        for (const QJsonValue &value : scale.values) {
            labels << settingValueText(value);
        }
    } else if (!scale.values.empty()) {
        labels = {settingValueText(scale.values.front()), settingValueText(scale.values.back())};
    }
    return labels;
}

} // namespace

CompareScatter::CompareScatter(ComparedRuns &runs)
    : m_runs(runs)
    , m_cost(new QComboBox)
    , m_costLabel(new QLabel)
    , m_view(new ScatterView)
    , m_export(new ViewExport(QStringLiteral("accuracy-and-cost"), m_view, [this] {
        ViewTable table{{tr("Run"), CompareTableModel::figureName(CompareTableModel::LastAccuracy)}, {}};
        for (const Figure cost : costs) {
            table.header << CompareTableModel::figureName(cost);
        }
        for (const ComparedRow &row : m_runs.rows()) {
            QStringList cells{numberedName(row), QString::number(CompareTableModel::figure(*row.run, CompareTableModel::LastAccuracy), 'g', 8)};
            for (const Figure cost : costs) {
                cells << QString::number(CompareTableModel::figure(*row.run, cost), 'g', 12);
            }
            table.rows << cells;
        }
        return table;
    }))
{
    m_view->setObjectName(QStringLiteral("compareScatter"));
    m_cost->setObjectName(QStringLiteral("compareCost"));
    m_costLabel->setBuddy(m_cost);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_costLabel);
    bar->addWidget(m_cost);
    bar->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    connect(m_cost, &QComboBox::currentIndexChanged, this, &CompareScatter::refresh);
    connect(m_view, &ScatterView::chosen, &m_runs, &ComparedRuns::select);
    connect(&m_runs, &ComparedRuns::selectedChanged, m_view, &ScatterView::setSelected);
    retranslateUi();
}

QString CompareScatter::problem() const
{
    const std::vector<ComparedRow> &rows = m_runs.rows();
    const bool any = std::any_of(rows.begin(), rows.end(), [](const ComparedRow &row) { return row.run->last(); });
    return any ? QString() : tr("A run shows here after its first epoch.");
}

void CompareScatter::retranslateUi()
{
    const QSignalBlocker blocker(m_cost);
    const int current = std::max(0, m_cost->currentIndex());
    m_cost->clear();
    for (const Figure cost : costs) {
        m_cost->addItem(CompareTableModel::figureName(cost));
    }
    m_cost->setCurrentIndex(current);
    m_costLabel->setText(tr("Test accuracy against"));
    refresh();
}

void CompareScatter::refresh()
{
    const Figure cost = costs[std::size_t(std::max(0, m_cost->currentIndex()))];
    std::vector<ScatterView::Point> points;
    for (const ComparedRow &row : m_runs.rows()) {
        points.push_back({row.number, CompareTableModel::figure(*row.run, cost), CompareTableModel::figure(*row.run, CompareTableModel::LastAccuracy),
                          m_runs.isTicked(row.number), describe(row)});
    }
    m_view->setTitles(cost == CompareTableModel::Seconds ? tr("Time in seconds") : CompareTableModel::figureName(cost), CompareTableModel::figureName(CompareTableModel::LastAccuracy));
    m_view->setPoints(points, ScatterView::Scale::Logarithmic);
    m_view->setSelected(m_runs.selected());
}

CompareCoordinates::CompareCoordinates(ComparedRuns &runs)
    : m_runs(runs)
    , m_text(new QLabel)
    , m_view(new ParallelView)
    , m_export(new ViewExport(QStringLiteral("coordinates"), m_view, [this] {
        ViewTable table{{tr("Run"), tr("Setting"), tr("Value")}, {}};
        for (const ComparedRow &row : m_runs.rows()) {
            for (const auto &[path, value] : row.run->settings) {
                table.rows << QStringList{numberedName(row), settingName(path), settingValueText(value)};
            }
        }
        return table;
    }))
{
    m_view->setObjectName(QStringLiteral("compareCoordinates"));
    m_text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_view);
    layout->addWidget(scroll, 1);
    connect(m_view, &ParallelView::chosen, &m_runs, &ComparedRuns::select);
    connect(&m_runs, &ComparedRuns::selectedChanged, m_view, &ParallelView::setSelected);
    retranslateUi();
}

QString CompareCoordinates::problem() const
{
    return m_runs.rows().size() < 2 ? tr("With two runs or more, each shows here as a line through its settings and its accuracy.") : QString();
}

void CompareCoordinates::retranslateUi()
{
    m_text->setText(tr("Each line is a run: it goes through its settings and ends at its test accuracy. Lines that end high and bundle somewhere show what helps. Those that are not ticked are coloured by their accuracy, from dark (lowest) to bright (highest). A line has a gap where the run has no such setting."));
    refresh();
}

void CompareCoordinates::refresh()
{
    const std::vector<ComparedRow> &rows = m_runs.rows();
    std::vector<ComparedRunPtr> runs;
    for (const ComparedRow &row : rows) {
        runs.push_back(row.run);
    }
    QStringList paths;
    std::vector<ParallelView::Axis> axes;
    std::vector<Scale> scales;
    for (const QString &path : differingSettings(runs)) {
        Scale scale = scaleOf(rows, path);
        if (scale.values.size() > 1 && !isOnlyComputation(path)) { // one value says nothing
            paths << path;
            axes.push_back({settingName(path), labelsOf(scale)});
            scales.push_back(std::move(scale));
        }
    }
    m_view->setMinimumWidth(leastAxisWidth * (int(axes.size()) + 1)); // more than fit are scrolled to
    double low = 1.0;
    double high = 0.0;
    for (const ComparedRow &row : rows) {
        const double accuracy = CompareTableModel::figure(*row.run, CompareTableModel::LastAccuracy);
        low = std::fmin(low, accuracy);
        high = std::fmax(high, accuracy);
    }
    const double span = std::max(high - low, 1e-6);
    axes.push_back({CompareTableModel::figureName(CompareTableModel::LastAccuracy), high < low ? QStringList() : QStringList{percentText(low), percentText((low + high) / 2.0), percentText(high)}});
    std::vector<ParallelView::Line> lines;
    for (const ComparedRow &row : rows) {
        ParallelView::Line line{row.number, {}, m_runs.isTicked(row.number), describe(row)};
        for (qsizetype i = 0; i < paths.size(); ++i) {
            const auto found = row.run->settings.find(paths[i]);
            line.places.push_back(scales[std::size_t(i)].placeOf(found == row.run->settings.end() ? QJsonValue(QJsonValue::Undefined) : found->second));
        }
        line.places.push_back((CompareTableModel::figure(*row.run, CompareTableModel::LastAccuracy) - low) / span);
        lines.push_back(line);
    }
    m_view->setContent(std::move(axes), std::move(lines));
    m_view->setSelected(m_runs.selected());
}

} // namespace convscope
