// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/optimizer.h"

#include <ATen/Parallel.h>

#include <cmath>

// One body, compiled for several instruction sets; the loader picks the best the processor has.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define CONVSCOPE_MULTIVERSION __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CONVSCOPE_MULTIVERSION
#endif

namespace convscope {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;
constexpr int64_t grain = 32768;

struct AdamFactors
{
    float decay, oneMinusBeta1, oneMinusBeta2, stepSize, rootOfCorrection2;
};

CONVSCOPE_MULTIVERSION
void adamRange(float *__restrict parameter, const float *__restrict gradient, float *__restrict mean,
               float *__restrict square, int64_t count, const AdamFactors &factors)
{
    const AdamFactors f = factors;
    for (int64_t i = 0; i < count; ++i) {
        const float g = gradient[i] + f.decay * parameter[i];
        const float m = mean[i] * float(beta1) + g * f.oneMinusBeta1;
        const float v = square[i] * float(beta2) + g * g * f.oneMinusBeta2;
        mean[i] = m;
        square[i] = v;
        parameter[i] -= f.stepSize * m / (std::sqrt(v) / f.rootOfCorrection2 + float(epsilon));
    }
}

CONVSCOPE_MULTIVERSION
void sgdRange(float *__restrict parameter, const float *__restrict gradient, float *__restrict buffer, int64_t count,
              float learningRate, float momentum, float decay)
{
    for (int64_t i = 0; i < count; ++i) {
        const float g = gradient[i] + decay * parameter[i];
        buffer[i] = buffer[i] * momentum + g;
        parameter[i] -= learningRate * buffer[i];
    }
}

} // namespace

FusedOptimizer::FusedOptimizer(Optimizer kind, std::vector<torch::Tensor> parameters, double momentum)
    : m_kind(kind)
    , m_momentum(momentum)
{
    for (torch::Tensor &parameter : parameters) {
        Slot slot;
        slot.firstMoment = torch::zeros_like(parameter);
        if (kind == Optimizer::Adam) {
            slot.secondMoment = torch::zeros_like(parameter);
        }
        slot.parameter = std::move(parameter);
        m_slots.push_back(std::move(slot));
    }
}

void FusedOptimizer::step(double learningRate, double weightDecay)
{
    ++m_steps;
    const double correction1 = 1.0 - std::pow(beta1, double(m_steps));
    const double correction2 = 1.0 - std::pow(beta2, double(m_steps));
    const AdamFactors factors{float(weightDecay), float(1.0 - beta1), float(1.0 - beta2),
                              float(learningRate / correction1), float(std::sqrt(correction2))};
    for (Slot &slot : m_slots) {
        if (!slot.parameter.grad().defined()) {
            continue;
        }
        const torch::Tensor gradient = slot.parameter.grad().contiguous();
        float *parameter = slot.parameter.data_ptr<float>();
        const float *gradients = gradient.data_ptr<float>();
        float *first = slot.firstMoment.data_ptr<float>();
        float *second = m_kind == Optimizer::Adam ? slot.secondMoment.data_ptr<float>() : nullptr;
        at::parallel_for(0, slot.parameter.numel(), grain, [&](int64_t begin, int64_t end) {
            if (second) {
                adamRange(parameter + begin, gradients + begin, first + begin, second + begin, end - begin, factors);
            } else {
                sgdRange(parameter + begin, gradients + begin, first + begin, end - begin, float(learningRate),
                         float(m_momentum), float(weightDecay));
            }
        });
    }
}

void FusedOptimizer::zeroGradients()
{
    for (Slot &slot : m_slots) {
        slot.parameter.mutable_grad().reset();
    }
}

} // namespace convscope
