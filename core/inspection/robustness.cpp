// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/robustness.h"

#include <QCoreApplication>

#include <cmath>

namespace convscope {

namespace {

constexpr int steps = 5;

/// Of all networks, in their order.
Result<std::vector<double>> accuraciesOf(const Inspector &inspector, const std::vector<WeightsPtr> &networks, const Dataset &data,
                                         const std::function<void()> &step, const Inspector::IsCancelled &isCancelled)
{
    std::vector<double> accuracies;
    for (const WeightsPtr &weights : networks) {
        const Result<TestAnswers> answers = inspector.test(weights, data, isCancelled);
        if (!answers) {
            return Result<std::vector<double>>::failure(answers.error());
        }
        accuracies.push_back(answers.value().accuracy);
        step();
    }
    return accuracies;
}

} // namespace

Dataset disturbedTest(const Dataset &data, const Disturbance &disturbance)
{
    Dataset changed;
    changed.name = data.name;
    changed.side = data.side;
    changed.classes = data.classes;
    changed.originalClassNames = data.originalClassNames;
    changed.test = data.test;
    auto pixel = changed.test.pixels.begin();
    for (int i = 0; i < data.test.count; ++i) {
        for (const float value : disturbed(testPicture(data, i), disturbance, quint64(i)).values) {
            *pixel++ = std::uint8_t(std::lround(value * 255.0f));
        }
    }
    return changed;
}

std::vector<double> testedAmounts(Disturbance::Kind kind)
{
    const DisturbanceRange range = rangeOf(kind);
    std::vector<double> amounts;
    for (int step = 0; step <= steps; ++step) {
        amounts.push_back(range.neutral + (range.to - range.neutral) * step / steps);
    }
    return amounts;
}

Result<Robustness> robustness(const Inspector &inspector, const std::vector<WeightsPtr> &networks, const Dataset &data,
                              const std::vector<Disturbance::Kind> &kinds, const std::function<void(int, int)> &progress,
                              const Inspector::IsCancelled &isCancelled)
{
    using Failure = Result<Robustness>;
    if (data.test.count == 0) {
        return Failure::failure(QCoreApplication::translate("convscope::Robustness", "The data set has no test pictures."));
    }
    Robustness result;
    result.pictures = data.test.count;
    int done = 0;
    const int all = int(networks.size()) * (1 + int(kinds.size()) * steps); // undisturbed is the same for all kinds
    const auto step = [&] {
        if (progress) {
            progress(++done, all);
        }
    };
    const Result<std::vector<double>> undisturbed = accuraciesOf(inspector, networks, data, step, isCancelled);
    if (!undisturbed) {
        return Failure::failure(undisturbed.error());
    }
    for (const Disturbance::Kind kind : kinds) {
        Robustness::Curve curve{kind, testedAmounts(kind), {}};
        for (const double accuracy : undisturbed.value()) {
            curve.accuracies.push_back({accuracy});
        }
        for (std::size_t i = 1; i < curve.amounts.size(); ++i) {
            if (isCancelled && isCancelled()) {
                return Failure::failure(QCoreApplication::translate("convscope::Robustness", "The test was given up."));
            }
            const Result<std::vector<double>> accuracies =
                accuraciesOf(inspector, networks, disturbedTest(data, {kind, curve.amounts[i]}), step, isCancelled);
            if (!accuracies) {
                return Failure::failure(accuracies.error());
            }
            for (std::size_t network = 0; network < networks.size(); ++network) {
                curve.accuracies[network].push_back(accuracies.value()[network]);
            }
        }
        result.curves.push_back(std::move(curve));
    }
    return result;
}

} // namespace convscope
