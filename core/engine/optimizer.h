// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"
#include "core/training/trainingsettings.h"

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// Adam and SGD with momentum over a list of float32 parameters, each in one pass over parameter, gradient and moments
/// (LibTorch's own makes a dozen passes). The formulas are those of torch.optim.Adam (betas 0.9 and 0.999, epsilon
/// 1e-8, L2 weight decay) and torch.optim.SGD. The learning rate is given at each step because it moves with the
/// schedule.
class FusedOptimizer
{
public:
    using Parameters = torch::OrderedDict<std::string, torch::Tensor>; ///< Module::named_parameters()

    FusedOptimizer(Optimizer kind, const Parameters &parameters, double momentum);

    /// One update from the parameters' gradients; parameters without a gradient stay as they are.
    void step(double learningRate, double weightDecay);
    void zeroGradients();

    /// Before the first step: from then on step() leaves these filters as they are, with all that is remembered of them. What doesn't
    /// exist is passed over.
    void freeze(const std::vector<FrozenFilter> &filters);

    /// The moments as "<parameter>.first_moment" and, for Adam, "<parameter>.second_moment"; none before the first step.
    std::vector<NamedArray> moments() const;
    qint64 steps() const { return m_steps; }
    /// Once, before the first step. Throws std::invalid_argument where a name is missing or a shape differs.
    void restore(const std::vector<NamedArray> &moments, qint64 steps);

private:
    /// Numbers of a parameter, from the first to before the second.
    using Stretch = std::pair<int64_t, int64_t>;
    struct Slot
    {
        std::string name;
        torch::Tensor parameter;
        torch::Tensor firstMoment; ///< Adam's mean of gradients; SGD's momentum buffer
        torch::Tensor secondMoment; ///< Adam only
        std::vector<Stretch> trained; ///< rising and apart; one of everything where nothing is frozen
    };
    void freeze(const std::string &parameter, int filter);

    Optimizer m_kind;
    double m_momentum;
    qint64 m_steps = 0;
    std::vector<Slot> m_slots;
};

} // namespace convscope
