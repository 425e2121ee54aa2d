// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tryshifttest.h"

#include "core/common/counttext.h"
#include "ui/views/icons.h"
#include "ui/views/robustnesschart.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <set>

namespace convscope {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int listWidth = 220;
/// Of the amounts of the shift: 4 pixels.
constexpr std::size_t toldAmount = 2;

QString percent(double share)
{
    return QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * share, 'f', 1));
}

} // namespace

TryShiftTest::TryShiftTest(Inspection &inspection, OtherRuns &runs, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_runs(runs)
    , m_job(new RobustnessJob(this))
{
    setupUi();
    connect(m_start, &QPushButton::clicked, this, &TryShiftTest::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_job->cancel();
        updateState();
    });
    connect(m_job, &RobustnessJob::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
    });
    connect(m_job, &RobustnessJob::answered, this, &TryShiftTest::show);
    connect(m_job, &RobustnessJob::failed, this, [this](const QString &problem) {
        updateState();
        Q_EMIT failed(problem);
    });
    connect(&m_runs, &OtherRuns::listed, this, &TryShiftTest::fill);
    connect(m_list, &QListWidget::itemChanged, this, &TryShiftTest::updateState);
    connect(&m_inspection, &Inspection::runChanged, this, &TryShiftTest::fill);
    connect(&m_inspection, &Inspection::weightsChanged, this, &TryShiftTest::updateState);
    connect(&m_inspection, &Inspection::inspectorChanged, this, [this] {
        m_job->cancel();
        updateState();
    });
    connect(&m_inspection, &Inspection::dataChanged, this, [this] {
        m_job->cancel();
        m_answer.reset(); // of other pictures
        showAnswer();
    });
}

void TryShiftTest::setupUi()
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("shiftTestRuns"));
    m_list->setFixedWidth(listWidth);
    m_list->setMinimumHeight(120);
    m_start = new QPushButton(this);
    m_start->setObjectName(QStringLiteral("disturbanceTestButton"));
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("cancelTestButton"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("shiftTestProgress"));
    m_chart = new RobustnessChart(this);
    m_chart->setObjectName(QStringLiteral("disturbanceTestChart"));
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("shiftTestSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_export = new QToolButton(this);
    m_export->setObjectName(QStringLiteral("shiftTestExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *exporter = new ViewExport(QStringLiteral("shift-test"), m_chart, [this] { return m_chart->table(); });
    m_export->setMenu(exporter->menu());
    connect(exporter, &ViewExport::failed, this, &TryShiftTest::failed);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    auto *layout = new QGridLayout(this);
    layout->setVerticalSpacing(8);
    layout->setHorizontalSpacing(16);
    layout->addWidget(m_text, 0, 0, 1, 2);
    layout->addWidget(m_export, 0, 2, Qt::AlignTop);
    layout->addWidget(m_list, 1, 0);
    layout->addLayout(buttons, 2, 0);
    layout->addWidget(m_progress, 3, 0);
    layout->addWidget(m_sentence, 2, 1, 2, 2);
    layout->addWidget(m_chart, 1, 1, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(1, 1);
}

/// What was ticked stays ticked; the shown run is ticked at first.
void TryShiftTest::fill()
{
    const QSignalBlocker blocker(m_list);
    std::set<QString> ticked{QString()};
    std::set<QString> known;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString id = item->data(idRole).toString();
        known.insert(id);
        if (item->checkState() == Qt::Checked) {
            ticked.insert(id);
        } else {
            ticked.erase(id);
        }
    }
    m_list->clear();
    const auto add = [this, &ticked](const QString &name, const QString &id) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(idRole, id);
        item->setToolTip(name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    if (m_inspection.run()) {
        add(tr("%1 (shown)").arg(m_inspection.run()->name()), QString());
    }
    for (const OtherRun &run : m_runs.runs()) {
        add(run.name, run.id);
    }
    updateState();
}

void TryShiftTest::updateState()
{
    bool hasOne = false;
    bool lacksWeights = false;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        hasOne = hasOne || item->checkState() == Qt::Checked;
        lacksWeights = lacksWeights || (item->checkState() == Qt::Checked && item->data(idRole).toString().isEmpty() && !m_inspection.weights());
    }
    m_start->setEnabled(hasOne && !lacksWeights && m_inspection.data() && m_inspection.inspector() && !m_job->isBusy());
    m_list->setEnabled(!m_job->isBusy());
    m_cancel->setEnabled(m_job->isBusy());
    m_progress->setVisible(m_job->isBusy());
}

void TryShiftTest::start()
{
    std::vector<RobustnessJob::Run> runs;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() != Qt::Checked) {
            continue;
        }
        const QString id = item->data(idRole).toString();
        if (id.isEmpty()) {
            const Result<WeightsPtr> now = m_inspection.weights();
            runs.push_back({m_inspection.run()->name(), QtConcurrent::run([now] { return now; })});
        } else {
            const auto &others = m_runs.runs();
            const auto found = std::find_if(others.begin(), others.end(), [&id](const OtherRun &run) { return run.id == id; });
            if (found != others.end()) {
                runs.push_back({found->name, m_runs.newest(*found)});
            }
        }
    }
    if (runs.empty() || !m_inspection.inspector() || !m_inspection.data()) {
        return;
    }
    m_progress->setRange(0, 0);
    m_job->start(m_inspection.inspector(), runs, m_inspection.data(), {Disturbance::Kind::Shift, Disturbance::Kind::Turn, Disturbance::Kind::Noise});
    updateState();
}

void TryShiftTest::show(const RobustnessJob::Answer &answer)
{
    m_answer = answer;
    showAnswer();
}

void TryShiftTest::showAnswer()
{
    updateState();
    std::vector<RobustnessChart::Panel> panels;
    if (m_answer) {
        const QStringList titles{tr("moved to the right (pixels)"), tr("turned (degrees)"), tr("noise (share of white)")};
        for (const Robustness::Curve &curve : m_answer->robustness.curves) {
            panels.push_back({titles.value(qsizetype(panels.size())), curve.amounts, curve.accuracies});
        }
    }
    m_export->setEnabled(m_answer.has_value());
    m_chart->setContent(m_answer ? m_answer->names : QStringList(), std::move(panels));
    m_sentence->setText(m_answer ? sentence(*m_answer) : QString());
}

QString TryShiftTest::sentence(const RobustnessJob::Answer &answer)
{
    const Robustness::Curve &shift = answer.robustness.curves.front();
    const QString pixels = QLocale().toString(shift.amounts[toldAmount], 'g', 3);
    const auto at = [&shift](std::size_t run) { return shift.accuracies[run][toldAmount]; };
    const auto count = shift.accuracies.size();
    if (count == 1) {
        return tr("Of all %1 test pictures %2 recognises %3; of the same moved by %4 pixels, %5.")
            .arg(countText(answer.robustness.pictures), answer.names[0], percent(shift.accuracies[0][0]), pixels, percent(at(0)));
    }
    std::size_t best = 0;
    std::size_t worst = 0;
    for (std::size_t run = 1; run < count; ++run) {
        best = at(run) > at(best) ? run : best;
        worst = at(run) < at(worst) ? run : worst;
    }
    if (best == worst || !(at(best) > at(worst))) {
        return tr("Moved by %1 pixels, all recognise equally many of the %2 test pictures.").arg(pixels, countText(answer.robustness.pictures));
    }
    QString text = tr("Of all %1 test pictures moved by %2 pixels, %3 still recognises %4 and %5 only %6.")
                       .arg(countText(answer.robustness.pictures), pixels, answer.names[qsizetype(best)], percent(at(best)), answer.names[qsizetype(worst)], percent(at(worst)));
    if (answer.haveConvolutions[best] && !answer.haveConvolutions[worst]) {
        text += QLatin1Char(' ') + tr("A convolution looks for the same thing at every place, and pooling forgets where exactly it was: so a network with convolutions minds a shift less.");
    } else if (!answer.haveConvolutions[best] && answer.haveConvolutions[worst]) {
        text += QLatin1Char(' ') + tr("Convolutions alone don't do it: the layers after them can still tie what they found to its place.");
    }
    return text;
}

void TryShiftTest::retranslateUi()
{
    m_text->setText(tr("The shift test asks all test pictures again after they were moved, turned or made noisy. Choose runs with and without convolutions, and see which holds out longer."));
    m_list->setAccessibleName(tr("Runs to test"));
    m_list->setToolTip(tr("Runs that were trained on the same pictures, with their newest weights; of the shown run, those at the time line."));
    m_start->setText(tr("&Test"));
    m_start->setToolTip(tr("Takes some seconds for each run; training goes on meanwhile."));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress of the shift test"));
    m_chart->setAccessibleName(tr("Accuracy of the runs against shift, turn and noise"));
    m_export->setAccessibleName(tr("Export the shift test"));
    m_export->setToolTip(m_export->accessibleName());
    fill();
    showAnswer();
}

void TryShiftTest::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_runs.list();
}

} // namespace convscope
