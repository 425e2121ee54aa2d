// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/disagreements.h"

#include <algorithm>

namespace convscope {

Disagreements disagreementsOf(const std::vector<Answer> &first, const std::vector<Answer> &second, const std::vector<std::uint8_t> &labels)
{
    Disagreements result;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool a = first[i].predicted == labels[i];
        const bool b = second[i].predicted == labels[i];
        if (a != b) {
            (a ? result.onlyFirst : result.onlySecond).push_back(int(i));
        } else {
            ++(a ? result.bothRight : result.bothWrong);
        }
    }
    const auto sureness = [&](int i) { return first[std::size_t(i)].confidence * second[std::size_t(i)].confidence; };
    for (std::vector<int> *list : {&result.onlyFirst, &result.onlySecond}) {
        std::stable_sort(list->begin(), list->end(), [&](int a, int b) { return sureness(a) > sureness(b); });
    }
    return result;
}

} // namespace convscope
