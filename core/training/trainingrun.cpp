// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainingrun.h"

#include "core/common/threadpriority.h"
#include "core/runs/medianstopper.h"

#include <QElapsedTimer>

#include <system_error>

namespace convscope {

namespace {

qint64 nowMilliseconds()
{
    static QElapsedTimer clock = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    return clock.elapsed();
}

/// Training gives way to the window.
constexpr int niceOfTraining = 5;

} // namespace

/// Runs on the training thread: keeps everything in the history and posts the rare reports to the run's own thread.
class TrainingRun::Sink : public TrainingSink
{
public:
    explicit Sink(TrainingRun *run)
        : m_run(run)
        , m_history(run->m_history)
        , m_mailbox(run->m_mailbox)
    {
        for (const EpochReport &report : m_history->epochs()) { // of a run that goes on
            takeBest(report);
        }
        m_isBest = false;
    }

    void started(const RunStarted &start) override
    {
        m_history->setStarted(start);
        post([run = m_run, start] { Q_EMIT run->started(start); });
    }

    void batchTrained(const BatchPoint &point) override { m_history->append(point); }

    void eventHappened(const RunEvent &event) override
    {
        m_history->append(event);
        post([run = m_run, event] {
            if (event.kind == RunEvent::Kind::Paused) {
                run->setState(RunState::Paused);
            } else if (event.kind == RunEvent::Kind::Resumed) {
                run->setState(RunState::Training);
            }
            Q_EMIT run->eventRecorded(event);
        });
    }

    void epochFinished(const EpochReport &report) override
    {
        m_history->append(report);
        takeBest(report);
        post([run = m_run, report] { Q_EMIT run->epochFinished(report); });
    }

    bool wantsWeights() override { return m_mailbox->isWanted(); }
    void weightsPublished(const WeightsPtr &weights) override { m_mailbox->publish(weights); }

    /// At a pause and at the end the views see the last numbers, whether they asked or not.
    void checkpointTaken(const CheckpointPtr &checkpoint) override
    {
        const Dataset &data = *m_run->m_data;
        const auto weights = std::make_shared<Weights>(
            Weights{m_run->m_experiment.architecture, data.side, data.classes, checkpoint->steps, checkpoint->weights});
        m_mailbox->publish(weights);
        m_mailbox->publish(checkpoint);
        if (checkpoint->epochIsComplete && m_isBest && m_run->m_experiment.training.finalWeights == FinalWeights::Best) {
            m_best = weights;
        }
    }

    void ended(const RunEnd &end)
    {
        m_history->setEnded(end);
        if (m_best) {
            m_mailbox->publish(m_best); // its settings say that these count
        }
        post([run = m_run, end] { run->finish(end); });
    }

private:
    void takeBest(const EpochReport &report)
    {
        m_isBest = hasLowerTestLoss(report, m_bestReport ? &*m_bestReport : nullptr);
        if (m_isBest) {
            m_bestReport = report;
        }
    }

    template<typename Function>
    void post(Function function)
    {
        // The run joins this thread before it is destroyed, and Qt drops what is still queued for it then.
        QMetaObject::invokeMethod(m_run, std::move(function), Qt::QueuedConnection);
    }

    TrainingRun *const m_run;
    const std::shared_ptr<RunHistory> m_history;
    const std::shared_ptr<WeightsMailbox> m_mailbox;
    std::optional<EpochReport> m_bestReport;
    bool m_isBest = false; ///< the epoch that was reported last
    WeightsPtr m_best; ///< only where they are wanted at the end
};

TrainingRun::TrainingRun(int number, Experiment experiment, DatasetPtr data, Engine *engine, QObject *parent)
    : QObject(parent)
    , m_number(number)
    , m_experiment(std::move(experiment))
    , m_data(std::move(data))
    , m_engine(engine)
    , m_history(std::make_shared<RunHistory>())
    , m_mailbox(std::make_shared<WeightsMailbox>())
    , m_name(m_experiment.name)
    , m_created(QDateTime::currentDateTimeUtc())
    , m_live(liveSettingsOf(m_experiment))
{
}

TrainingRun::TrainingRun(int number, const RunRecord &record, QObject *parent)
    : TrainingRun(number, record.start.experiment, nullptr, nullptr, parent)
{
    m_target.id = record.id;
    m_history->setStarted(record.start);
    if (record.end) {
        m_history->setEnded(*record.end);
    }
    setRecord(record);
}

void TrainingRun::setParent(const QString &id, qint64 steps)
{
    m_parentRun = id;
    m_parentSteps = steps;
}

void TrainingRun::setRecord(const RunRecord &record)
{
    m_name = record.name;
    m_labels = {record.note, record.tags, record.favourite};
    m_created = record.created;
    setParent(record.parent, record.parentSteps);
    const bool isRead = m_record && !m_unread && m_record->batches == record.batches && m_record->epochs == record.epochs
        && m_record->events == record.events && m_record->end.has_value() == record.end.has_value();
    m_record = record;
    if (!isRead) {
        m_unread = record;
    }
    m_state = stateOf(record);
}

TrainingRun::~TrainingRun()
{
    if (m_control) {
        m_control->requestStop();
    }
    wait();
    m_recorder.reset(); // its reports are posted to this object
}

void TrainingRun::setHistory(std::shared_ptr<RunHistory> history)
{
    m_history = std::move(history);
    m_unread.reset();
}

void TrainingRun::recordInto(const QString &laboratory, const RecordingTarget &target)
{
    m_laboratory = laboratory;
    m_target = target;
    if (target.sweep && !m_labels.tags.contains(target.sweep->name)) {
        m_labels.tags << target.sweep->name;
    }
    if (!target.name.isEmpty()) {
        m_name = target.name;
    }
}

void TrainingRun::goOnFrom(const CheckpointPtr &checkpoint, std::shared_ptr<RunHistory> before)
{
    m_from = checkpoint;
    m_history = std::move(before);
    m_live = checkpoint->live;
}

double TrainingRun::activeSeconds() const
{
    const qint64 running = m_activeSince >= 0 ? nowMilliseconds() - m_activeSince : 0;
    return double(m_activeMilliseconds + running) * 1e-3;
}

void TrainingRun::start(RunControl::Begin begin)
{
    if (m_state != RunState::Idle) {
        return;
    }
    m_control = std::make_unique<RunControl>(begin);
    setState(RunState::Training);
    try {
        m_sink = std::make_unique<Sink>(this);
        if (!m_laboratory.isEmpty()) {
            const auto report = [this](const QString &sentence) {
                QMetaObject::invokeMethod(this, [this, sentence] { setTrouble(sentence); }, Qt::QueuedConnection);
            };
            m_recorder = std::make_unique<RunRecorder>(m_laboratory, m_target, *m_sink, report);
        }
        m_thread = std::thread([this] { train(); });
    } catch (const std::system_error &error) {
        RunEnd end;
        end.kind = RunEnd::Kind::Failed;
        end.reason = tr("Training can't begin: the system gives no thread (%1). Close other programs and try again.")
                         .arg(QString::fromLocal8Bit(error.what()));
        reportEnd(end);
    }
}

void TrainingRun::train()
{
    lowerPriorityOfThisThread(niceOfTraining);
    TrainingSink &sink = m_recorder ? static_cast<TrainingSink &>(*m_recorder) : *m_sink;
    MedianStopper stopper(m_laboratory, m_target, sink, *m_control);
    reportEnd(stopper.withReason(m_engine->train(m_experiment, *m_data, stopper, *m_control, m_from)));
}

void TrainingRun::reportEnd(const RunEnd &end)
{
    if (m_recorder) {
        m_recorder->ended(end);
    }
    m_sink->ended(end);
}

void TrainingRun::pause()
{
    if (m_control && !isFinal(m_state)) {
        m_control->pause();
    }
}

void TrainingRun::resume()
{
    if (m_control && !isFinal(m_state)) {
        m_control->resume();
    }
}

void TrainingRun::stepBatch()
{
    if (m_control && !isFinal(m_state)) {
        m_control->stepBatch();
    }
}

void TrainingRun::stepEpoch()
{
    if (m_control && !isFinal(m_state)) {
        m_control->stepEpoch();
    }
}

void TrainingRun::stop()
{
    if (m_control) {
        m_control->requestStop();
    }
}

void TrainingRun::changeLiveSettings(const LiveSettings &settings)
{
    if (m_control && !isFinal(m_state)) {
        m_live = settings;
        m_control->changeSettings(settings);
    }
}

void TrainingRun::wait()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

QString TrainingRun::closeRecording(std::chrono::milliseconds patience)
{
    wait();
    const QString sentence = m_recorder ? m_recorder->close(patience) : QString();
    m_recorder.reset();
    return sentence;
}

void TrainingRun::setTrouble(const QString &sentence)
{
    m_trouble = sentence;
    Q_EMIT recordingTroubleChanged(sentence);
}

void TrainingRun::setState(RunState state)
{
    if (state == m_state) {
        return;
    }
    if (state == RunState::Training) {
        m_activeSince = nowMilliseconds();
    } else if (m_activeSince >= 0) {
        m_activeMilliseconds += nowMilliseconds() - m_activeSince;
        m_activeSince = -1;
    }
    m_state = state;
    Q_EMIT stateChanged(state);
}

void TrainingRun::finish(const RunEnd &end)
{
    switch (end.kind) {
    case RunEnd::Kind::Finished:
        setState(RunState::Finished);
        break;
    case RunEnd::Kind::Stopped:
        setState(RunState::Stopped);
        break;
    case RunEnd::Kind::Diverged:
        setState(RunState::Diverged);
        break;
    case RunEnd::Kind::Failed:
        setState(RunState::Failed);
        break;
    }
    Q_EMIT ended(end);
}

} // namespace convscope
