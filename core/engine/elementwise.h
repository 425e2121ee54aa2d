// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Small loops over float32 buffers, split over LibTorch's threads.
namespace convscope {

/// values[i] *= factors[i]
void multiplyInPlace(float *values, const float *factors, qint64 count);

/// The gradient before a (leaky) ReLU from the gradient behind it: gradient[i] *= mask[i] (where there is a mask) and *=
/// slope where output[i] <= 0. `output` is what came out, after the mask.
void multiplyBySlope(float *gradient, const float *output, const float *mask, float slope, qint64 count);

/// False when any value is NaN or infinite.
bool allFinite(const float *values, qint64 count);

/// The largest magnitude; NaN where one of the values is NaN or infinite.
float largestMagnitude(const float *values, qint64 count);

/// Rounded as float32 sums are; infinite or NaN where a value is, or where they overflow.
double sumOfMagnitudes(const float *values, qint64 count);

} // namespace convscope
