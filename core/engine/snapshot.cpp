// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/snapshot.h"

#include <algorithm>
#include <stdexcept>

namespace convscope {

namespace {

std::vector<std::pair<std::string, torch::Tensor>> tensorsOf(const Network &network)
{
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    for (const auto &named : network->named_parameters()) {
        tensors.emplace_back(named.key(), named.value().detach());
    }
    for (const auto &named : network->named_buffers()) {
        tensors.emplace_back(named.key(), named.value());
    }
    return tensors;
}

} // namespace

NamedArray arrayOf(const std::string &name, const torch::Tensor &tensor)
{
    const torch::Tensor contiguous = tensor.contiguous();
    const float *values = contiguous.data_ptr<float>();
    return {name, {contiguous.sizes().begin(), contiguous.sizes().end()}, {values, values + contiguous.numel()}};
}

void restoreArray(const NamedArray &array, torch::Tensor tensor)
{
    const std::vector<qint64> shape(tensor.sizes().begin(), tensor.sizes().end());
    if (array.shape != shape || qint64(array.values.size()) != tensor.numel()) {
        throw std::invalid_argument("the saved " + array.name + " has another shape than the network's");
    }
    std::copy(array.values.begin(), array.values.end(), tensor.data_ptr<float>());
}

const NamedArray &arrayNamed(const std::vector<NamedArray> &arrays, const std::string &name)
{
    const auto found = std::find_if(arrays.begin(), arrays.end(), [&name](const NamedArray &array) { return array.name == name; });
    if (found == arrays.end()) {
        throw std::invalid_argument("the saved state has no " + name);
    }
    return *found;
}

std::vector<NamedArray> weightsOf(const Network &network)
{
    std::vector<NamedArray> weights;
    for (const auto &[name, tensor] : tensorsOf(network)) {
        weights.push_back(arrayOf(name, tensor));
    }
    return weights;
}

void restoreWeights(const std::vector<NamedArray> &weights, Network &network)
{
    for (const auto &[name, tensor] : tensorsOf(network)) {
        restoreArray(arrayNamed(weights, name), tensor);
    }
}

} // namespace convscope
