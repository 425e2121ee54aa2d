// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stepsource.h"

#include "core/inspection/inspector.h"
#include "core/training/changedsettings.h"
#include "ui/models/inspection.h"
#include "ui/models/whendone.h"

#include <QtConcurrent>

namespace convscope {

StepSource::StepSource(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
}

void StepSource::forget()
{
    ++m_job;
    ++m_computation;
    m_isComputing = false;
    m_checkpoint.reset();
    m_computedParameter.clear();
    setBusy(false);
}

void StepSource::setBusy(bool busy)
{
    if (busy != m_isBusy) {
        m_isBusy = busy;
        Q_EMIT busyChanged(busy);
    }
}

QString StepSource::problem() const
{
    const TrainingRun *run = m_inspection.run();
    if (!run || !m_inspection.inspector()) {
        return tr("There is no run to take a step of yet.");
    }
    if (!m_inspection.data()) {
        return tr("A step needs the training pictures. Choose the folder with the data.");
    }
    const std::optional<RunStarted> start = run->history()->started();
    if (start && start->dataChecksum != m_inspection.data()->checksum) {
        return tr("This run was trained with other pictures (%1). Open those to see its steps.").arg(start->dataName);
    }
    return {};
}

void StepSource::request(const std::string &parameter)
{
    m_parameter = parameter;
    if (const QString sentence = problem(); !sentence.isEmpty()) {
        fail(sentence);
        return;
    }
    fetch();
}

void StepSource::fetch()
{
    const TrainingRun *run = m_inspection.run();
    const int job = ++m_job;
    const CheckpointPtr own = run->mailbox() ? run->mailbox()->latestCheckpoint() : nullptr;
    if (own && (m_inspection.isLive() || own->steps == m_inspection.shownStep())) {
        take(job, OwnedCheckpoint{own, ownStart()});
    } else if (m_inspection.laboratory() && !run->id().isEmpty()) {
        setBusy(true);
        whenDone(this, m_inspection.laboratory()->checkpointNear(run->id(), m_inspection.shownStep()),
                 [this, job](const Result<OwnedCheckpoint> &checkpoint) { take(job, checkpoint); });
    } else if (own) {
        take(job, OwnedCheckpoint{own, ownStart()});
    } else {
        fail(tr("No checkpoint of this run is kept."));
    }
}

RunStarted StepSource::ownStart() const
{
    RunStarted start;
    start.experiment = m_inspection.run()->experiment();
    return start;
}

/// A checkpoint holds the settings up to there. What was changed at that moment (at a pause, mostly) acts on the step after it.
std::optional<LiveSettings> StepSource::changedSettings(const Checkpoint &checkpoint) const
{
    const TrainingRun *run = m_inspection.run();
    const bool isPausedHere = run->state() == RunState::Paused && checkpoint.steps == m_inspection.lastStep();
    const std::optional<LiveSettings> changed = isPausedHere ? run->liveSettings() : lastChange(*run->history(), checkpoint.steps, checkpoint.steps);
    return changed != checkpoint.live ? changed : std::nullopt;
}

void StepSource::take(int job, const Result<OwnedCheckpoint> &checkpoint)
{
    if (job != m_job) {
        return;
    }
    if (!m_inspection.run() || !m_inspection.inspector()) {
        forget();
    } else if (!checkpoint) {
        fail(checkpoint.error());
    } else {
        compute(checkpoint.value());
    }
}

void StepSource::compute(const OwnedCheckpoint &owned)
{
    const CheckpointPtr &checkpoint = owned.checkpoint;
    const std::optional<LiveSettings> changed = changedSettings(*checkpoint);
    const bool isSame = m_checkpoint && m_checkpoint->steps == checkpoint->steps && m_computedParameter == m_parameter && m_changed == changed;
    if (isSame) {
        setBusy(m_isComputing); // it is there, or on its way
        return;
    }
    m_checkpoint = checkpoint;
    m_computedParameter = m_parameter;
    m_changed = changed;
    setBusy(true);
    m_isComputing = true;
    // The parent's step is taken with its settings, its own frozen filters among them.
    const StepQuestion question{owned.start.experiment, m_inspection.data(), checkpoint, changed, m_parameter};
    whenDone(this, QtConcurrent::run([inspector = m_inspection.inspector(), question] { return inspector->trainingStep(question); }),
             [this, computation = ++m_computation](const Result<TrainingStep> &step) { finish(computation, step); });
}

void StepSource::finish(int computation, const Result<TrainingStep> &step)
{
    if (computation != m_computation) {
        return;
    }
    m_isComputing = false;
    if (!step) {
        fail(step.error());
        return;
    }
    setBusy(false);
    Q_EMIT stepComputed(step.value());
}

void StepSource::fail(const QString &sentence)
{
    forget();
    Q_EMIT failed(sentence);
}

} // namespace convscope
