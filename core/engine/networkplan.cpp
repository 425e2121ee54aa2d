// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/networkplan.h"

#include "core/engine/dnnltrunk.h"
#include "core/engine/pooledtrunk.h"
#include "core/model/layersummary.h"

namespace convscope {

namespace {

int featuresOf(const Architecture &architecture, int side, int classes)
{
    for (const LayerSummary &layer : summarize(architecture, side, classes).layers) {
        if (layer.kind == LayerKind::Flatten) {
            return int(layer.channels);
        }
    }
    return side * side;
}

std::unique_ptr<Trunk> makeTrunk(const dnnl::engine &engine, const Architecture &architecture, int side, int pictures, int threads,
                                 bool training, Precision precision)
{
    if (architecture.convBlocks.empty()) {
        return nullptr;
    }
    if (PooledTrunk::covers(architecture)) {
        return std::make_unique<PooledTrunk>(architecture, side, pictures, threads, training, precision);
    }
    return std::make_unique<DnnlTrunk>(engine, architecture, side, pictures, training);
}

/// Only trying shows which code oneDNN has for these shapes; the number of pictures doesn't matter for that.
bool hasQuickDnnlTrunk(const Architecture &architecture, int side)
{
    constexpr int pictures = 8;
    const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return DnnlTrunk::knows(architecture) && DnnlTrunk(engine, architecture, side, pictures, /*training=*/true).isQuick()
        && DnnlTrunk(engine, architecture, side, pictures, /*training=*/false).isQuick();
}

std::vector<ParameterPointers> from(std::size_t first, const std::vector<ParameterPointers> &all)
{
    return {all.begin() + std::ptrdiff_t(first), all.end()};
}

} // namespace

bool NetworkPlan::isIndependentOfThreads(const Architecture &architecture)
{
    return architecture.convBlocks.empty() || PooledTrunk::covers(architecture);
}

bool NetworkPlan::covers(const Architecture &architecture, int side)
{
    return DenseHead::covers(architecture)
        && (isIndependentOfThreads(architecture) || hasQuickDnnlTrunk(architecture, side));
}

bool NetworkPlan::coversInBfloat16(const Architecture &architecture)
{
    return pooledBfloat16Kernels() && DenseHead::covers(architecture) && isIndependentOfThreads(architecture);
}

NetworkPlan::NetworkPlan(const dnnl::engine &engine, const Architecture &architecture, int side, int classes, int pictures,
                         int threads, bool training, Precision precision)
    : m_trunk(makeTrunk(engine, architecture, side, pictures, threads, training, precision))
    , m_blocks(architecture.convBlocks.size())
{
    const int features = featuresOf(architecture, side, classes);
    m_head = std::make_unique<DenseHead>(architecture, features, classes, pictures, threads, training, precision);
    if (m_trunk) {
        m_flat.resize(std::size_t(pictures) * std::size_t(features));
        m_flatGradient.resize(training ? m_flat.size() : 0);
    }
}

bool NetworkPlan::forward(const float *images, const std::vector<ParameterPointers> &parameters, const std::vector<const float *> &masks,
                          float *logits)
{
    const bool finite = !m_trunk || m_trunk->forward(images, parameters, m_flat.data());
    m_headInput = m_trunk ? m_flat.data() : images;
    m_head->forward(m_headInput, from(m_blocks, parameters), masks, logits);
    return finite;
}

void NetworkPlan::backward(const float *logitGradients, const std::vector<ParameterPointers> &parameters,
                           const std::vector<const float *> &masks, const std::vector<ParameterPointers> &gradients)
{
    m_head->backward(m_headInput, logitGradients, from(m_blocks, parameters), masks, from(m_blocks, gradients),
                     m_trunk ? m_flatGradient.data() : nullptr);
    if (m_trunk) {
        m_trunk->backward(m_flatGradient.data(), parameters, gradients);
    }
}

} // namespace convscope
