// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/nearestpictures.h"

#include <algorithm>
#include <cmath>

namespace convscope {

Result<std::vector<NearPicture>> nearestPictures(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, const Picture &picture, int count)
{
    using Failure = Result<std::vector<NearPicture>>;
    constexpr int batch = 200;
    const Result<std::vector<float>> own = inspector.features(weights, {picture});
    if (!own) {
        return Failure::failure(own.error());
    }
    const std::size_t width = own.value().size();
    std::vector<NearPicture> all;
    const int candidates = std::min(data.train.count, nearestCandidates);
    for (int first = 0; first < candidates; first += batch) {
        std::vector<Picture> pictures;
        for (int i = first; i < std::min(candidates, first + batch); ++i) {
            pictures.push_back(trainPicture(data, i));
        }
        const Result<std::vector<float>> features = inspector.features(weights, pictures);
        if (!features) {
            return Failure::failure(features.error());
        }
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            double squares = 0.0;
            for (std::size_t j = 0; j < width; ++j) {
                const double apart = double(features.value()[i * width + j]) - double(own.value()[j]);
                squares += apart * apart;
            }
            const int index = first + int(i);
            all.push_back({index, data.train.labels[std::size_t(index)], std::sqrt(squares)});
        }
    }
    std::sort(all.begin(), all.end(), [](const NearPicture &a, const NearPicture &b) { return a.distance < b.distance; });
    all.resize(std::min(all.size(), std::size_t(count)));
    return all;
}

} // namespace convscope
