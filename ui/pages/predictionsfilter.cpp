// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionsfilter.h"

#include <algorithm>

namespace convscope {

namespace {

bool isChosen(const PredictionsState &state, const PredictionsFilter &filter, std::size_t i)
{
    using Which = PredictionsFilter::Which;
    const Answer &answer = state.answers[i];
    const int label = state.data->test.labels[i];
    const double confidence = answer.confidence;
    if ((filter.trueClass >= 0 && label != filter.trueClass) || (filter.predicted >= 0 && answer.predicted != filter.predicted)
        || confidence < filter.lowest || confidence > filter.highest) {
        return false;
    }
    const bool isRight = answer.predicted == label;
    const int before = state.other ? state.otherAnswers[i].predicted : answer.predicted;
    switch (filter.which) {
    case Which::All: return true;
    case Which::Right: return isRight;
    case Which::Wrong: return !isRight;
    case Which::Changed: return before != answer.predicted;
    case Which::NowRight: return isRight && before != label;
    case Which::NowWrong: return !isRight && before == label;
    }
    return true;
}

/// The smallest comes first.
float rank(const Answer &answer, PredictionsFilter::Order order)
{
    switch (order) {
    case PredictionsFilter::Order::Loss: return -answer.loss;
    case PredictionsFilter::Order::Confidence: return -answer.confidence;
    case PredictionsFilter::Order::LeastConfidence: return answer.confidence;
    case PredictionsFilter::Order::Margin: return answer.margin;
    case PredictionsFilter::Order::Index: break;
    }
    return 0.0f;
}

} // namespace

std::vector<int> chosenPictures(const PredictionsState &state, const PredictionsFilter &filter)
{
    std::vector<int> chosen;
    for (std::size_t i = 0; i < state.answers.size(); ++i) {
        if (isChosen(state, filter, i)) {
            chosen.push_back(int(i));
        }
    }
    std::stable_sort(chosen.begin(), chosen.end(), [&](int a, int b) {
        const Answer &first = state.answers[std::size_t(a)];
        const Answer &second = state.answers[std::size_t(b)];
        const float firstRank = rank(first, filter.order);
        const float secondRank = rank(second, filter.order);
        // Losses end at what the kept probabilities resolve: of those the most confident mistakes come first.
        return firstRank != secondRank || filter.order != PredictionsFilter::Order::Loss ? firstRank < secondRank : first.confidence > second.confidence;
    });
    return chosen;
}

} // namespace convscope
