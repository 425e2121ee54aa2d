// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runreader.h"

namespace convscope {

/// A run together with those that it branched off, as far as they are in the same laboratory (its trash included): a branch keeps
/// nothing from before the moment where it began, its parent does. Moments from the branch on are the run's own, as operated weights
/// are; earlier ones are the parent's, or its parent's. All members throw StoreFailure.
class RunLineage
{
public:
    RunLineage(SqlConnection &connection, const QString &id);

    /// Who trained the network up to that moment: the run itself, or one that it descends from. Where that one is gone, the
    /// oldest that is there.
    RunReader &readerAt(qint64 steps);
    /// See RunReader. Without the parent they begin at the branch.
    RunMoments moments();
    WeightsPtr weights(qint64 steps);
    FilterFilm film(qint64 steps);
    TestProbabilities probabilities(int epoch);
    /// The one that was taken nearest to that moment, of two the earlier.
    OwnedCheckpoint checkpointNear(qint64 steps);

private:
    std::size_t placeOf(qint64 steps) const;
    FilterFilm firstFrame(RunReader &reader, qint64 steps);

    struct Generation
    {
        std::unique_ptr<RunReader> reader;
        qint64 end; ///< from here on the next younger one has trained
    };
    std::vector<Generation> m_generations; ///< youngest first
};

} // namespace convscope
