// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/torchinspector.h"

#include "core/engine/filterstatistics.h"
#include "core/engine/explainer.h"
#include "core/engine/inspectedweights.h"
#include "core/engine/snapshot.h"
#include "core/engine/threadcount.h"
#include "core/engine/torchtrainingstep.h"
#include "core/training/testbatchsize.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <stdexcept>

namespace convscope {

namespace {

struct Cancelled
{
};

torch::Tensor testPictures(const Dataset &data, int first, int count)
{
    const torch::Tensor bytes = torch::from_blob(const_cast<std::uint8_t *>(data.testPicture(first)), {count, 1, data.side, data.side}, torch::kUInt8);
    return bytes.to(torch::kFloat32).mul_(1.0f / 255.0f);
}

torch::Tensor testLabels(const Dataset &data, int first, int count)
{
    return torch::from_blob(const_cast<std::uint8_t *>(data.test.labels.data() + first), {count}, torch::kUInt8).to(torch::kInt64);
}

void appendProbabilities(const torch::Tensor &logits, std::vector<std::uint16_t> &values)
{
    const torch::Tensor shares = torch::softmax(logits, 1).contiguous();
    const float *p = shares.data_ptr<float>();
    for (int64_t i = 0; i < shares.numel(); ++i) {
        values.push_back(std::uint16_t(std::lround(std::isfinite(p[i]) ? p[i] * 65535.0f : 0.0f)));
    }
}

void askWhetherCancelled(const Inspector::IsCancelled &isCancelled)
{
    if (isCancelled && isCancelled()) {
        throw Cancelled();
    }
}

TestAnswers answersOf(Network &network, const Dataset &data, const Inspector::IsCancelled &isCancelled)
{
    TestAnswers answers;
    answers.probabilities.images = data.test.count;
    answers.probabilities.classes = data.classes;
    qint64 correct = 0;
    for (int first = 0; first < data.test.count; first += testBatchSize) {
        askWhetherCancelled(isCancelled);
        const int count = std::min(testBatchSize, data.test.count - first);
        const torch::Tensor labels = testLabels(data, first, count);
        const torch::Tensor logits = network->forward(testPictures(data, first, count), {});
        answers.loss += torch::cross_entropy_loss(logits, labels, {}, at::Reduction::Sum).item<double>();
        correct += logits.argmax(1).eq(labels).sum().item<int64_t>();
        appendProbabilities(logits, answers.probabilities.values);
    }
    answers.loss /= data.test.count;
    answers.accuracy = std::isfinite(answers.loss) ? double(correct) / data.test.count : std::numeric_limits<double>::quiet_NaN();
    return answers;
}

} // namespace

/// The networks asked last: two runs that are compared, or a run that trains beside its past, don't push each other out. Thread-safe:
/// networks in evaluation mode are only read.
class TorchInspector::NetworkCache
{
public:
    Network networkFor(const WeightsPtr &weights)
    {
        const std::lock_guard lock(m_mutex);
        const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&weights](const Entry &entry) { return entry.weights.lock() == weights; });
        if (known != m_entries.end()) {
            std::rotate(m_entries.begin(), known, known + 1);
            return m_entries.front().network;
        }
        Entry entry = takeSpare(*weights);
        if (entry.network.is_empty()) {
            entry.network = networkFrom(*weights);
        } else {
            restoreWeights(weights->arrays, entry.network);
        }
        entry.weights = weights;
        entry.architecture = weights->architecture;
        entry.side = weights->side;
        entry.classes = weights->classes;
        m_entries.insert(m_entries.begin(), std::move(entry));
        return m_entries.front().network;
    }

private:
    static constexpr std::size_t mostEntries = 4;

    struct Entry
    {
        std::weak_ptr<const Weights> weights;
        Network network{nullptr};
        Architecture architecture;
        int side = 0;
        int classes = 0;
    };

    /// Drawing a network's first weights takes far longer than copying others over them, and a run that is watched brings new ones ten
    /// times a second. So the network that was asked longest ago is taken for the new weights where it fits, first of all one whose
    /// weights nobody has any more; never one that another question still reads. It is off the list, in case what follows throws.
    Entry takeSpare(const Weights &weights)
    {
        const bool isFull = m_entries.size() >= mostEntries;
        const auto fits = [&weights](const Entry &entry) {
            return entry.network.ptr().use_count() == 1 && entry.architecture == weights.architecture && entry.side == weights.side
                && entry.classes == weights.classes;
        };
        auto spare = std::find_if(m_entries.rbegin(), m_entries.rend(), [&fits](const Entry &entry) { return entry.weights.expired() && fits(entry); });
        if (spare == m_entries.rend() && isFull) {
            spare = std::find_if(m_entries.rbegin(), m_entries.rend(), fits);
        }
        if (spare != m_entries.rend()) {
            Entry entry = std::move(*spare);
            m_entries.erase(std::next(spare).base());
            return entry;
        }
        if (isFull) {
            m_entries.pop_back();
        }
        return {};
    }

    std::mutex m_mutex;
    std::vector<Entry> m_entries; ///< the one asked last in front
};

/// Runs a question with what all of them need, and turns exceptions into sentences.
class TorchInspector::Job
{
    Q_DECLARE_TR_FUNCTIONS(convscope::TorchInspector)

public:
    explicit Job(const TorchInspector &inspector)
        : m_inspector(inspector)
    {
    }

    template<typename Question>
    auto ask(const WeightsPtr &weights, Question question) const -> Result<std::invoke_result_t<Question, Network &>>
    {
        if (!weights) {
            return Result<std::invoke_result_t<Question, Network &>>::failure(tr("There are no weights to look at yet."));
        }
        return guarded([&] {
            Network network = m_inspector.m_cache->networkFor(weights);
            return question(network);
        });
    }

    /// A question that builds its network itself.
    template<typename Question>
    static auto guarded(Question question) -> Result<std::invoke_result_t<Question>>
    {
        using Answer = Result<std::invoke_result_t<Question>>;
        try {
            setThreadsOfThisThread(1);
            return question();
        } catch (const Cancelled &) {
            return Answer::failure(tr("It was given up."));
        } catch (const std::invalid_argument &error) {
            return Answer::failure(tr("The saved weights can't be used: %1.").arg(QString::fromLocal8Bit(error.what())));
        } catch (const std::bad_alloc &) {
            return Answer::failure(tr("There is not enough memory to look into this network."));
        } catch (const std::exception &error) {
            return Answer::failure(tr("Looking into the network failed: %1").arg(QString::fromLocal8Bit(error.what()).section(QLatin1Char('\n'), 0, 0)));
        }
    }

private:
    const TorchInspector &m_inspector;
};

TorchInspector::TorchInspector()
    : m_cache(std::make_unique<NetworkCache>())
{
}

TorchInspector::~TorchInspector() = default;

Result<ForwardPass> TorchInspector::forward(const WeightsPtr &weights, const Picture &picture) const
{
    return Job(*this).ask(weights, [&](Network &network) {
        const torch::NoGradGuard noGradients;
        const std::vector<torch::Tensor> outputs = network->forwardLayers(tensorFrom({picture}, *weights));
        const std::vector<LayerSummary> layers = summarize(weights->architecture, weights->side, weights->classes).layers;
        ForwardPass pass;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            pass.layers.push_back({layers[i], arrayOf({}, outputs.at(i)).values});
        }
        pass.probabilities = arrayOf({}, torch::softmax(outputs.back(), 1)).values;
        return pass;
    });
}

Result<std::vector<float>> TorchInspector::probabilities(const WeightsPtr &weights, const std::vector<Picture> &pictures) const
{
    return Job(*this).ask(weights, [&](Network &network) {
        const torch::NoGradGuard noGradients;
        return arrayOf({}, torch::softmax(network->forward(tensorFrom(pictures, *weights), {}), 1)).values;
    });
}

Result<TestAnswers> TorchInspector::test(const WeightsPtr &weights, const Dataset &data, const IsCancelled &isCancelled) const
{
    return Job(*this).ask(weights, [&](Network &network) {
        const torch::NoGradGuard noGradients;
        return answersOf(network, data, isCancelled);
    });
}

Result<TrainingStep> TorchInspector::trainingStep(const StepQuestion &question) const
{
    return Job::guarded([&] { return nextTrainingStep(question); });
}

Result<std::vector<FilterStatistics>> TorchInspector::filterStatistics(const WeightsPtr &weights, const Dataset &data, int layer,
                                                                       const IsCancelled &isCancelled) const
{
    return Job(*this).ask(weights, [&](Network &network) {
        const torch::NoGradGuard noGradients;
        return filterStatisticsOf(network, *weights, data, layer, [&] { askWhetherCancelled(isCancelled); });
    });
}

Result<std::vector<NamedArray>> TorchInspector::gradients(const WeightsPtr &weights, const Dataset &data, int pictures,
                                                          const IsCancelled &isCancelled) const
{
    return Job(*this).ask(weights,
                          [&](Network &) { return meanGradients(*weights, data, pictures, [&] { askWhetherCancelled(isCancelled); }); });
}

Result<Explanation> TorchInspector::explain(const WeightsPtr &weights, const Picture &picture, const ExplanationQuestion &question,
                                            const IsCancelled &isCancelled) const
{
    return Job(*this).ask(weights, [&](Network &network) {
        return convscope::explain(network, tensorFrom({picture}, *weights), question, [&] { askWhetherCancelled(isCancelled); });
    });
}

Result<std::vector<float>> TorchInspector::features(const WeightsPtr &weights, const std::vector<Picture> &pictures) const
{
    return Job(*this).ask(weights, [&](Network &network) { return arrayOf({}, lastFeatures(network, tensorFrom(pictures, *weights))).values; });
}

} // namespace convscope
