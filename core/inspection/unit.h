// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convscope {

/// One number among a network's outputs. `layer`: index into summarize()'s layers, 0 is the input. After the flattening a layer's units
/// are its channels, with y = x = 0.
struct UnitAddress
{
    int layer = 0;
    int channel = 0;
    int y = 0;
    int x = 0;

    bool operator==(const UnitAddress &) const = default;
};

} // namespace convscope
