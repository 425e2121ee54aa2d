// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/confusion.h"

#include <algorithm>
#include <numeric>

namespace convscope {

int Confusion::rowTotal(int trueClass) const
{
    const auto first = counts.begin() + std::ptrdiff_t(trueClass) * classes;
    return std::accumulate(first, first + classes, 0);
}

int Confusion::columnTotal(int answer) const
{
    int sum = 0;
    for (int row = 0; row < classes; ++row) {
        sum += at(row, answer);
    }
    return sum;
}

int Confusion::total() const
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

int Confusion::right() const
{
    int sum = 0;
    for (int label = 0; label < classes; ++label) {
        sum += at(label, label);
    }
    return sum;
}

Confusion confusionOf(const std::vector<std::uint8_t> &labels, const std::vector<std::uint8_t> &answers, int classes)
{
    Confusion confusion{classes, std::vector<int>(std::size_t(classes) * std::size_t(classes))};
    for (std::size_t i = 0; i < std::min(labels.size(), answers.size()); ++i) {
        if (labels[i] < classes && answers[i] < classes) {
            ++confusion.counts[std::size_t(labels[i]) * std::size_t(classes) + answers[i]];
        }
    }
    return confusion;
}

} // namespace convscope
