// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <array>

namespace convscope {

/// The background's colour at every place, extended from a picture's edge: for each channel a polynomial of the second degree in x and
/// y, fitted by least squares to those edge pixels that agree with each other.
class EdgeColors
{
public:
    /// Format_RGB32 or ARGB32.
    explicit EdgeColors(const QImage &image);

    /// Red, green, blue in [0, 1].
    std::array<float, 3> at(int x, int y) const;
    /// Standard deviation of the edge around the surface, largest channel, in [0, 1].
    float noise() const { return m_noise; }
    /// How far the surface departs from one colour, in [0, 1].
    float range() const { return m_range; }

private:
    static constexpr int terms = 6;
    using Polynomial = std::array<double, terms>;

    std::array<double, terms> termsAt(double x, double y) const;

    double m_width;
    double m_height;
    std::array<Polynomial, 3> m_channels{};
    float m_noise = 0.0f;
    float m_range = 0.0f;
};

} // namespace convscope
