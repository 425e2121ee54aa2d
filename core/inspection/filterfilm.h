// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace convscope {

/// The first convolution's kernels over a stretch of a run: frame i holds them after firstStep + i * stride batches.
struct FilterFilm
{
    int filters = 0;
    int kernelSize = 0;
    qint64 firstStep = 0;
    qint64 stride = 1;
    /// [frames, filters, kernelSize, kernelSize] (pictures have one channel).
    std::vector<float> values;

    qint64 frameSize() const { return qint64(filters) * kernelSize * kernelSize; }
    qint64 frames() const { return frameSize() == 0 ? 0 : qint64(values.size()) / frameSize(); }
    qint64 lastStep() const { return firstStep + (frames() - 1) * stride; }
    bool holds(qint64 steps) const { return frames() > 0 && steps >= firstStep && steps <= lastStep(); }
    /// [filters, kernelSize, kernelSize] of the frame at or before that moment; empty where the film doesn't reach there.
    std::vector<float> frameAt(qint64 steps) const;
};

} // namespace convscope
