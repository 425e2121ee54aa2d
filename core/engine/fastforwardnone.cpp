// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for fastforward.cpp where oneDNN's headers are missing: nothing is covered, the plain layers compute.
#include "core/engine/fastforward.h"

#include <stdexcept>

namespace convscope {

class FastForward::Private
{
};

bool FastForward::covers(const Architecture &, int)
{
    return false;
}

bool FastForward::coversInBfloat16(const Architecture &)
{
    return false;
}

bool FastForward::isIndependentOfThreads(const Architecture &)
{
    return false;
}

FastForward::FastForward(const Architecture &, int, int, int, Precision) { }

FastForward::~FastForward() = default;

torch::Tensor FastForward::forward(const torch::Tensor &, const std::vector<torch::Tensor> &,
                                   const std::vector<torch::Tensor> &, bool)
{
    throw std::logic_error("built without oneDNN");
}

} // namespace convscope
