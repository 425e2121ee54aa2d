// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/filterfilm.h"

namespace convscope {

std::vector<float> FilterFilm::frameAt(qint64 steps) const
{
    if (!holds(steps)) {
        return {};
    }
    const auto begin = values.begin() + std::ptrdiff_t((steps - firstStep) / stride * frameSize());
    return {begin, begin + std::ptrdiff_t(frameSize())};
}

} // namespace convscope
