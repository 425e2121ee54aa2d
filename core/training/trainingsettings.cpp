// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainingsettings.h"

namespace convscope {

LiveSettings liveSettingsOf(const Experiment &experiment)
{
    return {experiment.training.learningRate, experiment.training.weightDecay, dropoutOf(experiment.architecture)};
}

} // namespace convscope
