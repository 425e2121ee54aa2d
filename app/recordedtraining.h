// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/runs/runstore.h"
#include "core/runs/runwriter.h"
#include "core/training/checkpoint.h"

#include <optional>

class SignalWatcher;

/// One training of the command line, with everything that was checked before.
struct RecordedTraining
{
    convscope::Experiment experiment;
    convscope::DatasetPtr data;
    /// Where it goes on; nothing for one that begins.
    convscope::CheckpointPtr from;
    /// Of a run that goes on, up to there.
    std::optional<convscope::EpochReport> last;
    /// The laboratory and the run in it; an empty file records nothing.
    QString laboratory;
    convscope::RecordingTarget target;
    bool json = false;
};

/// How a training on the command line ended.
struct TrainingOutcome
{
    int exitCode = 0;
    /// Nothing where it didn't even begin.
    std::optional<convscope::RunEnd> end = {};
    /// What it reported is in the laboratory, and the output could be written.
    bool isSaved = true;
    bool isPrinted = true;
};

/// Claims the run, and lets the training go on from the point, with as many threads as before: another number gives other bits.
/// The training's data must be there. Empty, or a sentence.
QString goOnFrom(convscope::RunStore &store, const convscope::ResumePoint &point, RecordedTraining &training);

/// Trains on the calling thread, records, and prints progress.
TrainingOutcome trainAndRecord(const RecordedTraining &training, SignalWatcher &signalWatcher);
