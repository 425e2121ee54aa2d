// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/snapshotplan.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr qint64 mostWeightBytes = 200'000'000;
constexpr qint64 mostFilterBytes = 128'000'000;

qint64 strideFor(qint64 count, qint64 numbers, qint64 mostBytes)
{
    const double bytes = double(count) * double(numbers) * double(sizeof(float));
    return std::max<qint64>(1, qint64(std::ceil(bytes / double(mostBytes))));
}

/// Is it round(sqrt(2)^k) for a whole k?
bool isLogSpaced(qint64 steps)
{
    if (steps <= 1) {
        return true;
    }
    const double k = std::round(2.0 * std::log2(double(steps)));
    return qint64(std::llround(std::exp2(k / 2.0))) == steps;
}

} // namespace

SnapshotPlan::SnapshotPlan(int epochs, qint64 batchesPerEpoch, qint64 parameters, qint64 firstFilters)
    : m_batchesPerEpoch(std::max<qint64>(1, batchesPerEpoch))
    , m_epochStride(strideFor(epochs, parameters, mostWeightBytes))
    , m_filterStride(firstFilters > 0 ? strideFor(qint64(epochs) * m_batchesPerEpoch, firstFilters, mostFilterBytes) : 0)
{
}

bool SnapshotPlan::keepsWeights(qint64 steps) const
{
    return isLogSpaced(steps) || steps % (m_batchesPerEpoch * m_epochStride) == 0;
}

bool SnapshotPlan::keepsFilters(qint64 steps) const
{
    return m_filterStride > 0 && steps % m_filterStride == 0;
}

} // namespace convscope
