// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/surgery.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace convscope::surgery {

namespace {

/// The part of an array that belongs to one filter; empty where there is none.
std::span<float> partOf(NamedArray *array, int filter)
{
    if (!array || array->shape.empty() || filter < 0 || filter >= array->shape[0]) {
        return {};
    }
    const std::size_t size = array->values.size() / std::size_t(array->shape[0]);
    return std::span(array->values).subspan(std::size_t(filter) * size, size);
}

/// All arrays with numbers of a filter: weight, bias, and those of the normalisation behind it.
std::vector<std::string> arraysOf(const Weights &weights, int layer)
{
    const auto names = filterLayerNames(weights.architecture);
    if (layer < 0 || layer >= int(names.size())) {
        return {};
    }
    const std::string &name = names[std::size_t(layer)];
    std::vector<std::string> arrays{name + ".weight", name + ".bias"};
    if (layer < int(weights.architecture.convBlocks.size()) && weights.architecture.convBlocks[std::size_t(layer)].batchNorm) {
        const std::string norm = "norm" + std::to_string(layer + 1);
        for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"}) {
            arrays.push_back(norm + part);
        }
    }
    return arrays;
}

WeightsPtr changed(const Weights &weights, int layer, int filter, const std::function<bool(const std::string &name, std::span<float> part)> &change)
{
    const std::vector<std::string> names = arraysOf(weights, layer);
    auto copy = std::make_shared<Weights>(weights);
    for (const std::string &name : names) {
        const std::span<float> part = partOf(copy->find(name), filter);
        if (part.empty() || !change(name, part)) {
            return nullptr;
        }
    }
    return names.empty() ? nullptr : copy;
}

} // namespace

std::vector<float> namedKernel(NamedKernel kernel, int size)
{
    if (size < 3 || size % 2 == 0) {
        return {};
    }
    std::vector<float> values(std::size_t(size) * std::size_t(size), 0.0f);
    if (kernel == NamedKernel::Blur) {
        std::fill(values.begin(), values.end(), 1.0f / float(size * size));
        return values;
    }
    static constexpr float kernels[][9] = {{0, 0, 0, 0, 1, 0, 0, 0, 0},
                                           {-1, -1, -1, -1, 8, -1, -1, -1, -1},
                                           {-1, 0, 1, -2, 0, 2, -1, 0, 1},
                                           {-1, -2, -1, 0, 0, 0, 1, 2, 1},
                                           {},
                                           {0, -1, 0, -1, 5, -1, 0, -1, 0}};
    const int border = (size - 3) / 2;
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 3; ++x) {
            values[std::size_t((border + y) * size + border + x)] = kernels[int(kernel)][3 * y + x];
        }
    }
    return values;
}

WeightsPtr silence(const Weights &weights, int layer, int filter)
{
    return changed(weights, layer, filter, [](const std::string &name, std::span<float> part) {
        if (!name.ends_with(".running_mean") && !name.ends_with(".running_var")) {
            std::fill(part.begin(), part.end(), 0.0f);
        }
        return true;
    });
}

WeightsPtr resetTo(const Weights &weights, const Weights &start, int layer, int filter)
{
    Weights before = start;
    return changed(weights, layer, filter, [&before, filter](const std::string &name, std::span<float> part) {
        const std::span<float> from = partOf(before.find(name), filter);
        if (from.size() != part.size()) {
            return false;
        }
        std::copy(from.begin(), from.end(), part.begin());
        return true;
    });
}

WeightsPtr setKernel(const Weights &weights, int layer, int filter, int channel, const std::vector<float> &values)
{
    const std::optional<FilterLayer> before = filterLayer(weights, layer);
    const auto isFinite = [](float value) { return std::isfinite(value); };
    if (!before || channel < 0 || channel >= before->channels || values.size() != before->kernelSize()
        || !std::all_of(values.begin(), values.end(), isFinite)) {
        return nullptr;
    }
    return changed(weights, layer, filter, [&](const std::string &name, std::span<float> part) {
        if (name == before->name + ".weight") {
            std::copy(values.begin(), values.end(), part.begin() + std::ptrdiff_t(std::size_t(channel) * values.size()));
        }
        return true;
    });
}

} // namespace convscope::surgery
