// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"

#include <oneapi/dnnl/dnnl.hpp>

#include <QtGlobal>

// What DnnlTrunk and DnnlHead share.
namespace convscope::dnnlcommon {

dnnl::memory::desc plain(const dnnl::memory::dims &dims, dnnl::memory::format_tag tag);
/// The layout that oneDNN likes best.
dnnl::memory::desc anyLayout(const dnnl::memory::dims &dims);
/// Memory whose data pointer is set at every step.
dnnl::memory pointing(const dnnl::memory::desc &desc, const dnnl::engine &engine);
/// The activation as part of a primitive; `slope` is the one below 0.
dnnl::primitive_attr fusedActivation(float slope);
/// ReLU and leaky ReLU.
bool coversActivation(Activation activation);
float slopeOf(Activation activation);
float *floats(const dnnl::memory &buffer);
qint64 floatCount(const dnnl::memory &buffer);

} // namespace convscope::dnnlcommon
