// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inspectedweights.h"

#include "core/engine/snapshot.h"

#include <algorithm>
#include <stdexcept>

namespace convscope {

Network networkFrom(const Weights &weights)
{
    Network network(weights.architecture, weights.side, weights.classes, /*seed=*/0, /*fast=*/false);
    restoreWeights(weights.arrays, network);
    network->eval();
    for (torch::Tensor &parameter : network->parameters()) {
        parameter.set_requires_grad(false);
    }
    return network;
}

torch::Tensor tensorFrom(const std::vector<Picture> &pictures, const Weights &weights)
{
    torch::Tensor tensor = torch::empty({qint64(pictures.size()), 1, weights.side, weights.side});
    const std::size_t pixels = std::size_t(weights.side) * std::size_t(weights.side);
    float *values = tensor.data_ptr<float>();
    for (const Picture &picture : pictures) {
        if (picture.values.size() != pixels) {
            throw std::invalid_argument("the picture has another size than the network's");
        }
        values = std::copy(picture.values.begin(), picture.values.end(), values);
    }
    return tensor;
}

} // namespace convscope
