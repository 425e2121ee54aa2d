// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include "core/data/datafolder.h"
#include "core/training/engineloader.h"

#include <QtConcurrent>

#include <QDir>
#include <QLocale>

#include <algorithm>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr auto savingPatience = 10s;

using Runs = std::vector<std::unique_ptr<TrainingRun>>;

auto findRun(const Runs &runs, int number)
{
    return std::find_if(runs.begin(), runs.end(), [number](const auto &run) { return run->number() == number; });
}

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
    m_laboratory->list().then(this, [this](const Result<RunList> &list) {
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
        m_runs.push_back(std::make_unique<TrainingRun>(++m_lastNumber, *record));
        Q_EMIT runListed(m_runs.back().get());
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

TrainingRun *Session::activeRun() const
{
    for (const auto &run : m_runs) {
        if (isActive(run->state())) {
            return run.get();
        }
    }
    return nullptr;
}

int Session::unkeptRunCount() const
{
    return int(std::count_if(m_runs.begin(), m_runs.end(), [](const auto &run) {
        return run->id().isEmpty() && isFinal(run->state()) && run->history()->batchCount() > 0;
    }));
}

QString Session::recordingTrouble() const
{
    const auto troubled = std::find_if(m_runs.begin(), m_runs.end(), [](const auto &run) { return !run->recordingTrouble().isEmpty(); });
    return troubled == m_runs.end() ? QString() : (*troubled)->recordingTrouble();
}

TrainingRun *Session::run(int number) const
{
    const auto found = findRun(m_runs, number);
    return found == m_runs.end() ? nullptr : found->get();
}

TrainingRun *Session::startRun(const Experiment &experiment, RunControl::Begin begin, const std::optional<SweepMembership> &sweep)
{
    if (!m_data || !m_engine || activeRun()) {
        return nullptr;
    }
    closeEndedRecordings();
    auto run = std::make_unique<TrainingRun>(++m_lastNumber, experiment, m_data, m_engine);
    if (m_laboratory) {
        RecordingTarget target = RunStore::newTarget(m_data->folder);
        target.sweep = sweep;
        run->recordInto(m_laboratory->file(), target);
    }
    m_runs.push_back(std::move(run));
    return launch(*m_runs.back(), begin);
}

TrainingRun *Session::launch(TrainingRun &run, RunControl::Begin begin)
{
    connect(&run, &TrainingRun::recordingTroubleChanged, this, &Session::recordingTroubleChanged);
    Q_EMIT runCreated(&run);
    run.start(begin);
    return &run;
}

void Session::closeEndedRecordings()
{
    for (const auto &run : m_runs) {
        if (isFinal(run->state()) && run->recordingTrouble().isEmpty()) {
            run->closeRecording(savingPatience); // at once: nothing is left to be saved
        }
    }
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
    m_laboratory->goOn(run->id(), epochs).then(this, [this, number, experiment, sweep, data = m_data](const Result<Continuation> &continuation) {
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
    const auto &[point, before, target] = continuation.value();
    for (const QString &problem : point.problems) {
        Q_EMIT continueFailed(problem);
    }
    RecordingTarget here = target;
    here.dataFolder = run->data()->folder;
    here.sweep = sweep;
    run->recordInto(m_laboratory->file(), here);
    run->goOnFrom(point.checkpoint, before);
    if (const TrainingRun *listed = this->run(run->number())) {
        RunLabels labels = listed->labels();
        if (sweep && !labels.tags.contains(sweep->name)) {
            labels.tags << sweep->name;
        }
        run->setLabels(labels);
        run->setParent(listed->parentRun(), listed->parentSteps());
    }
    const auto place = std::find_if(m_runs.begin(), m_runs.end(), [&run](const auto &other) { return other->number() == run->number(); });
    run.swap(*place); // the run before is forgotten when the one that goes on is shown
    launch(**place, RunControl::Begin::Running);
}

void Session::removeRun(int number)
{
    const auto found = findRun(m_runs, number);
    if (found != m_runs.end() && isFinal((*found)->state()) && !m_continuing) {
        m_removed.push_back(std::move(m_runs[std::size_t(found - m_runs.begin())]));
        m_runs.erase(found);
    }
}

void Session::restoreRun(int number)
{
    const auto found = findRun(m_removed, number);
    if (found != m_removed.end()) {
        m_runs.push_back(std::move(m_removed[std::size_t(found - m_removed.begin())]));
        m_removed.erase(found);
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

TrainingRun *Session::runWithId(const QString &id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&id](const auto &run) { return run->id() == id; });
    return id.isEmpty() || found == m_runs.end() ? nullptr : found->get();
}

int Session::addStored(const RunRecord &record)
{
    if (const TrainingRun *listed = runWithId(record.id)) {
        return listed->number();
    }
    const auto removed = std::find_if(m_removed.begin(), m_removed.end(), [&record](const auto &run) { return run->id() == record.id; });
    if (removed != m_removed.end()) {
        m_runs.push_back(std::move(*removed));
        m_removed.erase(removed);
        m_runs.back()->setRecord(record); // it belongs to the laboratory now, whoever changes it there
        Q_EMIT runListed(m_runs.back().get());
        return m_runs.back()->number();
    }
    m_runs.push_back(std::make_unique<TrainingRun>(++m_lastNumber, record));
    Q_EMIT runListed(m_runs.back().get());
    return m_lastNumber;
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
    for (const auto &run : m_runs) {
        run->closeRecording(savingPatience);
    }
}

} // namespace convscope
