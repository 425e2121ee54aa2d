// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/picture.h"

#include <vector>

/// A convolution to play with, apart from any network. Pure functions.
namespace convscope::sandbox {

/// [height, width] numbers, row by row.
struct Grid
{
    int width = 0;
    int height = 0;
    std::vector<float> values;

    float at(int y, int x) const { return values[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    void set(int y, int x, float value) { values[std::size_t(y) * std::size_t(width) + std::size_t(x)] = value; }
    bool operator==(const Grid &) const = default;
};

Grid filledGrid(int width, int height, float value = 0.0f);

/// floor((input + 2 * padding - kernel) / stride) + 1; 0 where the kernel is larger than the padded picture.
int outputSize(int input, int kernel, int stride, int padding);

/// One number of the result.
struct Placement
{
    int top = 0; ///< of the window on the picture; negative on the padding
    int left = 0;
    std::vector<float> window; ///< as large as the kernel; 0 beyond the edge
    std::vector<double> products;
    double sum = 0.0;
};

Placement placementAt(const Grid &picture, const Grid &kernel, int stride, int padding, int y, int x);
/// Cross-correlation, as all libraries of deep learning mean by convolution. Empty where nothing fits.
Grid convolved(const Grid &picture, const Grid &kernel, int stride, int padding);

enum class KernelPreset { Identity, Edges, SobelVertical, SobelHorizontal, Blur, Sharpen };
/// Blur fills the kernel; the others stand in the middle of kernels that are larger than 3. `size`: odd, 3 or more.
Grid kernelOf(KernelPreset preset, int size);

enum class PicturePreset { Crop, Bar, Checkerboard };
/// A bar or a checkerboard of `side` x `side`, values 0 and 1.
Grid pictureOf(PicturePreset preset, int side);
/// The middle of a picture, `side` x `side`, in steps of 0.1 so that the numbers are easy to follow.
Grid cropOf(const Picture &picture, int side);

} // namespace convscope::sandbox
