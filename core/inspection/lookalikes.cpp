// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/lookalikes.h"

#include <algorithm>
#include <map>

namespace convscope {

namespace {

int squaredDistance(const std::uint8_t *a, const std::uint8_t *b, int pixels)
{
    int sum = 0;
    for (int i = 0; i < pixels; ++i) {
        const int difference = int(a[i]) - int(b[i]);
        sum += difference * difference;
    }
    return sum;
}

/// Positions in `pictures`, the nearest first.
std::vector<int> nearestTo(const Dataset &data, const std::vector<int> &pictures, std::size_t which)
{
    std::vector<std::pair<int, int>> distances;
    distances.reserve(pictures.size() - 1);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (i != which) {
            distances.emplace_back(squaredDistance(data.trainPicture(pictures[which]), data.trainPicture(pictures[i]), data.side * data.side), int(i));
        }
    }
    std::partial_sort(distances.begin(), distances.begin() + lookalikeCount, distances.end());
    std::vector<int> nearest;
    for (int i = 0; i < lookalikeCount; ++i) {
        nearest.push_back(distances[std::size_t(i)].second);
    }
    return nearest;
}

} // namespace

Lookalikes lookalikesOf(const Dataset &data, const std::vector<int> &pictures, const std::function<bool()> &isCancelled)
{
    Lookalikes result;
    if (pictures.size() <= std::size_t(lookalikeCount)) {
        return result;
    }
    const auto labelOf = [&](std::size_t i) { return int(data.train.labels[std::size_t(pictures[i])]); };
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (isCancelled && isCancelled()) {
            return {};
        }
        std::map<int, int> counts;
        const std::vector<int> nearest = nearestTo(data, pictures, i);
        for (const int other : nearest) {
            ++counts[labelOf(std::size_t(other))];
        }
        int majority = labelOf(std::size_t(nearest.front()));
        for (const auto &[label, count] : counts) {
            majority = count > counts[majority] ? label : majority;
        }
        result.agreeing.push_back(counts[labelOf(i)]);
        result.majority.push_back(majority);
    }
    result.pictures = pictures;
    return result;
}

} // namespace convscope
