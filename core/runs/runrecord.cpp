// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runrecord.h"

namespace convscope {

namespace {

constexpr RecordState allStates[] = {RecordState::Running, RecordState::Paused, RecordState::Finished, RecordState::Stopped,
                                     RecordState::Diverged, RecordState::Failed, RecordState::Interrupted};

} // namespace

QString stateName(RecordState state)
{
    switch (state) {
    case RecordState::Running:
        return QStringLiteral("running");
    case RecordState::Paused:
        return QStringLiteral("paused");
    case RecordState::Finished:
        return QStringLiteral("finished");
    case RecordState::Stopped:
        return QStringLiteral("stopped");
    case RecordState::Diverged:
        return QStringLiteral("diverged");
    case RecordState::Failed:
        return QStringLiteral("failed");
    case RecordState::Interrupted:
        return QStringLiteral("interrupted");
    }
    return QString();
}

std::optional<RecordState> stateFromName(const QString &name)
{
    for (const RecordState state : allStates) {
        if (stateName(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

bool isActive(const RunRecord &record)
{
    return record.state == RecordState::Running || record.state == RecordState::Paused;
}

} // namespace convscope
