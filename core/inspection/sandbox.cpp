// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/sandbox.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace convscope::sandbox {

namespace {

/// The 3 x 3 presets, row by row.
std::array<float, 9> smallKernel(KernelPreset preset)
{
    switch (preset) {
    case KernelPreset::Edges: // Laplace's operator with diagonals
        return {-1, -1, -1, -1, 8, -1, -1, -1, -1};
    case KernelPreset::SobelVertical: // answers to vertical edges
        return {-1, 0, 1, -2, 0, 2, -1, 0, 1};
    case KernelPreset::SobelHorizontal:
        return {-1, -2, -1, 0, 0, 0, 1, 2, 1};
    case KernelPreset::Sharpen:
        return {0, -1, 0, -1, 5, -1, 0, -1, 0};
    case KernelPreset::Identity:
    case KernelPreset::Blur:
        break;
    }
    return {0, 0, 0, 0, 1, 0, 0, 0, 0};
}

} // namespace

Grid filledGrid(int width, int height, float value)
{
    return {width, height, std::vector<float>(std::size_t(width) * std::size_t(height), value)};
}

int outputSize(int input, int kernel, int stride, int padding)
{
    const int room = input + 2 * padding - kernel;
    return room < 0 || stride < 1 ? 0 : room / stride + 1;
}

Placement placementAt(const Grid &picture, const Grid &kernel, int stride, int padding, int y, int x)
{
    Placement place{y * stride - padding, x * stride - padding, {}, {}, 0.0};
    for (int ky = 0; ky < kernel.height; ++ky) {
        for (int kx = 0; kx < kernel.width; ++kx) {
            const int py = place.top + ky;
            const int px = place.left + kx;
            const bool isInside = py >= 0 && px >= 0 && py < picture.height && px < picture.width;
            place.window.push_back(isInside ? picture.at(py, px) : 0.0f);
            place.products.push_back(double(place.window.back()) * double(kernel.at(ky, kx)));
        }
    }
    place.sum = std::accumulate(place.products.begin(), place.products.end(), 0.0);
    return place;
}

Grid convolved(const Grid &picture, const Grid &kernel, int stride, int padding)
{
    Grid result = filledGrid(outputSize(picture.width, kernel.width, stride, padding), outputSize(picture.height, kernel.height, stride, padding));
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            result.set(y, x, float(placementAt(picture, kernel, stride, padding, y, x).sum));
        }
    }
    return result;
}

Grid kernelOf(KernelPreset preset, int size)
{
    if (preset == KernelPreset::Blur) {
        return filledGrid(size, size, 1.0f / float(size * size));
    }
    Grid kernel = filledGrid(size, size);
    const std::array<float, 9> small = smallKernel(preset);
    const int edge = (size - 3) / 2;
    for (int i = 0; i < 9; ++i) {
        kernel.set(edge + i / 3, edge + i % 3, small[std::size_t(i)]);
    }
    return kernel;
}

Grid pictureOf(PicturePreset preset, int side)
{
    Grid picture = filledGrid(side, side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const bool isBar = x >= side * 2 / 5 && x < side - side * 2 / 5;
            const bool isOn = preset == PicturePreset::Checkerboard ? (x / 2 + y / 2) % 2 == 0 : isBar;
            picture.set(y, x, isOn ? 1.0f : 0.0f);
        }
    }
    return picture;
}

Grid cropOf(const Picture &picture, int side)
{
    Grid crop = filledGrid(side, side);
    const int first = (picture.side - side) / 2;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int py = first + y;
            const int px = first + x;
            if (py >= 0 && px >= 0 && py < picture.side && px < picture.side) {
                crop.set(y, x, std::round(picture.values[std::size_t(py) * std::size_t(picture.side) + std::size_t(px)] * 10.0f) / 10.0f);
            }
        }
    }
    return crop;
}

} // namespace convscope::sandbox
