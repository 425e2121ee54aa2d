// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/snapshotplan.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// Together with three checkpoints and the probabilities, 100 epochs of cnn-1 stay under 500 MB.
constexpr qint64 mostEpochBytes = 150'000'000;
constexpr qint64 mostLogSpacedBytes = 80'000'000;
constexpr qint64 mostFilterBytes = 64'000'000;

qint64 strideFor(qint64 count, qint64 numbers, qint64 mostBytes)
{
    const double bytes = double(count) * double(numbers) * double(sizeof(float));
    return std::max<qint64>(1, qint64(std::ceil(bytes / double(mostBytes))));
}

/// Is it 0, or round(sqrt(2)^(k * spacing)) for a whole k?
bool isLogSpaced(qint64 steps, int spacing)
{
    if (steps <= 1) {
        return true;
    }
    const double k = std::round(2.0 * std::log2(double(steps)) / spacing);
    return qint64(std::llround(std::exp2(k * spacing / 2.0))) == steps;
}

/// 1 for steps of the square root of two, 2 for doubling, …: the narrowest that stays within the bytes.
int spacingFor(qint64 steps, qint64 numbers)
{
    constexpr int widest = 8;
    const double halfPowers = 2.0 * std::log2(double(std::max<qint64>(steps, 2)));
    const double most = double(mostLogSpacedBytes) / (double(std::max<qint64>(numbers, 1)) * double(sizeof(float)));
    int spacing = 1;
    while (spacing < widest && 2.0 + std::floor(halfPowers / spacing) > most) {
        ++spacing;
    }
    return spacing;
}

} // namespace

SnapshotPlan::SnapshotPlan(int epochs, qint64 batchesPerEpoch, qint64 parameters, qint64 firstFilters)
    : m_batchesPerEpoch(std::max<qint64>(1, batchesPerEpoch))
    , m_epochStride(strideFor(epochs, parameters, mostEpochBytes))
    , m_spacing(spacingFor(qint64(epochs) * m_batchesPerEpoch, parameters))
    , m_filterStride(firstFilters > 0 ? strideFor(qint64(epochs) * m_batchesPerEpoch, firstFilters, mostFilterBytes) : 0)
{
}

bool SnapshotPlan::keepsWeights(qint64 steps) const
{
    return isLogSpaced(steps, m_spacing) || steps % (m_batchesPerEpoch * m_epochStride) == 0;
}

bool SnapshotPlan::keepsFilters(qint64 steps) const
{
    return m_filterStride > 0 && steps % m_filterStride == 0;
}

} // namespace convscope
