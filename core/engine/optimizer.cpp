// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/optimizer.h"

#include "core/engine/snapshot.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#define CONVSCOPE_X86 1
#endif

namespace convscope {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;
constexpr int64_t grain = 32768;
constexpr char firstMomentSuffix[] = ".first_moment";
constexpr char secondMomentSuffix[] = ".second_moment";

struct AdamFactors
{
    float decay, oneMinusBeta1, oneMinusBeta2, stepSize, rootOfCorrection2;
};

struct SgdFactors
{
    float learningRate, momentum, decay;
};

/// a * b + c as LibTorch's kernels compute it: rounded once where the processor has FMA. The order of roundings follows
/// LibTorch's to the bit, since a network's first hundred steps of Adam blow the last bit up to a per cent of the loss.
template<bool fma>
[[gnu::always_inline]] inline float multiplyAdd(float a, float b, float c)
{
    return fma ? __builtin_fmaf(a, b, c) : a * b + c;
}

template<bool fma>
[[gnu::always_inline]] inline void adamBody(float *__restrict parameter, const float *__restrict gradient, float *__restrict mean,
                                            float *__restrict square, int64_t count, const AdamFactors &factors)
{
    const AdamFactors f = factors;
    for (int64_t i = 0; i < count; ++i) {
        const float g = multiplyAdd<fma>(parameter[i], f.decay, gradient[i]);
        const float m = multiplyAdd<fma>(g, f.oneMinusBeta1, mean[i] * float(beta1));
        const float v = multiplyAdd<fma>(f.oneMinusBeta2 * g, g, square[i] * float(beta2));
        mean[i] = m;
        square[i] = v;
        parameter[i] += -f.stepSize * m / (std::sqrt(v) / f.rootOfCorrection2 + float(epsilon));
    }
}

template<bool fma>
[[gnu::always_inline]] inline void sgdBody(float *__restrict parameter, const float *__restrict gradient,
                                           float *__restrict buffer, int64_t count, const SgdFactors &factors)
{
    const SgdFactors f = factors;
    for (int64_t i = 0; i < count; ++i) {
        const float g = multiplyAdd<fma>(parameter[i], f.decay, gradient[i]);
        buffer[i] = buffer[i] * f.momentum + g;
        parameter[i] = multiplyAdd<fma>(buffer[i], -f.learningRate, parameter[i]);
    }
}

/// The same loops compiled for one instruction set.
struct Kernels
{
    void (*adam)(float *, const float *, float *, float *, int64_t, const AdamFactors &);
    void (*sgd)(float *, const float *, float *, int64_t, const SgdFactors &);
};

void adamBase(float *p, const float *g, float *m, float *s, int64_t n, const AdamFactors &f) { adamBody<false>(p, g, m, s, n, f); }
void sgdBase(float *p, const float *g, float *b, int64_t n, const SgdFactors &f) { sgdBody<false>(p, g, b, n, f); }

#ifdef CONVSCOPE_X86
[[gnu::target("avx2,fma")]] void adamAvx2(float *p, const float *g, float *m, float *s, int64_t n, const AdamFactors &f)
{
    adamBody<true>(p, g, m, s, n, f);
}
[[gnu::target("avx2,fma")]] void sgdAvx2(float *p, const float *g, float *b, int64_t n, const SgdFactors &f)
{
    sgdBody<true>(p, g, b, n, f);
}
[[gnu::target("avx512f,avx512vl,fma,prefer-vector-width=512")]] void
adamAvx512(float *p, const float *g, float *m, float *s, int64_t n, const AdamFactors &f)
{
    adamBody<true>(p, g, m, s, n, f);
}
#endif

/// The best the processor has, chosen at run time.
Kernels chooseKernels()
{
#ifdef CONVSCOPE_X86
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma")) {
        return {adamAvx512, sgdAvx2};
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return {adamAvx2, sgdAvx2};
    }
#endif
    return {adamBase, sgdBase};
}

} // namespace

FusedOptimizer::FusedOptimizer(Optimizer kind, const Parameters &parameters, double momentum)
    : m_kind(kind)
    , m_momentum(momentum)
{
    for (const auto &named : parameters) {
        Slot slot;
        slot.name = named.key();
        slot.parameter = named.value();
        slot.firstMoment = torch::zeros_like(slot.parameter);
        if (kind == Optimizer::Adam) {
            slot.secondMoment = torch::zeros_like(slot.parameter);
        }
        slot.trained.emplace_back(0, slot.parameter.numel());
        m_slots.push_back(std::move(slot));
    }
}

std::vector<NamedArray> FusedOptimizer::moments() const
{
    std::vector<NamedArray> arrays;
    if (m_steps == 0) {
        return arrays; // all zero: two thirds of a checkpoint that every run begins with
    }
    for (const Slot &slot : m_slots) {
        arrays.push_back(arrayOf(slot.name + firstMomentSuffix, slot.firstMoment));
        if (slot.secondMoment.defined()) {
            arrays.push_back(arrayOf(slot.name + secondMomentSuffix, slot.secondMoment));
        }
    }
    return arrays;
}

void FusedOptimizer::restore(const std::vector<NamedArray> &moments, qint64 steps)
{
    if (steps == 0 && moments.empty()) {
        return;
    }
    for (const Slot &slot : m_slots) {
        restoreArray(arrayNamed(moments, slot.name + firstMomentSuffix), slot.firstMoment);
        if (slot.secondMoment.defined()) {
            restoreArray(arrayNamed(moments, slot.name + secondMomentSuffix), slot.secondMoment);
        }
    }
    m_steps = steps;
}

void FusedOptimizer::step(double learningRate, double weightDecay)
{
    ++m_steps;
    const double correction1 = 1.0 - std::pow(beta1, double(m_steps));
    const double correction2 = 1.0 - std::pow(beta2, double(m_steps));
    const AdamFactors factors{float(weightDecay), float(1.0 - beta1), float(1.0 - beta2),
                              float(learningRate / correction1), float(std::sqrt(correction2))};
    const SgdFactors sgdFactors{float(learningRate), float(m_momentum), float(weightDecay)};
    static const Kernels kernels = chooseKernels();
    for (Slot &slot : m_slots) {
        if (!slot.parameter.grad().defined()) {
            continue;
        }
        const torch::Tensor gradient = slot.parameter.grad().contiguous();
        float *parameter = slot.parameter.data_ptr<float>();
        const float *gradients = gradient.data_ptr<float>();
        float *firstMoment = slot.firstMoment.data_ptr<float>();
        float *second = m_kind == Optimizer::Adam ? slot.secondMoment.data_ptr<float>() : nullptr;
        at::parallel_for(0, slot.parameter.numel(), grain, [&](int64_t first, int64_t last) {
            for (const auto &[from, to] : slot.trained) {
                const int64_t begin = std::max(first, from);
                const int64_t count = std::min(last, to) - begin;
                if (count <= 0) {
                    continue;
                }
                if (second) {
                    kernels.adam(parameter + begin, gradients + begin, firstMoment + begin, second + begin, count, factors);
                } else {
                    kernels.sgd(parameter + begin, gradients + begin, firstMoment + begin, count, sgdFactors);
                }
            }
        });
    }
}

void FusedOptimizer::freeze(const std::vector<FrozenFilter> &filters)
{
    for (const FrozenFilter &frozen : filters) {
        const std::string number = std::to_string(frozen.block + 1);
        for (const std::string &name : {"conv" + number, "norm" + number}) {
            freeze(name + ".weight", frozen.filter);
            freeze(name + ".bias", frozen.filter);
        }
    }
}

/// Cuts the filter's numbers out of the stretch that they are in.
void FusedOptimizer::freeze(const std::string &parameter, int filter)
{
    const auto slot = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &other) { return other.name == parameter; });
    if (slot == m_slots.end() || filter < 0 || filter >= slot->parameter.size(0)) {
        return; // no normalisation, or no such filter
    }
    const int64_t size = slot->parameter.numel() / slot->parameter.size(0);
    const Stretch frozen{filter * size, (filter + 1) * size};
    std::vector<Stretch> trained;
    for (const Stretch &stretch : slot->trained) {
        const Stretch before{stretch.first, std::min(stretch.second, frozen.first)};
        const Stretch after{std::max(stretch.first, frozen.second), stretch.second};
        for (const Stretch &part : {before, after}) {
            if (part.first < part.second) {
                trained.push_back(part);
            }
        }
    }
    slot->trained = std::move(trained);
}

void FusedOptimizer::zeroGradients()
{
    for (Slot &slot : m_slots) {
        slot.parameter.mutable_grad().reset();
    }
}

} // namespace convscope
