// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterlayer.h"

namespace convscope {

/// Kernels that image processing knows by name.
enum class NamedKernel { Identity, Edge, SobelX, SobelY, Blur, Sharpen };

/// Operations on a copy of a network's weights; what they are given is never changed. Each returns nullptr where the layer, the filter
/// or the size doesn't exist.
namespace surgery {

/// Of any odd size from 3 on; the 3x3 kernel in its middle (blur: over the whole size). Empty for another size.
std::vector<float> namedKernel(NamedKernel kernel, int size);

/// Weights and bias 0; with batch normalisation its scale and shift, too: after it nothing comes out (a sigmoid still says a half).
WeightsPtr silence(const Weights &weights, int layer, int filter);
/// All that belongs to the filter, as it was in `start`, running statistics included.
WeightsPtr resetTo(const Weights &weights, const Weights &start, int layer, int filter);
/// [height, width] for one input channel; the other channels keep theirs.
WeightsPtr setKernel(const Weights &weights, int layer, int filter, int channel, const std::vector<float> &values);

} // namespace surgery

} // namespace convscope
