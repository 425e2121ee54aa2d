// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runwriter.h"

#include <QString>

/// Made-up runs for tests of the laboratory.
namespace convscope::test {

/// 5 batches an epoch, 3 epochs.
RunStarted sampleStart();
BatchPoint samplePoint(qint64 step);
/// Epoch 2 has the lowest test loss; the train loss of epoch 3 is NaN, its test loss infinite and without probabilities.
EpochReport sampleEpoch(int epoch);
/// Complete after `steps` batches; different numbers for each.
CheckpointPtr sampleCheckpoint(qint64 steps, qint64 values = 100);

/// The network that sampleStart() trains, for pictures of 3 x 3 and two classes.
WeightsPtr sampleWeights(qint64 steps);
/// Of an epoch: 5 frames of 2 kernels of 1 x 1, from that step on.
FilterFilm sampleFilm(qint64 firstStep);

/// The news of the run from its beginning to the end of an epoch.
RunNews sampleNews(int epochs);

/// Records the sample run into a laboratory, as a recorder of this process does; gives its id. `ended`: with a RunEnd.
QString recordSample(const QString &file, int epochs = 3, bool ended = true);

/// Flips one bit of a file.
void flipBit(const QString &file, qint64 byte, int bit);

bool operator==(const BatchPoint &a, const BatchPoint &b);
/// To the bit, so that NaN equals itself; probabilities aside.
bool sameBits(const EpochReport &a, const EpochReport &b);
bool sameBits(const Checkpoint &a, const Checkpoint &b);

} // namespace convscope::test
