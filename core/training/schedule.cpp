// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace convscope {

namespace {

// The defaults of torch.optim.lr_scheduler.OneCycleLR.
constexpr double risingShare = 0.3;
constexpr double firstFactor = 1.0 / 25.0;
constexpr double lastFactor = firstFactor / 1e4;

/// From `from` (share 0) to `to` (share 1) along half a cosine.
double alongCosine(double from, double to, double share)
{
    return to + (from - to) / 2.0 * (1.0 + std::cos(std::numbers::pi * share));
}

double oneCycleFactor(double step, double totalSteps)
{
    const double last = totalSteps - 1.0;
    const double peak = risingShare * totalSteps - 1.0;
    if (step <= peak) {
        return peak > 0.0 ? alongCosine(firstFactor, 1.0, step / peak) : 1.0;
    }
    return alongCosine(1.0, lastFactor, (step - peak) / (last - peak));
}

} // namespace

double learningRateFactor(const Schedule &schedule, qint64 step, qint64 stepsPerEpoch, int epochs)
{
    const qint64 perEpoch = std::max<qint64>(1, stepsPerEpoch);
    const qint64 total = perEpoch * std::max(1, epochs);
    const qint64 current = std::clamp<qint64>(step, 0, total - 1);
    switch (schedule.kind) {
    case ScheduleKind::Constant:
        break;
    case ScheduleKind::Step:
        return std::pow(schedule.stepFactor, double(current / perEpoch / std::max(1, schedule.stepEpochs)));
    case ScheduleKind::Cosine:
        return (1.0 + std::cos(std::numbers::pi * double(current) / double(total))) / 2.0;
    case ScheduleKind::OneCycle:
        return oneCycleFactor(double(current), double(total));
    }
    return 1.0;
}

} // namespace convscope
