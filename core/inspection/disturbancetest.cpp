// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/disturbancetest.h"

#include <QCoreApplication>

#include <algorithm>
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

Result<AccuracyCurve> accuracyCurve(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, Disturbance::Kind kind, const Inspector::IsCancelled &isCancelled)
{
    constexpr int steps = 5;
    constexpr int batch = 100;
    const DisturbanceRange range = rangeOf(kind);
    const int count = std::min(testedPictures, data.test.count);
    AccuracyCurve curve;
    for (int step = 0; step <= steps; ++step) {
        const double amount = range.neutral + (range.to - range.neutral) * step / steps;
        int right = 0;
        for (int first = 0; first < count; first += batch) {
            if (isCancelled && isCancelled()) {
                return Result<AccuracyCurve>::failure(QCoreApplication::translate("convscope::DisturbanceTest", "The test was given up."));
            }
            std::vector<Picture> pictures;
            for (int i = first; i < std::min(count, first + batch); ++i) {
                pictures.push_back(disturbed(testPicture(data, i), {kind, amount}, quint64(i)));
            }
            const Result<std::vector<float>> all = inspector.probabilities(weights, pictures);
            if (!all) {
                return Result<AccuracyCurve>::failure(all.error());
            }
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                const auto begin = all.value().begin() + qsizetype(i) * weights->classes;
                right += std::max_element(begin, begin + weights->classes) - begin == data.test.labels[std::size_t(first) + i] ? 1 : 0;
            }
        }
        curve.amounts.push_back(amount);
        curve.accuracies.push_back(count > 0 ? double(right) / count : 0.0);
    }
    return curve;
}

} // namespace convscope
