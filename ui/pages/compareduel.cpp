// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compareduel.h"

#include "core/runs/duelwarnings.h"
#include "core/training/sweep.h"
#include "ui/charts/axisticks.h"
#include "ui/charts/plotview.h"
#include "ui/charts/runlook.h"
#include "ui/pages/comparetexts.h"
#include "ui/pages/dueldialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>

namespace convscope {

namespace {

constexpr int usualSide = 28;
constexpr int usualClasses = 10;

std::vector<QPointF> testCurve(const ComparedRun &run)
{
    std::vector<QPointF> points;
    for (const EpochReport &report : run.epochs) {
        points.emplace_back(report.epoch, report.testAccuracy);
    }
    return points;
}

/// Over the epochs that all have.
std::vector<QPointF> meanCurve(const std::vector<ComparedRunPtr> &runs)
{
    std::size_t count = runs.front()->epochs.size();
    for (const ComparedRunPtr &run : runs) {
        count = std::min(count, run->epochs.size());
    }
    std::vector<QPointF> points;
    for (std::size_t i = 0; i < count; ++i) {
        double sum = 0.0;
        for (const ComparedRunPtr &run : runs) {
            sum += run->epochs[i].testAccuracy;
        }
        points.emplace_back(runs.front()->epochs[i].epoch, sum / double(runs.size()));
    }
    return points;
}

/// Between the lowest and the highest at each epoch that all have.
PlotShade bandOf(const ComparedRow &row, const std::vector<ComparedRunPtr> &runs)
{
    PlotShade band;
    band.color = runColor(row.number);
    std::size_t count = runs.front()->epochs.size();
    for (const ComparedRunPtr &run : runs) {
        count = std::min(count, run->epochs.size());
    }
    for (std::size_t i = 0; i < count; ++i) {
        PlotRange range;
        for (const ComparedRunPtr &run : runs) {
            range.include(run->epochs[i].testAccuracy);
        }
        band.upper.emplace_back(runs.front()->epochs[i].epoch, range.max);
        band.lower.emplace_back(runs.front()->epochs[i].epoch, range.min);
    }
    return band;
}

QString paragraph(const QString &text, bool bold = false)
{
    return bold ? QStringLiteral("<p><b>%1</b></p>").arg(text.toHtmlEscaped()) : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace

CompareDuel::CompareDuel(ComparedRuns &runs, Inspection &inspection)
    : m_runs(runs)
    , m_inspection(inspection)
    , m_text(new QLabel)
    , m_start(new QPushButton)
    , m_repeat(new QPushButton)
    , m_count(new QComboBox)
    , m_both(new QPushButton)
    , m_plot(new PlotView(AxisFormat::Percent))
    , m_export(new ViewExport(QStringLiteral("duel"), m_plot, [this] { return table(); }))
{
    setupUi();
    connect(m_start, &QPushButton::clicked, this, &CompareDuel::openDialog);
    connect(m_repeat, &QPushButton::clicked, this, &CompareDuel::repeat);
    connect(m_both, &QPushButton::clicked, this, [this] {
        if (const std::vector<ComparedRow> ticked = m_runs.tickedRows(); ticked.size() == 2) {
            Q_EMIT pairChosen(ticked[0], ticked[1], true);
        }
    });
    connect(&m_runs, &ComparedRuns::selectedChanged, this, &CompareDuel::nameBase);
    connect(m_plot, &PlotView::viewMovedByHand, this, [this] { m_isMoved = true; });
    connect(m_plot, &PlotView::resetRequested, this, [this] {
        m_isMoved = false;
        m_plot->showHome();
    });
    retranslateUi();
}

void CompareDuel::setupUi()
{
    m_text->setObjectName(QStringLiteral("duelText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_start->setObjectName(QStringLiteral("duelButton"));
    m_both->setObjectName(QStringLiteral("duelBothButton"));
    m_repeat->setObjectName(QStringLiteral("duelRepeatButton"));
    m_count->setObjectName(QStringLiteral("duelSeeds"));
    for (const int count : {3, 5, 10}) {
        m_count->addItem(QString::number(count), count);
    }
    m_plot->setObjectName(QStringLiteral("duelPlot"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_text);
    auto *repeatRow = new QHBoxLayout;
    repeatRow->addWidget(m_repeat, 1);
    repeatRow->addWidget(m_count);
    auto *left = new QVBoxLayout;
    left->addWidget(scroll, 1);
    left->addWidget(m_start);
    left->addLayout(repeatRow);
    left->addWidget(m_both);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(left, 4);
    layout->addWidget(m_plot, 5);
}

void CompareDuel::retranslateUi()
{
    m_both->setText(tr("Show both in the feature &maps"));
    m_both->setToolTip(tr("All pages that look inside show the first of the two, with the second beside it."));
    m_start->setToolTip(tr("Train a second run like the selected one, with one setting changed and the same seed."));
    m_repeat->setText(tr("&Repeat over so many seeds"));
    m_repeat->setToolTip(tr("Train both again with other seeds, one after the other in the queue: then it shows whether the difference is more than chance."));
    m_count->setAccessibleName(tr("Number of seeds"));
    m_plot->setTitles(tr("Test accuracy"), QString(), tr("epochs trained"));
    m_plot->setAccessibleName(tr("Test accuracies of both sides"));
    refresh();
}

ComparedRow CompareDuel::base() const
{
    if (const ComparedRunPtr run = m_runs.run(m_runs.selected())) {
        return {m_runs.selected(), run};
    }
    const std::vector<ComparedRow> ticked = m_runs.tickedRows();
    return ticked.empty() ? ComparedRow() : ticked.front();
}

void CompareDuel::nameBase()
{
    const ComparedRow row = base();
    m_start->setEnabled(row.run != nullptr);
    m_start->setText(row.run ? tr("&Duel against run %1…").arg(QLocale().toString(row.number)) : tr("&Duel…"));
}

std::vector<ComparedRunPtr> CompareDuel::allRuns() const
{
    std::vector<ComparedRunPtr> runs;
    for (const ComparedRow &row : m_runs.allRows()) {
        runs.push_back(row.run);
    }
    return runs;
}

void CompareDuel::refresh()
{
    const std::vector<ComparedRow> ticked = m_runs.tickedRows();
    nameBase();
    m_repeat->setEnabled(ticked.size() == 2);
    m_both->setEnabled(ticked.size() == 2);
    m_seeds = {};
    if (m_runs.ticked() != m_shown) {
        m_shown = m_runs.ticked();
        m_isMoved = false;
    }
    if (ticked.size() == 2) {
        showPair(ticked[0], ticked[1]);
        return;
    }
    m_text->setText(paragraph(tr("A duel: two runs that differ in one thing, so that you can tell what it does."), true)
                    + paragraph(tr("Tick exactly two runs in the table above; or select one and press “Duel…” to train its opponent.")));
    m_plot->setBands({});
    showCurves({});
}

void CompareDuel::showPair(const ComparedRow &a, const ComparedRow &b)
{
    const DatasetPtr pictures = m_inspection.data();
    const Duel duel = duelOf(*a.run, *b.run, pictures ? pictures->side : usualSide, pictures ? pictures->classes : usualClasses);
    m_seeds = seedDuel(allRuns(), *a.run, *b.run);
    QString text = paragraph(tr("%1 against %2").arg(numberedName(a), numberedName(b)), true);
    for (const QString &warning : duelWarnings(duel, *a.run, *b.run)) {
        text += paragraph(QStringLiteral("⚠ ") + warning, true);
    }
    text += paragraph(CompareTexts::differences(duel, *a.run, *b.run));
    text += paragraph(CompareTexts::outcome(a, b));
    for (const QString &sentence : CompareTexts::seeds(m_seeds, numberedName(a), numberedName(b))) {
        text += paragraph(sentence);
    }
    if (const QString shared = CompareTexts::sharedWeights(duel); !shared.isEmpty()) {
        text += paragraph(shared);
    }
    m_text->setText(text);
    if (m_seeds.seeds.size() < 2) {
        m_plot->setBands({});
        showCurves({{a, testCurve(*a.run), numberedName(a), true}, {b, testCurve(*b.run), numberedName(b), true}});
        return;
    }
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < m_seeds.seeds.size(); ++i) {
        curves.push_back({a, testCurve(*m_seeds.first[i]), {}, false});
        curves.push_back({b, testCurve(*m_seeds.second[i]), {}, false});
    }
    const auto meanName = [this](const ComparedRow &row) { return tr("%1, mean of %Ln seeds", nullptr, int(m_seeds.seeds.size())).arg(QLocale().toString(row.number)); };
    curves.push_back({a, meanCurve(m_seeds.first), meanName(a), true});
    curves.push_back({b, meanCurve(m_seeds.second), meanName(b), true});
    m_plot->setBands({bandOf(a, m_seeds.first), bandOf(b, m_seeds.second)});
    showCurves(curves);
}

void CompareDuel::showCurves(const std::vector<Curve> &curves)
{
    PlotRange x{1.0, 2.0};
    PlotRange y;
    for (std::size_t i = 0; i < std::max(curves.size(), m_seriesCount); ++i) {
        if (i >= curves.size()) {
            m_plot->setPoints(i, {});
            m_plot->setSeriesVisible(i, false);
            continue;
        }
        const Curve &curve = curves[i];
        PlotStyle style;
        style.color = runColor(curve.like.number);
        style.strength = curve.isMean ? 1.0 : 0.35;
        style.width = curve.isMean ? 2.6 : 1.2;
        style.marker = curve.isMean ? runMarker(curve.like.number) : PlotMarker::None;
        style.endLabel = curve.isMean;
        if (i == m_seriesCount) {
            m_plot->addSeries(style);
            ++m_seriesCount;
        } else {
            m_plot->setSeriesStyle(i, style);
        }
        for (const QPointF &point : curve.points) {
            x.include(point.x());
            y.include(point.y());
        }
        m_plot->setSeriesName(i, fontMetrics().elidedText(curve.name, Qt::ElideMiddle, 22 * fontMetrics().averageCharWidth()));
        m_plot->setPoints(i, curve.points);
        m_plot->setSeriesVisible(i, true);
    }
    PlotRange home = y.isEmpty() ? PlotRange{0.0, 1.02} : niceRange(y, 5);
    home.max = home.max >= 1.0 ? 1.0 + 0.02 * (1.0 - home.min) : home.max;
    m_plot->setXLimits(x, {0.0, x.max}, 1.0);
    m_plot->setYLimits(home, home);
    if (!m_isMoved) {
        m_plot->showHome();
    }
}

void CompareDuel::openDialog()
{
    if (const ComparedRunPtr run = base().run) {
        auto *dialog = new DuelDialog(run, this); // deletes itself
        connect(dialog, &DuelDialog::chosen, this, [this](const Experiment &experiment) { Q_EMIT trainRequested({experiment}); });
        dialog->open();
    }
}

/// Seeds that one side still lacks, counted up from the smaller of both.
void CompareDuel::repeat()
{
    const std::vector<ComparedRow> ticked = m_runs.tickedRows();
    if (ticked.size() != 2) {
        return;
    }
    const int wanted = m_count->currentData().toInt();
    const std::vector<ComparedRunPtr> all = allRuns();
    const qint64 first = std::min(ticked[0].run->experiment.training.seed, ticked[1].run->experiment.training.seed);
    static const QRegularExpression seedInName(QStringLiteral("\\bseed=\\d+"));
    std::vector<Experiment> missing;
    for (int i = 0; i < wanted; ++i) {
        for (const ComparedRow &row : ticked) {
            const auto isThere = [&](const ComparedRunPtr &run) {
                const bool isUnderWay = run->state == RecordState::Running || run->state == RecordState::Paused;
                const bool counts = isWhole(*run) || isUnderWay;
                return run->experiment.training.seed == first + i && counts && run->parent.isEmpty() && isSameButSeed(*run, *row.run);
            };
            if (std::none_of(all.begin(), all.end(), isThere)) {
                Experiment experiment = row.run->experiment;
                experiment.training.seed = first + i;
                experiment.name = shortenedName(experiment.name.replace(seedInName, QStringLiteral("seed=%1").arg(first + i)));
                missing.push_back(experiment);
            }
        }
    }
    if (missing.empty()) {
        Q_EMIT errorOccurred(tr("Both have been trained with %L1 seeds already.").arg(wanted));
    } else {
        Q_EMIT trainRequested(missing);
    }
}

ViewTable CompareDuel::table() const
{
    ViewTable table{{tr("Seed"), tr("First"), tr("Second"), tr("Difference in points")}, {}};
    for (std::size_t i = 0; i < m_seeds.seeds.size(); ++i) {
        const double a = m_seeds.first[i]->kept()->testAccuracy;
        const double b = m_seeds.second[i]->kept()->testAccuracy;
        table.rows << QStringList{QString::number(m_seeds.seeds[i]), QString::number(a, 'f', 4), QString::number(b, 'f', 4), QString::number(100.0 * (a - b), 'f', 2)};
    }
    return table;
}

} // namespace convscope
