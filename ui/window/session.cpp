// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include "core/data/datafolder.h"
#include "core/training/engineloader.h"
#include "ui/models/whendone.h"

#include <QtConcurrent>

#include <QDir>
#include <QLocale>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr auto savingPatience = 10s;

} // namespace

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_dataWatcher, &QFutureWatcherBase::finished, this, &Session::takeData);
    connect(&m_engineWatcher, &QFutureWatcherBase::finished, this, &Session::takeEngine);
}

Session::~Session() = default;

void Session::loadData(const QString &folder)
{
    m_folder = folder;
    m_loadingData = true;
    m_dataWatcher.setFuture(QtConcurrent::run([folder] { return loadDataset(folder); }));
    Q_EMIT dataLoading();
    Q_EMIT startProblemChanged();
}

void Session::reloadData()
{
    loadData(m_folder);
}

void Session::loadEngine()
{
    m_loadingEngine = true;
    Q_EMIT startProblemChanged();
    m_engineWatcher.setFuture(QtConcurrent::run([] { return convscope::loadEngine(); }));
}

void Session::takeData()
{
    m_loadingData = false;
    const Result<DatasetPtr> loaded = m_dataWatcher.result();
    if (loaded) {
        m_data = loaded.value();
        m_dataError.clear();
        rememberDataFolder(m_folder);
        Q_EMIT dataLoaded();
    } else {
        m_dataError = loaded.error();
        Q_EMIT dataFailed(m_dataError);
    }
    Q_EMIT startProblemChanged();
}

void Session::takeEngine()
{
    m_loadingEngine = false;
    const Result<Engine *> loaded = m_engineWatcher.result();
    if (loaded) {
        m_engine = loaded.value();
        Q_EMIT engineLoaded();
    } else {
        Q_EMIT engineFailed(loaded.error());
    }
    Q_EMIT startProblemChanged();
}

void Session::openLaboratory(const QString &file)
{
    m_laboratory.emplace(file);
    m_listingRuns = true;
    whenDone(this, m_laboratory->list(), [this](const Result<RunList> &list) {
        takeRuns(list);
        Q_EMIT startProblemChanged();
    });
    Q_EMIT startProblemChanged();
}

void Session::takeRuns(const Result<RunList> &list)
{
    m_listingRuns = false;
    if (!list) {
        m_laboratory.reset();
        Q_EMIT laboratoryFailed(list.error());
        return;
    }
    const std::vector<RunRecord> &records = list.value().runs;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        Q_EMIT runListed(&m_runs.add(std::make_unique<TrainingRun>(m_runs.newNumber(), *record)));
    }
    m_watcher = std::make_unique<LaboratoryWatcher>(m_laboratory->file());
    connect(m_watcher.get(), &LaboratoryWatcher::changed, this, &Session::takeChanges);
    Q_EMIT runsListed(list.value().problems);
}

ExperimentLimits Session::limits() const
{
    if (m_data) {
        return limitsFor(*m_data);
    }
    ExperimentLimits limits;
    limits.memory = availableMemory();
    return limits;
}

QString Session::startProblem() const
{
    if (!m_data) {
        return m_loadingData ? tr("Reading the pictures…")
                             : tr("There are no pictures to train on: choose a data folder.");
    }
    if (m_loadingEngine) {
        return tr("Loading the training engine…");
    }
    if (m_listingRuns || m_continuing) {
        return tr("Reading the runs…");
    }
    return m_engine ? QString() : tr("The training engine is not available.");
}

TrainingRun *Session::startRun(const Experiment &experiment, RunControl::Begin begin, const Origin &origin)
{
    if (!m_data || !m_engine || m_continuing || activeRun()) {
        return nullptr;
    }
    m_runs.closeEndedRecordings(savingPatience);
    auto run = std::make_unique<TrainingRun>(m_runs.newNumber(), experiment, m_data, m_engine);
    if (m_laboratory) {
        RecordingTarget target = RunStore::newTarget(m_data->folder);
        target.note = origin.note;
        target.sweep = origin.sweep;
        run->recordInto(m_laboratory->file(), target);
    }
    if (origin.weights) {
        run->goOnFrom(origin.weights, std::make_shared<RunHistory>());
        run->setLabels({origin.note, {}, false});
    }
    return launch(m_runs.add(std::move(run)), begin);
}

TrainingRun *Session::launch(TrainingRun &run, RunControl::Begin begin)
{
    connect(&run, &TrainingRun::recordingTroubleChanged, this, &Session::recordingTroubleChanged);
    Q_EMIT runCreated(&run);
    run.start(begin);
    return &run;
}

bool Session::finishRecording(int number)
{
    TrainingRun *run = this->run(number);
    return run && isFinal(run->state()) && run->recordingTrouble().isEmpty() && run->closeRecording(savingPatience).isEmpty();
}

QString Session::continueProblem(const TrainingRun &run, const Experiment &experiment) const
{
    if (const QString problem = startProblem(); !problem.isEmpty()) {
        return problem;
    }
    if (m_data->checksum != run.history()->started()->dataChecksum) {
        return tr("The pictures in %1 are not those that the run “%2” was trained with. Choose their folder first.")
            .arg(QDir::toNativeSeparators(m_data->folder), run.name());
    }
    const std::vector<Problem> problems = validate(experiment, limits());
    return problems.empty() ? QString() : problems.front().message;
}

void Session::continueRun(int number, int epochs, const std::optional<SweepMembership> &sweep)
{
    const TrainingRun *run = this->run(number);
    if (!run || !m_laboratory || run->id().isEmpty() || !run->history()->started() || activeRun()) {
        return;
    }
    Experiment experiment = run->experiment();
    experiment.training.threads = run->history()->started()->threads; // another number gives other bits
    experiment.training.epochs = epochs;
    if (const QString problem = continueProblem(*run, experiment); !problem.isEmpty()) {
        Q_EMIT continueFailed(problem);
        return;
    }
    if (!finishRecording(number)) {
        Q_EMIT continueFailed(tr("The run “%1” is not saved yet. %2").arg(run->name(), run->recordingTrouble()));
        return;
    }
    m_continuing = true;
    Q_EMIT startProblemChanged();
    whenDone(this, m_laboratory->goOn(run->id(), epochs), [this, number, experiment, sweep, data = m_data](const Result<Continuation> &continuation) {
        m_continuing = false;
        takeContinuation(std::make_unique<TrainingRun>(number, experiment, data, m_engine), continuation, sweep);
        Q_EMIT startProblemChanged();
    });
}

void Session::takeContinuation(std::unique_ptr<TrainingRun> run, const Result<Continuation> &continuation, const std::optional<SweepMembership> &sweep)
{
    if (!continuation) {
        Q_EMIT continueFailed(continuation.error());
        return;
    }
    const auto &[point, history, target] = continuation.value();
    RecordingTarget here = target;
    here.dataFolder = run->data()->folder;
    here.sweep = sweep;
    run->recordInto(m_laboratory->file(), here);
    run->goOnFrom(point.checkpoint, history);
    if (const TrainingRun *listed = this->run(run->number())) {
        RunLabels labels = listed->labels();
        if (sweep && !labels.tags.contains(sweep->name)) {
            labels.tags << sweep->name;
        }
        run->setLabels(labels);
        run->setParent(listed->parentRun(), listed->parentSteps());
    }
    TrainingRun &goesOn = *run;
    const std::unique_ptr<TrainingRun> before = m_runs.replace(std::move(run)); // forgotten when the one that goes on is shown
    const QStringList problems = point.problems;
    launch(goesOn, RunControl::Begin::Running);
    for (const QString &problem : problems) {
        Q_EMIT continueFailed(problem); // of what was passed over; said now that it runs, so that nobody takes it for the end of it
    }
}

void Session::removeRun(int number)
{
    const TrainingRun *run = m_runs.find(number);
    if (run && isFinal(run->state()) && !m_continuing) {
        m_runs.remove(number);
    }
}

void Session::takeChanges(const RunChanges &changes)
{
    for (const RunRecord &record : changes.changed) {
        TrainingRun *run = runWithId(record.id);
        if (!run && !record.trashed) {
            addStored(record);
        } else if (run && run->record() && record.trashed) {
            takeOffStored(*run);
        } else if (run && run->record() && !m_continuing) {
            run->setRecord(record);
            Q_EMIT runChanged(run);
        } else if (const RunLabels labels{record.note, record.tags, record.favourite}; run && !run->record() && isFinal(run->state()) && run->labels() != labels) {
            run->setLabels(labels); // one of this session: a sweep has taken it in, or another program has labelled it
            Q_EMIT runChanged(run);
        }
    }
    for (const QString &id : changes.gone) {
        if (const TrainingRun *run = runWithId(id); run && run->record()) {
            takeOffStored(*run);
        }
    }
}

void Session::takeOffStored(const TrainingRun &run)
{
    const int number = run.number();
    removeRun(number);
    if (!this->run(number)) {
        Q_EMIT runGone(number);
    }
}

int Session::addStored(const RunRecord &record)
{
    if (const TrainingRun *listed = runWithId(record.id)) {
        return listed->number();
    }
    TrainingRun *run = m_runs.restoreWithId(record.id);
    if (run) {
        run->setRecord(record); // it belongs to the laboratory now, whoever changes it there
    } else {
        run = &m_runs.add(std::make_unique<TrainingRun>(m_runs.newNumber(), record));
    }
    Q_EMIT runListed(run);
    return run->number();
}

QString Session::parentText(const TrainingRun &run) const
{
    if (run.parentRun().isEmpty()) {
        return QString();
    }
    const TrainingRun *parent = runWithId(run.parentRun());
    return tr("%1, after %2 batches").arg(parent ? parent->name() : tr("a run that is not here"), QLocale().toString(run.parentSteps()));
}

void Session::stopAndWait()
{
    if (TrainingRun *run = activeRun()) {
        run->stop();
        run->wait();
    }
    m_runs.closeAllRecordings(savingPatience);
}

} // namespace convscope
