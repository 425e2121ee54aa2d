// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/calibration.h"

#include <algorithm>
#include <cmath>

namespace convscope {

Calibration calibrationOf(const std::vector<Answer> &answers, const std::vector<std::uint8_t> &labels, int bins)
{
    Calibration result;
    std::vector<double> confidences(static_cast<std::size_t>(bins));
    std::vector<int> rights(static_cast<std::size_t>(bins));
    for (int i = 0; i < bins; ++i) {
        result.bins.push_back({double(i) / bins, double(i + 1) / bins});
    }
    double allConfidence = 0.0;
    int allRight = 0;
    result.pictures = int(std::min(answers.size(), labels.size()));
    for (std::size_t i = 0; i < std::size_t(result.pictures); ++i) {
        const double confidence = answers[i].confidence;
        // A bin has its upper end, so 1 lies in the last one; the small step takes off what rounding to float put on.
        const auto bin = std::size_t(std::clamp(int(std::ceil(confidence * bins - 1e-6)) - 1, 0, bins - 1));
        const bool isRight = answers[i].predicted == labels[i];
        ++result.bins[bin].pictures;
        confidences[bin] += confidence;
        rights[bin] += isRight;
        allConfidence += confidence;
        allRight += isRight;
    }
    if (result.pictures == 0) {
        return result;
    }
    result.error = 0.0;
    result.confidence = allConfidence / result.pictures;
    result.accuracy = double(allRight) / result.pictures;
    for (std::size_t i = 0; i < result.bins.size(); ++i) {
        CalibrationBin &bin = result.bins[i];
        if (bin.pictures > 0) {
            bin.confidence = confidences[i] / bin.pictures;
            bin.accuracy = double(rights[i]) / bin.pictures;
            result.error += double(bin.pictures) / result.pictures * std::abs(bin.accuracy - bin.confidence);
        }
    }
    return result;
}

} // namespace convscope
