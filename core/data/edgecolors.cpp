// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/edgecolors.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

using Color = std::array<double, 3>;

struct EdgePixel
{
    int x;
    int y;
    Color color;
};

double distance(const Color &a, const Color &b)
{
    double largest = 0.0;
    for (std::size_t c = 0; c < 3; ++c) {
        largest = std::max(largest, std::abs(a[c] - b[c]));
    }
    return largest;
}

std::vector<EdgePixel> edgeOf(const QImage &image)
{
    const int thickness = std::max(1, std::min(image.width(), image.height()) / 50);
    std::vector<EdgePixel> edge;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        const bool isRow = y < thickness || y >= image.height() - thickness;
        for (int x = 0; x < image.width(); ++x) {
            if (isRow || x < thickness || x >= image.width() - thickness) {
                edge.push_back({x, y, {qRed(line[x]) / 255.0, qGreen(line[x]) / 255.0, qBlue(line[x]) / 255.0}});
            }
        }
    }
    return edge;
}

Color medianOf(const std::vector<EdgePixel> &pixels)
{
    Color median{};
    std::vector<double> values(pixels.size());
    for (std::size_t c = 0; c < 3; ++c) {
        std::transform(pixels.begin(), pixels.end(), values.begin(), [c](const EdgePixel &pixel) { return pixel.color[c]; });
        std::nth_element(values.begin(), values.begin() + qsizetype(values.size() / 2), values.end());
        median[c] = values[values.size() / 2];
    }
    return median;
}

/// The colour to begin with: that of the corners where most of them agree, as a thing may well touch more than half of the edge; else
/// that of the edge.
Color startColor(const QImage &image, const std::vector<EdgePixel> &edge)
{
    constexpr double alike = 0.12;
    const int reachX = std::max(1, image.width() / 20);
    const int reachY = std::max(1, image.height() / 20);
    std::array<std::vector<EdgePixel>, 4> corners;
    for (const EdgePixel &pixel : edge) {
        const bool left = pixel.x < reachX, right = pixel.x >= image.width() - reachX;
        const bool top = pixel.y < reachY, bottom = pixel.y >= image.height() - reachY;
        if ((left || right) && (top || bottom)) {
            corners[std::size_t((right ? 1 : 0) + (bottom ? 2 : 0))].push_back(pixel);
        }
    }
    std::array<Color, 4> colors{};
    std::transform(corners.begin(), corners.end(), colors.begin(), [](const std::vector<EdgePixel> &corner) { return corner.empty() ? Color{} : medianOf(corner); });
    for (const Color &color : colors) {
        if (std::count_if(colors.begin(), colors.end(), [&color](const Color &other) { return distance(color, other) < alike; }) >= 3) {
            return color;
        }
    }
    return medianOf(edge);
}

/// Solves a small symmetric system by Gauss' elimination; a column without a pivot gets 0.
template<std::size_t n>
std::array<double, n> solved(std::array<std::array<double, n + 1>, n> rows)
{
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t best = i;
        for (std::size_t j = i + 1; j < n; ++j) {
            best = std::abs(rows[j][i]) > std::abs(rows[best][i]) ? j : best;
        }
        std::swap(rows[i], rows[best]);
        if (std::abs(rows[i][i]) < 1e-9) {
            rows[i] = {};
            rows[i][i] = 1.0;
        }
        for (std::size_t j = 0; j < n; ++j) {
            const double factor = j == i ? 0.0 : rows[j][i] / rows[i][i];
            for (std::size_t k = i; factor != 0.0 && k <= n; ++k) {
                rows[j][k] -= factor * rows[i][k];
            }
        }
    }
    std::array<double, n> solution{};
    for (std::size_t i = 0; i < n; ++i) {
        solution[i] = rows[i][n] / rows[i][i];
    }
    return solution;
}

} // namespace

EdgeColors::EdgeColors(const QImage &image)
    : m_width(image.width())
    , m_height(image.height())
{
    constexpr int rounds = 4;
    constexpr double farthestFromStart = 0.25;
    constexpr double ridge = 1e-3; // keeps the surface flat where the edge doesn't say
    const std::vector<EdgePixel> edge = edgeOf(image);
    const Color start = startColor(image, edge);
    for (std::size_t c = 0; c < 3; ++c) {
        m_channels[c][0] = start[c];
    }
    double limit = farthestFromStart;
    for (int round = 0; round < rounds; ++round) {
        std::array<std::array<std::array<double, terms + 1>, terms>, 3> sums{};
        double squares = 0.0;
        qint64 count = 0;
        for (const EdgePixel &pixel : edge) {
            const auto [red, green, blue] = at(pixel.x, pixel.y);
            const double apart = distance(pixel.color, {double(red), double(green), double(blue)});
            if (apart > limit) {
                continue;
            }
            const std::array<double, terms> t = termsAt(pixel.x, pixel.y);
            for (std::size_t c = 0; c < 3; ++c) {
                for (std::size_t i = 0; i < terms; ++i) {
                    for (std::size_t j = 0; j < terms; ++j) {
                        sums[c][i][j] += t[i] * t[j];
                    }
                    sums[c][i][terms] += t[i] * pixel.color[c];
                }
            }
            squares += apart * apart;
            ++count;
        }
        if (count < 8) {
            break;
        }
        for (std::size_t c = 0; c < 3; ++c) {
            for (std::size_t i = 1; i < terms; ++i) {
                sums[c][i][i] += ridge * double(count);
            }
            m_channels[c] = solved<terms>(sums[c]);
        }
        m_noise = float(std::sqrt(squares / double(count)));
        limit = std::max(0.05, std::min(limit, 3.0 * double(m_noise)));
    }
    const auto middle = at(image.width() / 2, image.height() / 2);
    for (const auto &[x, y] : {std::pair{0, 0}, {image.width() - 1, 0}, {0, image.height() - 1}, {image.width() - 1, image.height() - 1}}) {
        const auto corner = at(x, y);
        for (std::size_t c = 0; c < 3; ++c) {
            m_range = std::max(m_range, std::abs(corner[c] - middle[c]));
        }
    }
}

std::array<double, EdgeColors::terms> EdgeColors::termsAt(double x, double y) const
{
    const double u = 2.0 * (x + 0.5) / m_width - 1.0;
    const double v = 2.0 * (y + 0.5) / m_height - 1.0;
    return {1.0, u, v, u * v, u * u, v * v};
}

std::array<float, 3> EdgeColors::at(int x, int y) const
{
    const std::array<double, terms> t = termsAt(x, y);
    std::array<float, 3> color{};
    for (std::size_t c = 0; c < 3; ++c) {
        double sum = 0.0;
        for (std::size_t i = 0; i < terms; ++i) {
            sum += m_channels[c][i] * t[i];
        }
        color[c] = float(std::clamp(sum, 0.0, 1.0));
    }
    return color;
}

} // namespace convscope
