// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/disturbancetest.h"

#include <cmath>

namespace convscope {

Result<DisturbanceCurve> disturbanceCurve(const Inspector &inspector, const WeightsPtr &weights, const Picture &picture, Disturbance::Kind kind)
{
    const DisturbanceRange range = rangeOf(kind);
    const int count = int(std::lround((range.to - range.from) / range.step)) + 1;
    DisturbanceCurve curve;
    std::vector<Picture> pictures;
    for (int i = 0; i < count; ++i) {
        curve.amounts.push_back(range.from + i * range.step);
        pictures.push_back(disturbed(picture, {kind, curve.amounts.back()}));
    }
    const Result<std::vector<float>> all = inspector.probabilities(weights, pictures);
    if (!all) {
        return Result<DisturbanceCurve>::failure(all.error());
    }
    const qsizetype classes = weights->classes;
    for (int i = 0; i < count; ++i) {
        curve.probabilities.emplace_back(all.value().begin() + i * classes, all.value().begin() + (i + 1) * classes);
    }
    return curve;
}

} // namespace convscope
