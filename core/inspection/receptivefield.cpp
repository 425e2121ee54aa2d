// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/receptivefield.h"

namespace convscope {

Patch receptiveField(const Architecture &architecture, int block, int y, int x)
{
    Patch patch{x, y, 1};
    for (int i = block; i >= 0; --i) {
        const ConvBlock &conv = architecture.convBlocks[std::size_t(i)];
        if (i < block && conv.maxPool) { // what pooling handed on came from 2x2 places
            patch = {2 * patch.left, 2 * patch.top, 2 * patch.size};
        }
        patch = {patch.left - conv.padding, patch.top - conv.padding, patch.size + conv.kernelSize - 1};
    }
    return patch;
}

Picture cut(const Picture &picture, const Patch &patch)
{
    Picture part{patch.size, std::vector<float>(std::size_t(patch.size) * std::size_t(patch.size), 0.0f)};
    for (int y = 0; y < patch.size; ++y) {
        for (int x = 0; x < patch.size; ++x) {
            const int fromY = patch.top + y;
            const int fromX = patch.left + x;
            if (fromY >= 0 && fromY < picture.side && fromX >= 0 && fromX < picture.side) {
                part.values[std::size_t(y * patch.size + x)] = picture.values[std::size_t(fromY * picture.side + fromX)];
            }
        }
    }
    return part;
}

} // namespace convscope
