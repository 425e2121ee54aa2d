// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/trainingsubset.h"

#include "core/common/randomstream.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

std::vector<int> choosePictures(int available, int count, qint64 seed)
{
    std::vector<int> pictures(std::size_t(std::max(available, 0)));
    std::iota(pictures.begin(), pictures.end(), 0);
    if (count <= 0 || count >= available) {
        return pictures;
    }
    // The first steps of a shuffle don't depend on how many follow, so that a larger choice holds every smaller one.
    RandomStream random(StreamPurpose::Subset, {std::uint64_t(seed)});
    for (int i = 0; i < count; ++i) {
        const auto other = std::size_t(i) + random.below(std::uint32_t(available - i));
        std::swap(pictures[std::size_t(i)], pictures[other]);
    }
    pictures.resize(std::size_t(count));
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

struct Candidate
{
    std::uint64_t rank = 0;
    int position = 0;

    auto operator<=>(const Candidate &) const = default;
};

/// Every picture has a rank of its own and the lowest ranks are mislabelled: more noise keeps what less noise changed.
std::vector<int> chooseMislabelled(const std::vector<int> &pictures, double labelNoise, qint64 seed)
{
    if (!(labelNoise > 0.0)) {
        return {};
    }
    const auto count = std::size_t(std::llround(std::min(labelNoise, 1.0) * double(pictures.size())));
    std::vector<Candidate> candidates;
    candidates.reserve(pictures.size());
    for (const int picture : pictures) {
        RandomStream random(StreamPurpose::LabelNoise, {std::uint64_t(seed), std::uint64_t(picture)});
        candidates.push_back({random.next(), int(candidates.size())});
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<int> positions;
    positions.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        positions.push_back(candidates[i].position);
    }
    std::sort(positions.begin(), positions.end());
    return positions;
}

/// One of the other classes, each equally likely; the same for a picture in every subset.
std::uint8_t wrongLabel(std::uint8_t label, int classes, int picture, qint64 seed)
{
    RandomStream random(StreamPurpose::LabelNoise, {std::uint64_t(seed), std::uint64_t(picture)});
    random.next(); // the picture's rank
    const std::uint32_t other = random.below(std::uint32_t(classes - 1));
    return std::uint8_t(other < label ? other : other + 1);
}

} // namespace

TrainingSubset chooseTrainingSubset(const Dataset &data, int count, double labelNoise, qint64 seed)
{
    TrainingSubset subset;
    subset.pictures = choosePictures(data.train.count, count, seed);
    subset.labels.reserve(subset.pictures.size());
    for (const int picture : subset.pictures) {
        subset.labels.push_back(data.train.labels[std::size_t(picture)]);
    }
    if (data.classes >= 2) {
        subset.mislabelled = chooseMislabelled(subset.pictures, labelNoise, seed);
    }
    for (const int position : subset.mislabelled) {
        std::uint8_t &label = subset.labels[std::size_t(position)];
        label = wrongLabel(label, data.classes, subset.pictures[std::size_t(position)], seed);
    }
    return subset;
}

std::vector<int> batchOrder(int count, qint64 seed, int epoch)
{
    std::vector<int> order(std::size_t(std::max(count, 0)));
    std::iota(order.begin(), order.end(), 0);
    RandomStream random(StreamPurpose::BatchOrder, {std::uint64_t(seed), std::uint64_t(epoch)});
    for (std::size_t left = order.size(); left > 1; --left) {
        std::swap(order[left - 1], order[random.below(std::uint32_t(left))]);
    }
    return order;
}

} // namespace convscope
