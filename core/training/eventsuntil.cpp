// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/eventsuntil.h"

#include <algorithm>

namespace convscope {

std::vector<RunEvent> eventsUntil(qint64 steps, const LiveSettings &live, const std::vector<RunEvent> &events)
{
    const auto isChangeThere = [steps](const RunEvent &event) { return event.kind == RunEvent::Kind::SettingsChanged && event.steps == steps; };
    // Of several changes in one pause the last that led to these settings is the last that counts.
    const auto last = std::find_if(events.rbegin(), events.rend(), [&](const RunEvent &event) { return isChangeThere(event) && event.after == live; });
    const std::size_t known = std::size_t(events.rend() - last);
    std::vector<RunEvent> past;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].steps <= steps && (!isChangeThere(events[i]) || i < known)) {
            past.push_back(events[i]);
        }
    }
    return past;
}

} // namespace convscope
