// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/disturbance.h"

#include "core/common/randomstream.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace convscope {

namespace {

/// 0 outside.
float pixel(const Picture &picture, int x, int y)
{
    return x < 0 || y < 0 || x >= picture.side || y >= picture.side ? 0.0f : picture.values[std::size_t(y) * std::size_t(picture.side) + std::size_t(x)];
}

float between(const Picture &picture, double x, double y)
{
    const double left = std::floor(x), top = std::floor(y);
    const auto u = float(x - left), v = float(y - top);
    const int column = int(left), row = int(top);
    return (1 - v) * ((1 - u) * pixel(picture, column, row) + u * pixel(picture, column + 1, row))
        + v * ((1 - u) * pixel(picture, column, row + 1) + u * pixel(picture, column + 1, row + 1));
}

/// `from` says for each place, relative to the middle, where its value comes from.
Picture mapped(const Picture &picture, const std::function<std::pair<double, double>(double, double)> &from)
{
    Picture result = picture;
    const double middle = (picture.side - 1) / 2.0;
    for (int y = 0; y < picture.side; ++y) {
        for (int x = 0; x < picture.side; ++x) {
            const auto [sourceX, sourceY] = from(x - middle, y - middle);
            result.values[std::size_t(y) * std::size_t(picture.side) + std::size_t(x)] = between(picture, sourceX + middle, sourceY + middle);
        }
    }
    return result;
}

Picture withNoise(Picture picture, double deviation, quint64 seed)
{
    RandomStream random(StreamPurpose::Augmentation, {seed});
    for (float &value : picture.values) {
        // Box and Muller 1958
        const double radius = std::sqrt(-2.0 * std::log(1.0 - random.uniform()));
        value += float(deviation * radius * std::cos(2.0 * std::numbers::pi * random.uniform()));
    }
    return picture;
}

Picture blurred(const Picture &picture, double deviation)
{
    const int reach = std::max(1, int(std::ceil(3.0 * deviation)));
    std::vector<float> weights;
    float sum = 0.0f;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(float(std::exp(-i * i / (2.0 * deviation * deviation))));
        sum += weights.back();
    }
    const auto pass = [&](const Picture &from, int stepX, int stepY) {
        Picture to = from;
        for (int y = 0; y < from.side; ++y) {
            for (int x = 0; x < from.side; ++x) {
                float value = 0.0f;
                for (int i = -reach; i <= reach; ++i) {
                    value += weights[std::size_t(i + reach)] / sum * pixel(from, x + i * stepX, y + i * stepY);
                }
                to.values[std::size_t(y) * std::size_t(from.side) + std::size_t(x)] = value;
            }
        }
        return to;
    };
    return pass(pass(picture, 1, 0), 0, 1);
}

Picture occluded(Picture picture, int square)
{
    const int first = (picture.side - square) / 2;
    for (int y = std::max(0, first); y < std::min(picture.side, first + square); ++y) {
        for (int x = std::max(0, first); x < std::min(picture.side, first + square); ++x) {
            picture.values[std::size_t(y) * std::size_t(picture.side) + std::size_t(x)] = 0.0f;
        }
    }
    return picture;
}

Picture changed(const Picture &picture, const Disturbance &disturbance, quint64 seed)
{
    const double amount = disturbance.amount;
    switch (disturbance.kind) {
    case Disturbance::Kind::Shift:
        return mapped(picture, [amount](double x, double y) { return std::pair(x - amount, y); });
    case Disturbance::Kind::ShiftDown:
        return mapped(picture, [amount](double x, double y) { return std::pair(x, y - amount); });
    case Disturbance::Kind::Turn: {
        const double angle = amount * std::numbers::pi / 180.0;
        return mapped(picture, [c = std::cos(angle), s = std::sin(angle)](double x, double y) { return std::pair(c * x + s * y, c * y - s * x); });
    }
    case Disturbance::Kind::Scale:
        return mapped(picture, [amount](double x, double y) { return std::pair(x / amount, y / amount); });
    case Disturbance::Kind::Noise:
        return withNoise(picture, amount, seed);
    case Disturbance::Kind::Blur:
        return blurred(picture, amount);
    case Disturbance::Kind::Contrast: {
        Picture result = picture;
        std::transform(result.values.begin(), result.values.end(), result.values.begin(), [amount](float value) { return float(amount) * value; });
        return result;
    }
    case Disturbance::Kind::Occlusion:
        return occluded(picture, int(std::lround(amount)));
    }
    return picture;
}

} // namespace

DisturbanceRange rangeOf(Disturbance::Kind kind)
{
    switch (kind) {
    case Disturbance::Kind::Shift:
    case Disturbance::Kind::ShiftDown:
        return {-10.0, 10.0, 1.0, 0.0};
    case Disturbance::Kind::Turn:
        return {-90.0, 90.0, 5.0, 0.0};
    case Disturbance::Kind::Scale:
        return {0.4, 1.6, 0.1, 1.0};
    case Disturbance::Kind::Noise:
        return {0.0, 0.5, 0.05, 0.0};
    case Disturbance::Kind::Blur:
        return {0.0, 4.0, 0.25, 0.0};
    case Disturbance::Kind::Contrast:
        return {0.1, 2.0, 0.1, 1.0};
    case Disturbance::Kind::Occlusion:
        return {0.0, 20.0, 1.0, 0.0};
    }
    return {};
}

Picture disturbed(const Picture &picture, const Disturbance &disturbance, quint64 seed)
{
    if (std::abs(disturbance.amount - rangeOf(disturbance.kind).neutral) < 1e-9) {
        return picture;
    }
    Picture result = changed(picture, disturbance, seed);
    for (float &value : result.values) {
        value = std::clamp(value, 0.0f, 1.0f);
    }
    return result;
}

} // namespace convscope
