// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/fastforward.h"

#include "core/engine/networkplan.h"

#include <QtGlobal>

#include <limits>
#include <map>
#include <utility>

namespace convscope {

namespace {

std::vector<ParameterPointers> pointersOf(const std::vector<torch::Tensor> &tensors)
{
    std::vector<ParameterPointers> pointers;
    for (std::size_t i = 0; i + 1 < tensors.size(); i += 2) {
        TORCH_CHECK(tensors[i].is_contiguous() && tensors[i + 1].is_contiguous(), "parameters must be contiguous");
        pointers.push_back({tensors[i].data_ptr<float>(), tensors[i + 1].data_ptr<float>()});
    }
    return pointers;
}

std::vector<const float *> maskPointers(const std::vector<torch::Tensor> &masks)
{
    std::vector<const float *> pointers;
    for (const torch::Tensor &mask : masks) {
        pointers.push_back(mask.defined() ? mask.data_ptr<float>() : nullptr);
    }
    return pointers;
}

} // namespace

class FastForward::Private
{
public:
    Private(const Architecture &architecture, int side, int classes, int threads, Precision precision)
        : m_architecture(architecture)
        , m_side(side)
        , m_classes(classes)
        , m_threads(threads)
        , m_precision(precision)
        , m_engine(dnnl::engine::kind::cpu, 0)
    {
    }

    void setMasks(const std::vector<torch::Tensor> &masks) { m_masks = masks; }

    torch::Tensor forward(const torch::Tensor &images, const std::vector<torch::Tensor> &parameters, bool training)
    {
        m_images = images.contiguous();
        m_current = &plan(int(images.size(0)), training);
        ++m_generation;
        torch::Tensor logits = torch::empty({images.size(0), m_classes});
        if (!m_current->forward(m_images.data_ptr<float>(), pointersOf(parameters), maskPointers(m_masks),
                                logits.data_ptr<float>())) {
            logits.fill_(std::numeric_limits<float>::quiet_NaN());
        }
        return logits;
    }

    std::vector<torch::Tensor> backward(const torch::Tensor &logitGradients, const std::vector<torch::Tensor> &parameters)
    {
        std::vector<torch::Tensor> gradients;
        for (const torch::Tensor &parameter : parameters) {
            gradients.push_back(torch::empty_like(parameter));
        }
        const torch::Tensor contiguous = logitGradients.contiguous();
        m_current->backward(contiguous.data_ptr<float>(), pointersOf(parameters), maskPointers(m_masks),
                            pointersOf(gradients));
        return gradients;
    }

    qint64 generation() const { return m_generation; }

private:
    NetworkPlan &plan(int pictures, bool training)
    {
        const auto key = std::make_pair(pictures, training);
        auto found = m_plans.find(key);
        if (found == m_plans.end()) {
            found = m_plans.try_emplace(key, m_engine, m_architecture, m_side, m_classes, pictures, m_threads, training, m_precision).first;
        }
        return found->second;
    }

    const Architecture m_architecture;
    const int m_side;
    const int m_classes;
    const int m_threads;
    const Precision m_precision;
    dnnl::engine m_engine;
    std::map<std::pair<int, bool>, NetworkPlan> m_plans;
    NetworkPlan *m_current = nullptr;
    qint64 m_generation = 0;
    torch::Tensor m_images; ///< kept alive for the backward pass
    std::vector<torch::Tensor> m_masks;
};

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Holds the network's buffers for the backward pass.
struct NetworkHolder : torch::CustomClassHolder
{
    std::shared_ptr<FastForward::Private> network;
};

class FastFunction : public torch::autograd::Function<FastFunction>
{
public:
    static torch::Tensor forward(AutogradContext *context, const std::shared_ptr<FastForward::Private> &network,
                                 const torch::Tensor &images, at::TensorList parameters)
    {
        const torch::Tensor logits = network->forward(images, parameters.vec(), /*training=*/true);
        auto holder = c10::make_intrusive<NetworkHolder>();
        holder->network = network;
        context->saved_data["network"] = c10::IValue::make_capsule(holder);
        context->saved_data["generation"] = int64_t(network->generation());
        context->save_for_backward(parameters.vec()); // notices when they are changed before the backward pass
        return logits;
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const auto holder = c10::static_intrusive_pointer_cast<NetworkHolder>(context->saved_data["network"].toCapsule());
        FastForward::Private &network = *holder->network;
        TORCH_CHECK(context->saved_data["generation"].toInt() == network.generation(),
                    "this backward pass belongs to an older forward pass, whose activations are gone");
        const std::vector<torch::Tensor> results = network.backward(gradients[0], context->get_saved_variables());
        variable_list all(2); // none for the arguments before the parameters: the network and the images
        all.insert(all.end(), results.begin(), results.end());
        return all;
    }
};

} // namespace

bool FastForward::covers(const Architecture &architecture, int side)
{
    return NetworkPlan::covers(architecture, side);
}

bool FastForward::coversInBfloat16(const Architecture &architecture)
{
    return NetworkPlan::coversInBfloat16(architecture);
}

bool FastForward::isIndependentOfThreads(const Architecture &architecture)
{
    return NetworkPlan::isIndependentOfThreads(architecture);
}

FastForward::FastForward(const Architecture &architecture, int side, int classes, int threads, Precision precision)
    : d(std::make_shared<Private>(architecture, side, classes, threads, precision))
{
}

FastForward::~FastForward() = default;

torch::Tensor FastForward::forward(const torch::Tensor &images, const std::vector<torch::Tensor> &parameters,
                                   const std::vector<torch::Tensor> &masks, bool training)
{
    d->setMasks(masks);
    return training ? FastFunction::apply(d, images, at::TensorList(parameters)) : d->forward(images, parameters, /*training=*/false);
}

} // namespace convscope
