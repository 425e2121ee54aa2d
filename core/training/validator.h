// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/processor.h"
#include "core/training/trainingsettings.h"

#include <QString>

#include <vector>

namespace convscope {

struct Dataset;

/// Characters.
constexpr int longestExperimentName = 80;

/// What an experiment is checked against.
struct ExperimentLimits
{
    int side = 28;
    int classes = 10;
    int trainImages = 60000;
    /// Bytes of memory that a run may be expected to take; 0 = no limit. See availableMemory().
    qint64 memory = 0;
    bool hasBfloat16 = processorHasBfloat16();
};

/// One thing that is wrong with an experiment.
struct Problem
{
    /// The field's path in the JSON form: "training.learning_rate", "architecture.conv_blocks[0].filters".
    QString field;
    /// A sentence with the value, the allowed range and the field's name.
    QString message;

    bool operator==(const Problem &) const = default;
};

/// The one validator: form, command line and settings files use it, so they say the same. Empty when all is well. Pure.
std::vector<Problem> validate(const Experiment &experiment, const ExperimentLimits &limits);

/// The part of validate() for the settings that may change while a run trains. Fields: "training.learning_rate",
/// "training.weight_decay", and "dropout", which has no path of its own.
std::vector<Problem> validate(const LiveSettings &settings);

/// Bytes a run is expected to need at its peak: parameters, gradients, optimiser moments, activations, data.
qint64 estimatedMemory(const Experiment &experiment, const ExperimentLimits &limits);

/// What these pictures and the memory that the system has now allow.
ExperimentLimits limitsFor(const Dataset &data);

/// 60 % of what the system has to give now (MemAvailable); 0 where that is unknown.
qint64 availableMemory();

} // namespace convscope
