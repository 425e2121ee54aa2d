// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/filterstatistics.h"

#include "core/engine/inspectedweights.h"
#include "core/engine/snapshot.h"

#include <algorithm>
#include <stdexcept>

namespace convscope {

namespace {

constexpr int batchSize = 250;
constexpr std::size_t mostPeaks = 9;

torch::Tensor pictures(const std::uint8_t *bytes, int count, int side)
{
    return torch::from_blob(const_cast<std::uint8_t *>(bytes), {count, 1, side, side}, torch::kUInt8).to(torch::kFloat32).mul_(1.0f / 255.0f);
}

/// What a layer's filters say of a batch: before and after the activation function, [N, filters, H, W].
struct Answers
{
    torch::Tensor sums;
    torch::Tensor outputs;
    bool areCut = false; ///< by a ReLU
};

Answers asPictures(const torch::Tensor &sums, Activation activation)
{
    const torch::Tensor shaped = sums.dim() == 4 ? sums : sums.reshape({sums.size(0), sums.size(1), 1, 1});
    return {shaped.contiguous(), activate(shaped, activation).contiguous(), activation == Activation::Relu};
}

void takePeak(std::vector<FilterPeak> &peaks, const FilterPeak &peak)
{
    const auto place = std::find_if(peaks.begin(), peaks.end(), [&peak](const FilterPeak &other) { return peak.value > other.value; });
    peaks.insert(place, peak);
    if (peaks.size() > mostPeaks) {
        peaks.pop_back();
    }
}

/// Adds up; the means are divided at the end. `cuts`: what isn't active is answered with nothing, and nothing excites no filter.
void addPicture(FilterStatistics &filter, const float *sums, const float *outputs, int picture, int height, int width, bool cuts)
{
    const int places = height * width;
    const float *most = std::max_element(outputs, outputs + places);
    const auto at = int(most - outputs);
    const auto active = double(std::count_if(sums, sums + places, [](float sum) { return sum > 0.0f; }));
    if (active > 0.0 || !cuts) {
        takePeak(filter.peaks, {picture, at / width, at % width, *most});
    }
    filter.activePlaces += active;
    filter.activePictures += active > 0.0 ? 1.0 : 0.0;
    double total = 0.0;
    for (int i = 0; i < places; ++i) {
        total += double(outputs[i]);
    }
    filter.mean += total;
    const float least = *std::min_element(outputs, outputs + places);
    filter.least = picture == 0 ? least : std::min(filter.least, least);
    filter.most = picture == 0 ? *most : std::max(filter.most, *most);
}

void addBatch(std::vector<FilterStatistics> &filters, const Answers &answers, int firstPicture)
{
    const auto count = std::size_t(answers.sums.size(1));
    filters.resize(count);
    const auto height = int(answers.sums.size(2));
    const auto width = int(answers.sums.size(3));
    const std::size_t places = std::size_t(height) * std::size_t(width);
    const float *sums = answers.sums.data_ptr<float>();
    const float *outputs = answers.outputs.data_ptr<float>();
    for (std::size_t n = 0; n < std::size_t(answers.sums.size(0)); ++n) {
        for (std::size_t f = 0; f < count; ++f) {
            const std::size_t offset = (n * count + f) * places;
            addPicture(filters[f], sums + offset, outputs + offset, firstPicture + int(n), height, width, answers.areCut);
        }
    }
}

/// The activation function of the last layer is the softmax: its sums are shown as they are.
torch::Tensor firstSums(const Weights &weights, const torch::Tensor &x, const Network &network)
{
    const std::string name = filterLayerNames(weights.architecture).front();
    const auto parameters = network->named_parameters();
    return torch::linear(x.flatten(1), parameters[name + ".weight"], parameters[name + ".bias"]);
}

Answers answersOf(Network &network, const Weights &weights, const torch::Tensor &x, int layer)
{
    const Architecture &architecture = weights.architecture;
    if (architecture.convBlocks.empty()) {
        const torch::Tensor sums = firstSums(weights, x, network);
        if (architecture.hiddenLayers.empty()) {
            const torch::Tensor shaped = sums.reshape({sums.size(0), sums.size(1), 1, 1}).contiguous();
            return {shaped, shaped, false};
        }
        return asPictures(sums, architecture.hiddenLayers.front().activation);
    }
    return asPictures(network->forwardSums(x, layer), architecture.convBlocks[std::size_t(layer)].activation);
}

} // namespace

std::vector<FilterStatistics> filterStatisticsOf(Network &network, const Weights &weights, const Dataset &data, int layer,
                                                 const std::function<void()> &goOn)
{
    if (data.side != weights.side || data.test.count == 0) {
        throw std::invalid_argument("the test pictures have another size than the network's");
    }
    if (layer < 0 || layer >= int(filterLayerNames(weights.architecture).size())) {
        throw std::invalid_argument("there is no such layer");
    }
    std::vector<FilterStatistics> filters;
    double places = 1.0;
    for (int first = 0; first < data.test.count; first += batchSize) {
        goOn();
        const int count = std::min(batchSize, data.test.count - first);
        const Answers answers = answersOf(network, weights, pictures(data.testPicture(first), count, data.side), layer);
        places = double(answers.sums.size(2) * answers.sums.size(3));
        addBatch(filters, answers, first);
    }
    for (FilterStatistics &filter : filters) {
        filter.mean /= places * data.test.count;
        filter.activePlaces /= places * data.test.count;
        filter.activePictures /= data.test.count;
    }
    return filters;
}

std::vector<NamedArray> meanGradients(const Weights &weights, const Dataset &data, int wanted, const std::function<void()> &goOn)
{
    const int count = std::min(wanted, data.train.count);
    if (data.side != weights.side || count <= 0) {
        throw std::invalid_argument("the training pictures have another size than the network's");
    }
    Network network = networkFrom(weights); // of its own: the gradients add up in it
    for (torch::Tensor &parameter : network->parameters()) {
        parameter.set_requires_grad(true);
    }
    for (int first = 0; first < count; first += batchSize) {
        goOn();
        const int size = std::min(batchSize, count - first);
        const torch::Tensor labels
            = torch::from_blob(const_cast<std::uint8_t *>(data.train.labels.data() + first), {size}, torch::kUInt8).to(torch::kInt64);
        const torch::Tensor logits = network->forward(pictures(data.trainPicture(first), size, data.side), {});
        (torch::cross_entropy_loss(logits, labels, {}, at::Reduction::Sum) / double(count)).backward();
    }
    std::vector<NamedArray> gradients;
    for (const auto &parameter : network->named_parameters()) {
        gradients.push_back(arrayOf(parameter.key(), parameter.value().grad()));
    }
    return gradients;
}

} // namespace convscope
