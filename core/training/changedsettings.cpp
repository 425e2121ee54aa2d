// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/changedsettings.h"

namespace convscope {

std::optional<LiveSettings> lastChange(const RunHistory &history, qint64 first, qint64 last)
{
    std::optional<LiveSettings> found;
    for (const RunEvent &event : history.events()) {
        if (event.kind == RunEvent::Kind::SettingsChanged && event.steps >= first && event.steps <= last) {
            found = event.after;
        }
    }
    return found;
}

void setLiveSettings(Experiment &experiment, const LiveSettings &settings)
{
    experiment.training.learningRate = settings.learningRate;
    experiment.training.weightDecay = settings.weightDecay;
    if (settings.dropout != dropoutOf(experiment.architecture)) {
        setDropout(experiment.architecture, settings.dropout);
    }
}

} // namespace convscope
