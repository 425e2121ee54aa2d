// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/elementwise.h"

#include "core/engine/clones.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace convscope {

namespace {

constexpr int64_t grain = 32768;

CONVSCOPE_CLONES void multiply(float *values, const float *factors, int64_t count)
{
    for (int64_t i = 0; i < count; ++i) {
        values[i] *= factors[i];
    }
}

CONVSCOPE_CLONES void applySlope(float *gradient, const float *output, float slope, int64_t count)
{
    for (int64_t i = 0; i < count; ++i) {
        const float factor = output[i] > 0.0f ? 1.0f : slope;
        gradient[i] *= factor;
    }
}

} // namespace

void multiplyInPlace(float *values, const float *factors, qint64 count)
{
    at::parallel_for(0, count, grain, [=](int64_t begin, int64_t end) { multiply(values + begin, factors + begin, end - begin); });
}

void multiplyBySlope(float *gradient, const float *output, const float *mask, float slope, qint64 count)
{
    at::parallel_for(0, count, grain, [=](int64_t begin, int64_t end) {
        if (mask) {
            multiply(gradient + begin, mask + begin, end - begin);
        }
        applySlope(gradient + begin, output + begin, slope, end - begin);
    });
}

bool allFinite(const float *values, qint64 count)
{
    std::atomic<bool> finite = true;
    at::parallel_for(0, count, grain, [&](int64_t begin, int64_t end) {
        // 0 times a finite number is 0; times NaN or infinity it is NaN, and stays so in a sum.
        constexpr int lanes = 32;
        float sums[lanes] = {};
        int64_t i = begin;
        for (; i + lanes <= end; i += lanes) {
            for (int lane = 0; lane < lanes; ++lane) {
                sums[lane] += values[i + lane] * 0.0f;
            }
        }
        float sum = 0.0f;
        for (; i < end; ++i) {
            sum += values[i] * 0.0f;
        }
        for (const float lane : sums) {
            sum += lane;
        }
        if (!(sum == 0.0f)) {
            finite = false;
        }
    });
    return finite;
}

CONVSCOPE_CLONES float largestMagnitude(const float *values, qint64 count)
{
    constexpr int lanes = 32;
    float largest[lanes] = {};
    float nothing[lanes] = {}; // 0 times a finite number
    for (qint64 i = 0; i + lanes <= count; i += lanes) {
        for (int lane = 0; lane < lanes; ++lane) {
            const float value = std::abs(values[i + lane]);
            largest[lane] = value > largest[lane] ? value : largest[lane];
            nothing[lane] += value * 0.0f;
        }
    }
    for (qint64 i = count / lanes * lanes; i < count; ++i) {
        largest[0] = std::max(largest[0], std::abs(values[i]));
        nothing[0] += values[i] * 0.0f;
    }
    float result = 0.0f;
    for (int lane = 0; lane < lanes; ++lane) {
        result = std::max(result, largest[lane]) + nothing[lane];
    }
    return result;
}

CONVSCOPE_CLONES double sumOfMagnitudes(const float *values, qint64 count)
{
    constexpr int lanes = 16;
    float sums[lanes] = {};
    const qint64 whole = count / lanes * lanes;
    for (qint64 i = 0; i < whole; i += lanes) {
        for (int lane = 0; lane < lanes; ++lane) {
            sums[lane] += std::abs(values[i + lane]);
        }
    }
    double sum = 0.0;
    for (qint64 i = whole; i < count; ++i) {
        sum += std::abs(double(values[i]));
    }
    for (const float lane : sums) {
        sum += double(lane);
    }
    return sum;
}

} // namespace convscope
