// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/engine.h"
#include "core/training/runhistory.h"

#include <QObject>

#include <memory>
#include <thread>

namespace convscope {

enum class RunState { Idle, Training, Paused, Finished, Stopped, Diverged, Failed };

/// True for the four states that a run can't leave.
bool isFinal(RunState state);

/// True while there is a training loop behind the run: training or paused.
bool isActive(RunState state);

/// One training run for the window: moves Engine::train() to a thread of its own and turns its rare reports into signals in the
/// thread that owns this object. Batches are not signalled: read them from history() by a timer.
///
/// The grammar: started; then epochFinished, eventRecorded and stateChanged in any number; then exactly one ended.
/// Nothing is emitted after ended. The destructor stops the run and waits for it (one batch at most).
class TrainingRun : public QObject
{
    Q_OBJECT

public:
    /// `number` tells runs apart in the window, from 1. The engine must outlive the run.
    TrainingRun(int number, Experiment experiment, DatasetPtr data, Engine *engine, QObject *parent = nullptr);
    ~TrainingRun() override;

    int number() const { return m_number; }
    const Experiment &experiment() const { return m_experiment; }
    const DatasetPtr &data() const { return m_data; }
    RunState state() const { return m_state; }
    std::shared_ptr<const RunHistory> history() const { return m_history; }
    /// What lr, weight decay and dropout are now, with all changes asked for so far.
    const LiveSettings &liveSettings() const { return m_live; }
    /// Seconds spent in training and testing, pauses left out.
    double activeSeconds() const;

    /// Once.
    void start(RunControl::Begin begin = RunControl::Begin::Running);
    void pause();
    void resume();
    void stepBatch();
    void stepEpoch();
    void stop();
    void changeLiveSettings(const LiveSettings &settings);
    /// Blocks until the training thread has ended; its last signals are still to come then. After stop().
    void wait();

Q_SIGNALS:
    void started(const convscope::RunStarted &start);
    void stateChanged(convscope::RunState state);
    void eventRecorded(const convscope::RunEvent &event);
    void epochFinished(const convscope::EpochReport &report);
    void ended(const convscope::RunEnd &end);

private:
    class Sink;
    void setState(RunState state);
    void finish(const RunEnd &end);

    const int m_number;
    const Experiment m_experiment;
    const DatasetPtr m_data;
    Engine *const m_engine;
    std::shared_ptr<RunHistory> m_history;
    std::unique_ptr<RunControl> m_control;
    std::unique_ptr<Sink> m_sink;
    std::thread m_thread;
    LiveSettings m_live;
    RunState m_state = RunState::Idle;
    qint64 m_activeMilliseconds = 0;
    qint64 m_activeSince = -1;
};

} // namespace convscope
