// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/dnnlcommon.h"

namespace convscope::dnnlcommon {

namespace {

/// With a slope of exactly 0 oneDNN takes a maximum, which turns NaN into 0; with this one it multiplies.
constexpr float almostZeroSlope = 1e-30f;

} // namespace

using dnnl::memory;
using Tag = dnnl::memory::format_tag;

memory::desc plain(const memory::dims &dims, Tag tag)
{
    return {dims, memory::data_type::f32, tag};
}

memory::desc anyLayout(const memory::dims &dims)
{
    return plain(dims, Tag::any);
}

memory pointing(const memory::desc &desc, const dnnl::engine &engine)
{
    return {desc, engine, nullptr};
}

dnnl::primitive_attr fusedActivation(float slope)
{
    dnnl::post_ops operations;
    operations.append_eltwise(1.0f, dnnl::algorithm::eltwise_relu, slope == 0.0f ? almostZeroSlope : slope, 0.0f);
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(operations);
    return attributes;
}

bool coversActivation(Activation activation)
{
    return activation == Activation::Relu || activation == Activation::LeakyRelu;
}

float slopeOf(Activation activation)
{
    return activation == Activation::LeakyRelu ? float(leakyReluSlope) : 0.0f;
}

float *floats(const memory &buffer)
{
    return static_cast<float *>(buffer.get_data_handle());
}

qint64 floatCount(const memory &buffer)
{
    return qint64(buffer.get_desc().get_size() / sizeof(float));
}

} // namespace convscope::dnnlcommon
