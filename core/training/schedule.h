// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

namespace convscope {

/// What the learning rate is multiplied by at a step (0-based), so that a rate changed by hand keeps its schedule. Pure.
///   constant   1
///   step       stepFactor ^ floor(epochs done / stepEpochs)                         (torch.optim.lr_scheduler.StepLR)
///   cosine     (1 + cos(pi * step / totalSteps)) / 2                 (CosineAnnealingLR with eta_min = 0, by step)
///   one-cycle  from 1/25 up to 1 over the first 30 % of steps, then down to 1/250000, both along a cosine
///                                                                (OneCycleLR with its defaults, lr = max_lr)
double learningRateFactor(const Schedule &schedule, qint64 step, qint64 stepsPerEpoch, int epochs);

} // namespace convscope
