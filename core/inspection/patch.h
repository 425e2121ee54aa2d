// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/picture.h"
#include "core/inspection/weights.h"

namespace convscope {

/// A square of a picture; it may reach beyond the borders, where padding is.
struct Patch
{
    int left = 0;
    int top = 0;
    int size = 0;

    bool operator==(const Patch &) const = default;
};

/// What one place (y, x) in the output of a convolution (before its pooling) sees of the picture; see receptiveField(). `block`: index
/// into the architecture's convBlocks.
Patch receptivePatch(const Weights &weights, int block, int y, int x);

/// That part of the picture; black beyond its borders.
Picture cut(const Picture &picture, const Patch &patch);

} // namespace convscope
