// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runnotebook.h"

#include "core/common/counttext.h"
#include "ui/models/whendone.h"
#include "ui/window/queuebox.h"
#include "ui/window/queuetrainer.h"
#include "ui/window/rundescription.h"
#include "ui/window/runscontroller.h"
#include "ui/window/runsearchbar.h"
#include "ui/window/runspanel.h"
#include "ui/window/runthinner.h"
#include "ui/window/session.h"
#include "ui/window/trashbox.h"
#include "ui/window/windowmessages.h"

#include <QFileDialog>

#include <algorithm>
#include <bit>

namespace convscope {

namespace {

/// The first batch (from 1) whose loss is another one to the last bit; 0 where all that both have is the same.
qint64 firstDifference(const RunHistory &run, const RunHistory &original)
{
    std::vector<BatchPoint> points;
    std::vector<BatchPoint> expected;
    run.readBatches(0, points);
    original.readBatches(0, expected);
    for (std::size_t i = 0; i < std::min(points.size(), expected.size()); ++i) {
        if (std::bit_cast<quint32>(points[i].loss) != std::bit_cast<quint32>(expected[i].loss)) {
            return qint64(i) + 1;
        }
    }
    return 0;
}

} // namespace

RunNotebook::RunNotebook(Session &session, RunsController &runs, RunsPanel &panel, WindowMessages &messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_runs(runs)
    , m_panel(panel)
    , m_messages(messages)
    , m_window(window)
    , m_trainer(new QueueTrainer(session, this))
    , m_thinner(new RunThinner(session, messages, window))
{
    connect(m_trainer, &QueueTrainer::failed, this, &RunNotebook::report);
    connect(m_thinner, &RunThinner::thinned, this, [this](const QString &id) {
        m_bytes.remove(id);
        showSelected();
        Q_EMIT thinned(id);
    });
    connect(&runs, &RunsController::shownRunChanged, this, &RunNotebook::showSelected);
    connect(&runs, &RunsController::shownRunUpdated, this, &RunNotebook::showSelected);
    connect(&runs, &RunsController::runEnded, this, [this](const TrainingRun *run) {
        m_bytes.remove(run->id());
        compareRepeat(*run);
        showSelected();
    });
    connect(&session, &Session::runsListed, this, [this] { m_panel.searchBar()->setLaboratoryAvailable(m_session.laboratory() != nullptr); });
    connectPanel();
}

void RunNotebook::connectPanel()
{
    RunDetails *details = m_panel.details();
    connect(details, &RunDetails::labelsEdited, this, &RunNotebook::writeLabels);
    connect(details, &RunDetails::repeatRequested, this, &RunNotebook::repeat);
    connect(details, &RunDetails::thinRequested, m_thinner, &RunThinner::thin);
    connect(details, &RunDetails::expandedChanged, this, &RunNotebook::showSelected);
    connect(&m_panel, &RunsPanel::favouriteRequested, this, &RunNotebook::markFavourites);
    connect(m_panel.searchBar(), &RunSearchBar::queueRequested, this, &RunNotebook::openQueue);
    connect(m_panel.searchBar(), &RunSearchBar::trashRequested, this, &RunNotebook::openTrash);
}

void RunNotebook::report(const QString &sentence)
{
    if (!sentence.isEmpty()) {
        m_messages.showError(sentence);
    }
}

void RunNotebook::showSelected()
{
    const TrainingRun *run = m_runs.shownRun();
    if (!run) {
        m_panel.details()->setContent({});
        return;
    }
    const auto bytes = m_bytes.constFind(run->id());
    const bool isKnown = bytes != m_bytes.constEnd();
    m_panel.details()->setContent(describe(*run, isKnown ? std::optional(*bytes) : std::nullopt, m_session.parentText(*run)));
    if (!isKnown && m_panel.details()->isExpanded()) {
        askForDiskUse(*run);
    }
}

void RunNotebook::askForDiskUse(const TrainingRun &run)
{
    if (!m_session.laboratory() || run.id().isEmpty() || !isFinal(run.state())) {
        return;
    }
    whenDone(this, m_session.laboratory()->diskUse(run.id()), [this, id = run.id()](const Result<qint64> &bytes) {
        if (bytes) {
            m_bytes.insert(id, bytes.value());
            showSelected();
        }
    });
}

void RunNotebook::writeLabels(int number, const RunLabels &labels)
{
    TrainingRun *run = m_session.run(number);
    if (!run || run->labels() == labels) {
        return;
    }
    run->setLabels(labels);
    m_runs.updateRow(*run);
    if (m_session.laboratory() && !run->id().isEmpty()) {
        m_session.finishRecording(number);
        whenDone(this, m_session.laboratory()->setLabels(run->id(), labels), [this](const QString &sentence) { report(sentence); });
    }
}

void RunNotebook::markFavourites(const QList<int> &numbers, bool favourite)
{
    for (const int number : numbers) {
        if (const TrainingRun *run = m_session.run(number)) {
            RunLabels labels = run->labels();
            labels.favourite = favourite;
            writeLabels(number, labels);
        }
    }
    showSelected();
}

void RunNotebook::askForFiles()
{
    importFiles(QFileDialog::getOpenFileNames(m_window, tr("Import runs"), QString(), tr("Runs and laboratories of ConvScope (*.convscope *.sqlite)")));
}

void RunNotebook::importFiles(const QStringList &files)
{
    if (files.isEmpty()) {
        return;
    }
    if (m_session.isListingRuns()) { // named on the command line
        connect(&m_session, &Session::startProblemChanged, this, [this, files] { importFiles(files); }, Qt::SingleShotConnection);
        return;
    }
    if (!m_session.laboratory()) {
        report(tr("There is no laboratory to put the run into: the runs of this session are not kept."));
        return;
    }
    whenDone(this, m_session.laboratory()->importRuns(files), [this](const Result<AddedRuns> &added) {
        if (added) {
            takeAdded(added.value());
        } else {
            report(added.error());
        }
    });
}

void RunNotebook::takeAdded(const AddedRuns &added)
{
    int newest = 0;
    for (const RunRecord &run : added.runs) {
        newest = m_session.addStored(run);
    }
    if (newest > 0) {
        m_runs.showRun(newest);
    }
    if (added.known > 0 || added.runs.size() > 1) {
        m_messages.showNews(tr("%Ln run(s) were added.", nullptr, int(added.runs.size())) + QLatin1Char(' ') + tr("%Ln were here already.", nullptr, added.known));
    }
    report(added.problems.join(QLatin1Char(' ')));
}

void RunNotebook::repeat(int number)
{
    const TrainingRun *original = m_session.run(number);
    if (!original || !original->history()->started() || !m_session.startProblem().isEmpty() || m_session.activeRun()) {
        return;
    }
    const RunStarted start = *original->history()->started();
    if (m_session.data()->checksum != start.dataChecksum) {
        report(tr("The pictures that are loaded are not those that the run “%1” was trained with. Choose their folder first.").arg(original->name()));
        return;
    }
    Experiment experiment = original->experiment();
    experiment.training.threads = start.threads; // another number gives other bits
    if (const std::vector<Problem> problems = validate(experiment, m_session.limits()); !problems.empty()) {
        report(problems.front().message);
        return;
    }
    if (const TrainingRun *run = m_session.startRun(experiment, RunControl::Begin::Running)) {
        m_repeats.insert(run->number(), number);
    }
}

void RunNotebook::compareRepeat(const TrainingRun &run)
{
    const TrainingRun *original = m_session.run(m_repeats.take(run.number()));
    if (!original || original->unread() || run.history()->batchCount() == 0) {
        return;
    }
    const qint64 difference = firstDifference(*run.history(), *original->history());
    if (difference == 0) {
        m_messages.showNews(tr("The repeat has the same numbers as run %1, to the last bit: %Ln batch(es) compared.", nullptr,
                               int(std::min(run.history()->batchCount(), original->history()->batchCount())))
                                .arg(countText(original->number())));
        return;
    }
    const QStringList reasons = differencesInMaking(run, *original);
    m_messages.showNews(tr("The repeat differs from run %1 from batch %2 on. %3")
                            .arg(countText(original->number()), countText(difference),
                                 reasons.isEmpty() ? tr("Settings were changed while one of them trained, or the machine makes errors.") : reasons.join(QLatin1Char(' '))));
}

void RunNotebook::setForm(std::function<Experiment()> experiment, std::function<QString()> problem)
{
    m_experiment = std::move(experiment);
    m_problem = std::move(problem);
}

void RunNotebook::openQueue()
{
    if (auto *open = m_window->findChild<QueueBox *>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    if (!m_session.laboratory()) {
        return;
    }
    auto *box = new QueueBox(*m_session.laboratory(), *m_trainer, m_experiment, m_problem, m_window); // deletes itself
    connect(box, &QueueBox::showRequested, this, &RunNotebook::experimentChosen);
    connect(box, &QueueBox::failed, this, &RunNotebook::report);
    box->show();
}

void RunNotebook::openTrash()
{
    if (!m_session.laboratory()) {
        return;
    }
    auto *box = new TrashBox(*m_session.laboratory(), m_window); // deletes itself
    connect(box, &TrashBox::restored, this, [this](const RunRecord &record) { m_runs.showRun(m_session.addStored(record)); });
    connect(box, &TrashBox::failed, this, &RunNotebook::report);
    box->show();
}

} // namespace convscope
