// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/trainingstep.h"

#include <cmath>

namespace convscope {

namespace {

// torch.optim.Adam's defaults, which the program trains with (Kingma and Ba 2015, algorithm 1).
constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

void takeAdam(const TrainingStep &step, StepParts &parts)
{
    parts.first = beta1 * parts.firstBefore + (1.0 - beta1) * parts.decayed;
    parts.second = beta2 * parts.secondBefore + (1.0 - beta2) * parts.decayed * parts.decayed;
    parts.correction1 = 1.0 - std::pow(beta1, double(step.optimizerSteps));
    parts.correction2 = 1.0 - std::pow(beta2, double(step.optimizerSteps));
    parts.firstCorrected = parts.first / parts.correction1;
    parts.secondCorrected = parts.second / parts.correction2;
    parts.change = -step.learningRate * parts.firstCorrected / (std::sqrt(parts.secondCorrected) + epsilon);
}

} // namespace

StepParts stepPartsOf(const TrainingStep &step, std::size_t index)
{
    const auto value = [index](const NamedArray &array) { return index < array.values.size() ? double(array.values[index]) : 0.0; };
    StepParts parts;
    parts.before = value(step.before);
    parts.gradient = value(step.gradient);
    parts.decayed = parts.gradient + step.weightDecay * parts.before;
    parts.firstBefore = value(step.firstBefore);
    parts.secondBefore = value(step.secondBefore);
    if (step.optimizer == Optimizer::Adam) {
        takeAdam(step, parts);
    } else {
        parts.first = step.momentum * parts.firstBefore + parts.decayed;
        parts.change = -step.learningRate * parts.first;
    }
    parts.after = parts.before + parts.change;
    return parts;
}

} // namespace convscope
