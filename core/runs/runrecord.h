// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"
#include "core/training/reports.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace convscope {

/// Interrupted: the program that recorded the run ended without saying so (killed, power cut).
enum class RecordState { Running, Paused, Finished, Stopped, Diverged, Failed, Interrupted };

/// "running", "paused", "finished", "stopped", "diverged", "failed", "interrupted"; the same in every language.
QString stateName(RecordState state);
std::optional<RecordState> stateFromName(const QString &name);

/// One run of a laboratory without its curves: what a list shows, and what the run was made with.
struct RunRecord
{
    /// A UUID without braces.
    QString id;
    QString name;
    QString note;
    QStringList tags;
    bool favourite = false;
    bool trashed = false;
    QDateTime created; ///< UTC
    /// The name of the experiment when it began; renaming the run doesn't change it.
    QString preset;
    /// Settings, data, threads and engine as the run reported them.
    RunStarted start;
    /// Where the data were read from; empty for a run that came from a file.
    QString dataFolder;
    /// "ConvScope 0.1.0, Qt 6.4.2, AMD EPYC"
    QString program;
    /// The run that this one branched off, and after how many steps; empty for the others.
    QString parent;
    qint64 parentSteps = 0;

    RecordState state = RecordState::Running;
    /// Who records it, see runowner.h; empty for nobody.
    QString owner;
    /// Nothing while it runs, and for an interrupted one.
    std::optional<RunEnd> end;
    qint64 batches = 0;
    int epochs = 0; ///< complete ones
    qint64 events = 0;
    std::optional<EpochReport> last; ///< without probabilities
    std::optional<EpochReport> best; ///< lowest test loss
};

/// Running or paused, in a program that is still there.
bool isActive(const RunRecord &record);

/// A checkpoint that is kept, without its content.
struct CheckpointInfo
{
    qint64 steps = 0;
    int epoch = 0;
    bool epochIsComplete = false;
    qint64 bytes = 0;
};

} // namespace convscope
