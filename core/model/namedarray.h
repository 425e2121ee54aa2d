// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <vector>

namespace convscope {

/// A tensor as a plain value: float32 in row-major order, named as the network's state_dict() names it ("conv1.weight").
struct NamedArray
{
    std::string name;
    std::vector<qint64> shape;
    std::vector<float> values;
};

} // namespace convscope
