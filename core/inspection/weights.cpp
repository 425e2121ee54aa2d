// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/weights.h"

#include "core/model/layersummary.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

constexpr int usualSide = 28;
constexpr int largestSide = 256;

bool fits(const Architecture &architecture, int side, int classes, qint64 features)
{
    const ArchitectureSummary summary = summarize(architecture, side, classes);
    return !summary.problem && std::any_of(summary.layers.begin(), summary.layers.end(), [features](const LayerSummary &layer) {
        return layer.kind == LayerKind::Flatten && layer.channels == features;
    });
}

int sideOf(const Architecture &architecture, int classes, qint64 features)
{
    if (fits(architecture, usualSide, classes, features)) {
        return usualSide;
    }
    for (int side = 1; side <= largestSide; ++side) {
        if (fits(architecture, side, classes, features)) {
            return side;
        }
    }
    return 0;
}

} // namespace

const NamedArray *Weights::find(const std::string &name) const
{
    const auto found = std::find_if(arrays.begin(), arrays.end(), [&name](const NamedArray &array) { return array.name == name; });
    return found == arrays.end() ? nullptr : &*found;
}

NamedArray *Weights::find(const std::string &name)
{
    return const_cast<NamedArray *>(std::as_const(*this).find(name));
}

std::shared_ptr<const Weights> weightsFrom(const Architecture &architecture, qint64 steps, std::vector<NamedArray> arrays)
{
    auto weights = std::make_shared<Weights>(Weights{architecture, 0, 0, steps, std::move(arrays)});
    const NamedArray *first = weights->find(architecture.hiddenLayers.empty() ? "output.weight" : "hidden1.weight");
    const NamedArray *bias = weights->find("output.bias");
    if (!first || !bias || first->shape.size() != 2 || bias->shape.size() != 1) {
        return nullptr;
    }
    weights->classes = int(bias->shape[0]);
    weights->side = sideOf(architecture, weights->classes, first->shape[1]);
    return weights->side > 0 ? weights : nullptr;
}

} // namespace convscope
