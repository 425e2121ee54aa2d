// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/trainingstep.h"
#include "core/runs/runreader.h"

#include <QFuture>
#include <QObject>

namespace convscope {

class Inspection;

/// Computes the training step that follows the newest checkpoint at or before the moment that is inspected, in the background. The
/// checkpoint is the run's own where it trained in this session, else the laboratory's. Lives in the main thread.
class StepSource : public QObject
{
    Q_OBJECT

public:
    /// The inspection must outlive it.
    explicit StepSource(Inspection &inspection, QObject *parent = nullptr);

    /// Asks for one array's step; an answer to an older question is dropped. Asked again with nothing changed it does nothing.
    void request(const std::string &parameter);
    /// So that the next request is answered afresh.
    void forget();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void stepComputed(const convscope::TrainingStep &step);
    void failed(const QString &sentence);

private:
    void fetch();
    void take(int job, const Result<OwnedCheckpoint> &checkpoint);
    void compute(const OwnedCheckpoint &owned);
    RunStarted ownStart() const;
    void finish(int computation, const Result<TrainingStep> &step);
    void fail(const QString &sentence);
    void setBusy(bool busy);
    /// Of the run that is there: empty, or why no step can be computed.
    QString problem() const;
    std::optional<LiveSettings> changedSettings(const Checkpoint &checkpoint) const;

    Inspection &m_inspection;
    std::string m_parameter;
    int m_job = 0;
    int m_computation = 0; ///< an answer to an earlier one is dropped
    bool m_isComputing = false;
    bool m_isBusy = false;
    // What the last step was computed for.
    CheckpointPtr m_checkpoint;
    std::string m_computedParameter;
    std::optional<LiveSettings> m_changed;
};

} // namespace convscope
