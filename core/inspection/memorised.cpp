// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/memorised.h"

#include "core/data/trainingsubset.h"

#include <QCoreApplication>

#include <algorithm>

namespace convscope {

namespace {

constexpr std::size_t askedAtOnce = 250;
/// Comparing each with each takes a second then.
constexpr int mostCompared = 2000;

/// Answers to all, in their order.
QString answerAll(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, std::vector<TrainedAnswer> &answers,
                  const Inspector::IsCancelled &isCancelled)
{
    for (std::size_t first = 0; first < answers.size(); first += askedAtOnce) {
        if (isCancelled && isCancelled()) {
            return QCoreApplication::translate("convscope::Memorised", "It was given up.");
        }
        const std::size_t end = std::min(answers.size(), first + askedAtOnce);
        std::vector<Picture> pictures;
        for (std::size_t i = first; i < end; ++i) {
            pictures.push_back(trainPicture(data, answers[i].picture));
        }
        const Result<std::vector<float>> probabilities = inspector.probabilities(weights, pictures);
        if (!probabilities) {
            return probabilities.error();
        }
        const std::size_t classes = probabilities.value().size() / pictures.size();
        for (std::size_t i = first; i < end; ++i) {
            const auto row = probabilities.value().begin() + std::ptrdiff_t((i - first) * classes);
            const auto highest = std::max_element(row, row + std::ptrdiff_t(classes));
            answers[i].predicted = int(highest - row);
            answers[i].confidence = *highest;
        }
    }
    return QString();
}

/// The mislabelled ones, or those with their own label.
std::vector<TrainedAnswer> questions(const Dataset &data, const TrainingSubset &subset, bool mislabelled)
{
    std::vector<TrainedAnswer> questions;
    std::size_t next = 0;
    for (std::size_t i = 0; i < subset.pictures.size(); ++i) {
        const bool isWrong = next < subset.mislabelled.size() && std::size_t(subset.mislabelled[next]) == i;
        next += isWrong ? 1 : 0;
        if (isWrong == mislabelled) {
            const int picture = subset.pictures[i];
            questions.push_back({picture, data.train.labels[std::size_t(picture)], subset.labels[i]});
        }
    }
    return questions;
}

/// Evenly spaced ones: the pictures of a file may lie in some order.
void thinOut(std::vector<TrainedAnswer> &questions, int most)
{
    if (questions.size() <= std::size_t(most)) {
        return;
    }
    std::vector<TrainedAnswer> kept;
    for (int i = 0; i < most; ++i) {
        kept.push_back(questions[questions.size() * std::size_t(i) / std::size_t(most)]);
    }
    questions = std::move(kept);
}

/// Marks those whose look-alikes are something else; `asked` are those that were asked, with their own labels.
void compareWithLookalikes(const Dataset &data, std::vector<TrainedAnswer> &asked, MemorisedAnswers &answers,
                           const std::shared_ptr<const Lookalikes> &known, const Inspector::IsCancelled &isCancelled)
{
    std::vector<TrainedAnswer> compared = asked;
    thinOut(compared, mostCompared);
    std::vector<int> pictures;
    for (const TrainedAnswer &answer : compared) {
        pictures.push_back(answer.picture);
    }
    answers.lookalikes = known && known->pictures == pictures ? known : std::make_shared<const Lookalikes>(lookalikesOf(data, pictures, isCancelled));
    const Lookalikes &all = *answers.lookalikes;
    std::size_t next = 0;
    for (TrainedAnswer &answer : asked) { // both are in the same order
        if (next < all.pictures.size() && all.pictures[next] == answer.picture) {
            answer.agreeing = all.agreeing[next];
            answer.neighbours = all.majority[next];
            answers.againstNeighbours += answer.isAgainstNeighbours() ? 1 : 0;
            answers.learntAgainst += answer.isAgainstNeighbours() && answer.predicted == answer.label ? 1 : 0;
            ++next;
        }
    }
    answers.compared = int(next);
}

} // namespace

Result<MemorisedAnswers> askTrained(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, const TrainingSettings &settings,
                                    int most, const Inspector::IsCancelled &isCancelled, const std::shared_ptr<const Lookalikes> &known)
{
    const TrainingSubset subset = chooseTrainingSubset(data, settings.trainImages, settings.labelNoise, settings.seed);
    std::vector<TrainedAnswer> wrong = questions(data, subset, true);
    std::vector<TrainedAnswer> right = questions(data, subset, false);
    thinOut(right, most);
    for (std::vector<TrainedAnswer> *part : {&wrong, &right}) {
        if (const QString error = answerAll(inspector, weights, data, *part, isCancelled); !error.isEmpty()) {
            return Result<MemorisedAnswers>::failure(error);
        }
    }
    MemorisedAnswers answers;
    answers.mislabelled = int(wrong.size());
    for (const TrainedAnswer &answer : wrong) {
        ++(answer.predicted == answer.given ? answers.wrongLabel : answer.predicted == answer.label ? answers.trueClass : answers.other);
    }
    answers.asked = int(right.size());
    const auto isRight = [](const TrainedAnswer &answer) { return answer.predicted == answer.label; };
    answers.askedRight = int(std::count_if(right.begin(), right.end(), isRight));
    if (wrong.empty()) {
        compareWithLookalikes(data, right, answers, known, isCancelled);
        const auto isPlain = [&isRight](const TrainedAnswer &answer) { return isRight(answer) && !answer.isAgainstNeighbours(); };
        right.erase(std::remove_if(right.begin(), right.end(), isPlain), right.end());
        wrong = std::move(right);
    }
    std::stable_sort(wrong.begin(), wrong.end(), [](const TrainedAnswer &a, const TrainedAnswer &b) {
        const auto isMemorised = [](const TrainedAnswer &one) { return one.predicted == one.given; };
        return isMemorised(a) != isMemorised(b) ? isMemorised(a) : a.confidence > b.confidence;
    });
    answers.shown = std::move(wrong);
    return answers;
}

} // namespace convscope
