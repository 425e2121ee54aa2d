// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/overfitting.h"

#include "core/inspection/answers.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double leastRise = 0.01; // of the lowest test loss

} // namespace

std::optional<Overfitting> findOverfitting(const std::vector<EpochReport> &epochs)
{
    const EpochReport *best = nullptr;
    for (const EpochReport &report : epochs) {
        if (hasLowerTestLoss(report, best)) {
            best = &report;
        }
    }
    if (!best || best == &epochs.back()) {
        return std::nullopt;
    }
    const EpochReport &last = epochs.back();
    const bool rose = last.testLoss > best->testLoss * (1.0 + leastRise) && last.testLoss > last.trainLoss;
    if (!rose) {
        return std::nullopt;
    }
    return Overfitting{best->epoch, last.epoch, best->testLoss, last.testLoss, last.trainAccuracy - last.testAccuracy, last.testLoss - last.trainLoss};
}

OverfittingCost overfittingCost(const TestProbabilities &best, const TestProbabilities &last, const std::vector<std::uint8_t> &labels)
{
    OverfittingCost cost;
    const std::vector<Answer> before = answersFrom(best, labels);
    const std::vector<Answer> after = answersFrom(last, labels);
    if (before.empty() || after.size() != before.size()) {
        return cost;
    }
    std::vector<ClassCost> classes(std::size_t(best.classes));
    std::vector<int> counts(classes.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        ClassCost &one = classes[labels[i]];
        one.label = labels[i];
        ++counts[labels[i]];
        one.lossRise += double(after[i].loss) - double(before[i].loss);
        const bool wasRight = before[i].predicted == labels[i];
        const bool isRight = after[i].predicted == labels[i];
        one.accuracyChange += double(isRight) - double(wasRight);
        cost.won += !wasRight && isRight ? 1 : 0;
        if (wasRight && !isRight) {
            cost.lost.push_back(int(i));
        }
    }
    for (ClassCost &one : classes) {
        if (const int count = counts[std::size_t(one.label)]; count > 0) {
            one.lossRise /= count;
            one.accuracyChange /= count;
            cost.classes.push_back(one);
        }
    }
    std::stable_sort(cost.classes.begin(), cost.classes.end(), [](const ClassCost &a, const ClassCost &b) { return a.lossRise > b.lossRise; });
    const auto rise = [&](int picture) { return after[std::size_t(picture)].loss - before[std::size_t(picture)].loss; };
    std::stable_sort(cost.lost.begin(), cost.lost.end(), [&](int a, int b) { return rise(a) > rise(b); });
    return cost;
}

} // namespace convscope
