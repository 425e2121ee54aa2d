// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weightsmailbox.h"
#include "core/runs/runlabels.h"
#include "core/runs/runrecorder.h"
#include "core/training/engine.h"
#include "core/training/runhistory.h"
#include "core/training/runstate.h"

#include <QObject>

#include <memory>
#include <thread>

namespace convscope {

/// One run for the window: one that trains, or a stored one of before. Training moves Engine::train() to a thread of its own and turns its rare reports into signals in the
/// thread that owns this object. Batches are not signalled: read them from history() by a timer.
///
/// The grammar: started; then epochFinished, eventRecorded and stateChanged in any number; then exactly one ended.
/// Nothing but recordingTroubleChanged is emitted after ended. The destructor stops the run, waits for it (one batch at most) and for
/// what is still to be saved (ten seconds at most, where that fails).
class TrainingRun : public QObject
{
    Q_OBJECT

public:
    /// `number` tells runs apart in the window, from 1. The engine must outlive the run.
    TrainingRun(int number, Experiment experiment, DatasetPtr data, Engine *engine, QObject *parent = nullptr);
    /// A stored run: it doesn't train, and its history holds no more than how it began until setHistory().
    TrainingRun(int number, const RunRecord &record, QObject *parent = nullptr);
    ~TrainingRun() override;

    int number() const { return m_number; }
    QString name() const { return m_name; }
    void setName(const QString &name) { m_name = name; }
    /// In the laboratory; empty where the run isn't recorded.
    QString id() const { return m_target.id; }
    /// Of a stored run whose history is still to be set: what the laboratory's list says of it.
    const std::optional<RunRecord> &unread() const { return m_unread; }
    /// Of a stored run, as it was listed last; nothing for one of this session.
    const std::optional<RunRecord> &record() const { return m_record; }
    /// A stored run: it has changed in the laboratory, and is unread again.
    void setRecord(const RunRecord &record);
    const RunLabels &labels() const { return m_labels; }
    void setLabels(const RunLabels &labels) { m_labels = labels; }
    /// The id of the run that it branched off, and after how many batches; empty for the others.
    QString parentRun() const { return m_parentRun; }
    qint64 parentSteps() const { return m_parentSteps; }
    void setParent(const QString &id, qint64 steps);
    /// "ConvScope 0.1.0, Qt 6.4.2, …"; empty where it isn't recorded.
    QString program() const { return m_record ? m_record->program : m_target.program; }
    const QDateTime &created() const { return m_created; }
    void setHistory(std::shared_ptr<RunHistory> history);
    const Experiment &experiment() const { return m_experiment; }
    const DatasetPtr &data() const { return m_data; }
    RunState state() const { return m_state; }
    std::shared_ptr<const RunHistory> history() const { return m_history; }
    /// What lr, weight decay and dropout are now, with all changes asked for so far.
    const LiveSettings &liveSettings() const { return m_live; }
    /// Where it leaves its newest weights while it trains, and at its last checkpoint when it has ended; empty for a stored run.
    std::shared_ptr<WeightsMailbox> mailbox() const { return m_mailbox; }
    /// Seconds spent in training and testing, pauses left out.
    double activeSeconds() const;

    /// Before start(): the run is recorded into a laboratory.
    void recordInto(const QString &laboratory, const RecordingTarget &target);
    /// Before start(): training goes on from there. `before` holds what the run reported up to there.
    void goOnFrom(const CheckpointPtr &checkpoint, std::shared_ptr<RunHistory> before);
    /// Once; not for a stored run.
    void start(RunControl::Begin begin = RunControl::Begin::Running);
    void pause();
    void resume();
    void stepBatch();
    void stepEpoch();
    void stop();
    void changeLiveSettings(const LiveSettings &settings);
    /// Blocks until the training thread has ended; its last signals are still to come then. After stop().
    void wait();
    /// Why the run can't be saved at the moment; empty while all is well.
    QString recordingTrouble() const { return m_trouble; }
    /// After the end. Blocks until all is saved, or for as long as `patience` where that fails. Empty, or the sentence why not all is saved.
    QString closeRecording(std::chrono::milliseconds patience);

Q_SIGNALS:
    void started(const convscope::RunStarted &start);
    void stateChanged(convscope::RunState state);
    void eventRecorded(const convscope::RunEvent &event);
    void epochFinished(const convscope::EpochReport &report);
    void ended(const convscope::RunEnd &end);
    /// Empty: all is saved again.
    void recordingTroubleChanged(const QString &sentence);

private:
    class Sink;
    void train();
    void reportEnd(const RunEnd &end);
    void setTrouble(const QString &sentence);
    void setState(RunState state);
    void finish(const RunEnd &end);

    const int m_number;
    const Experiment m_experiment;
    const DatasetPtr m_data;
    Engine *const m_engine;
    std::shared_ptr<RunHistory> m_history;
    const std::shared_ptr<WeightsMailbox> m_mailbox;
    std::unique_ptr<RunControl> m_control;
    QString m_name;
    std::optional<RunRecord> m_unread;
    std::optional<RunRecord> m_record;
    RunLabels m_labels;
    QString m_parentRun;
    qint64 m_parentSteps = 0;
    QDateTime m_created;
    QString m_laboratory;
    RecordingTarget m_target;
    CheckpointPtr m_from;
    QString m_trouble;
    std::unique_ptr<Sink> m_sink;
    std::unique_ptr<RunRecorder> m_recorder;
    std::thread m_thread;
    LiveSettings m_live;
    RunState m_state = RunState::Idle;
    qint64 m_activeMilliseconds = 0;
    qint64 m_activeSince = -1;
};

} // namespace convscope
