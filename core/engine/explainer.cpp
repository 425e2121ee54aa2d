// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/explainer.h"

#include "core/engine/snapshot.h"
#include "core/model/layersummary.h"

#include <algorithm>
#include <stdexcept>

namespace convscope {

namespace {

constexpr int occlusionBatch = 64;

std::vector<float> valuesOf(const torch::Tensor &tensor)
{
    const torch::Tensor flat = tensor.detach().contiguous().flatten();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

/// Index into forwardLayers() of the activation of each convolution block.
std::vector<std::size_t> activationIndexes(const Architecture &architecture, int side, int classes)
{
    const std::vector<LayerSummary> layers = summarize(architecture, side, classes).layers;
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < layers.size() && layers[i].kind != LayerKind::Flatten; ++i) {
        if (layers[i].kind == LayerKind::Activation) {
            indexes.push_back(i);
        }
    }
    return indexes;
}

torch::Tensor gradCamOf(const torch::Tensor &activations, const torch::Tensor &gradients, int64_t side)
{
    const torch::Tensor shares = gradients.mean({2, 3}, /*keepdim=*/true); // [1, C, 1, 1]
    const torch::Tensor map = torch::relu((shares * activations).sum(1, /*keepdim=*/true)); // [1, 1, H, W]
    return torch::upsample_bilinear2d(map, {side, side}, /*align_corners=*/false);
}

std::vector<float> occlusionOf(Network &network, const torch::Tensor &picture, const ExplanationQuestion &question, const std::function<void()> &checkpoint)
{
    const torch::NoGradGuard noGradients;
    const int64_t side = picture.size(2);
    const int64_t stride = std::max(1, question.stride);
    const double before = torch::softmax(network->forward(picture, {}), 1)[0][question.label].item<double>();
    std::vector<std::pair<int64_t, int64_t>> places; // of the square's middle
    std::vector<torch::Tensor> covered;
    torch::Tensor map = torch::zeros({side, side});
    const auto askAll = [&] {
        if (covered.empty()) {
            return;
        }
        checkpoint();
        const torch::Tensor shares = torch::softmax(network->forward(torch::cat(covered), {}), 1).select(1, question.label).contiguous();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto [y, x] = places[i];
            const int64_t bottom = std::min(side, y + stride);
            const int64_t right = std::min(side, x + stride);
            map.slice(0, y, bottom).slice(1, x, right).fill_(before - double(shares.data_ptr<float>()[i]));
        }
        places.clear();
        covered.clear();
    };
    const int64_t reach = question.patch / 2;
    for (int64_t y = 0; y < side; y += stride) {
        for (int64_t x = 0; x < side; x += stride) {
            const int64_t middleY = y + stride / 2;
            const int64_t middleX = x + stride / 2;
            const auto square = [&](torch::Tensor &tensor) {
                return tensor.slice(2, std::max<int64_t>(0, middleY - reach), std::min(side, middleY + reach + 1))
                    .slice(3, std::max<int64_t>(0, middleX - reach), std::min(side, middleX + reach + 1));
            };
            torch::Tensor copy = picture.clone();
            torch::Tensor under = square(copy);
            if (under.max().item<float>() <= 0.0f) {
                continue; // black already: nothing changes
            }
            under.zero_();
            places.emplace_back(y, x);
            covered.push_back(copy);
            if (covered.size() == occlusionBatch) {
                askAll();
            }
        }
    }
    askAll();
    return valuesOf(map);
}

} // namespace

Explanation explain(Network &network, const torch::Tensor &picture, const ExplanationQuestion &question, const std::function<void()> &checkpoint)
{
    const auto side = int(picture.size(2));
    Explanation explanation;
    explanation.question = question;
    torch::Tensor input = picture.clone().set_requires_grad(true);
    std::vector<torch::Tensor> layers = network->forwardLayers(input);
    const torch::Tensor logits = layers.back();
    if (question.label < 0 || question.label >= logits.size(1)) {
        throw std::invalid_argument("there is no such class");
    }
    const std::vector<std::size_t> activations = activationIndexes(network->architecture(), side, int(logits.size(1)));
    const int chosen = question.convolution < 0 ? int(activations.size()) - 1 : std::min(question.convolution, int(activations.size()) - 1);
    std::vector<torch::Tensor> wanted{input};
    if (chosen >= 0) {
        wanted.push_back(layers[activations[std::size_t(chosen)]]);
    }
    const std::vector<torch::Tensor> gradients = torch::autograd::grad({logits[0][question.label]}, wanted);
    explanation.gradient = valuesOf(gradients[0]);
    if (chosen >= 0) {
        explanation.question.convolution = chosen;
        explanation.gradCam = valuesOf(gradCamOf(wanted[1].detach(), gradients[1], side));
    }
    checkpoint();
    explanation.occlusion = occlusionOf(network, picture, question, checkpoint);
    return explanation;
}

torch::Tensor lastFeatures(Network &network, const torch::Tensor &pictures)
{
    const torch::NoGradGuard noGradients;
    const std::vector<torch::Tensor> layers = network->forwardLayers(pictures);
    return layers[layers.size() - 2].flatten(1);
}

} // namespace convscope
