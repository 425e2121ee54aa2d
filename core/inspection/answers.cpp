// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/answers.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr float scale = 65535.0f;

bool isWhole(const TestProbabilities &probabilities)
{
    return probabilities.images >= 0 && probabilities.classes > 0
        && probabilities.values.size() == std::size_t(probabilities.images) * std::size_t(probabilities.classes);
}

Answer answerFrom(const std::uint16_t *row, int classes, int label)
{
    Answer answer;
    answer.predicted = int(std::max_element(row, row + classes) - row);
    int second = 0;
    for (int other = 0; other < classes; ++other) {
        if (other != answer.predicted) {
            second = std::max(second, int(row[other]));
        }
    }
    answer.confidence = float(row[answer.predicted]) / scale;
    answer.margin = float(row[answer.predicted] - second) / scale;
    answer.loss = -std::log(std::max(float(row[label]), 0.5f) / scale);
    return answer;
}

} // namespace

std::vector<Answer> answersFrom(const TestProbabilities &probabilities, const std::vector<std::uint8_t> &labels)
{
    const int classes = probabilities.classes;
    if (!isWhole(probabilities) || labels.size() != std::size_t(probabilities.images)
        || std::any_of(labels.begin(), labels.end(), [classes](std::uint8_t label) { return int(label) >= classes; })) {
        return {};
    }
    std::vector<Answer> answers;
    answers.reserve(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        answers.push_back(answerFrom(probabilities.values.data() + i * std::size_t(classes), classes, labels[i]));
    }
    return answers;
}

std::vector<std::uint8_t> predictedClasses(const TestProbabilities &probabilities)
{
    std::vector<std::uint8_t> predicted;
    if (!isWhole(probabilities)) {
        return predicted;
    }
    const auto classes = std::size_t(probabilities.classes);
    predicted.reserve(std::size_t(probabilities.images));
    for (std::size_t i = 0; i < std::size_t(probabilities.images); ++i) {
        const std::uint16_t *row = probabilities.values.data() + i * classes;
        predicted.push_back(std::uint8_t(std::max_element(row, row + classes) - row));
    }
    return predicted;
}

} // namespace convscope
