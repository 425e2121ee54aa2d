// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/augmentation.h"

#include "core/common/randomstream.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace convscope {

namespace {

constexpr int fractionBits = 16;
constexpr int one = 1 << fractionBits;
constexpr double smallestErasedShare = 0.02;
constexpr double largestErasedShare = 0.20;

/// All numbers of one picture but the noise. Every one is drawn in this order whether it is used or not, so that
/// turning one change off or up leaves the others as they were.
struct Draws
{
    explicit Draws(RandomStream &random)
        : mirror(random.uniform())
        , shiftX(2.0 * random.uniform() - 1.0)
        , shiftY(2.0 * random.uniform() - 1.0)
        , turn(2.0 * random.uniform() - 1.0)
        , scale(2.0 * random.uniform() - 1.0)
        , erase(random.uniform())
        , eraseArea(random.uniform())
        , eraseShape(random.uniform())
        , eraseX(random.uniform())
        , eraseY(random.uniform())
    {
    }

    double mirror;
    double shiftX;
    double shiftY;
    double turn;
    double scale;
    double erase;
    double eraseArea;
    double eraseShape;
    double eraseX;
    double eraseY;
};

/// Where in the source a pixel of the target lies, in 1/65536 pixels: x = originX + xPerX * column + xPerY * row, and y
/// alike. Whole numbers, so that processors that round differently agree on the result.
struct Mapping
{
    int originX = 0;
    int originY = 0;
    int xPerX = one;
    int xPerY = 0;
    int yPerX = 0;
    int yPerY = one;
};

int fixed(double value)
{
    return int(std::lround(value * one));
}

/// The way back from target to source: turned and scaled around the centre, then shifted.
Mapping inverseMapping(const Augmentation &augmentation, const Draws &draws, int side)
{
    const double angle = augmentation.turn * draws.turn * std::numbers::pi / 180.0;
    const double factor = 1.0 / (1.0 + augmentation.scale * draws.scale);
    const double cosine = std::cos(angle) * factor;
    const double sine = std::sin(angle) * factor;
    const double centre = 0.5 * (side - 1);
    const double x = -centre - augmentation.shift * draws.shiftX;
    const double y = -centre - augmentation.shift * draws.shiftY;
    return {fixed(centre + cosine * x + sine * y),
            fixed(centre - sine * x + cosine * y),
            fixed(cosine),
            fixed(sine),
            fixed(-sine),
            fixed(cosine)};
}

void mirror(Mapping &mapping, int side)
{
    mapping.originX = (side - 1) * one - mapping.originX;
    mapping.xPerX = -mapping.xPerX;
    mapping.xPerY = -mapping.xPerY;
}

/// Whether the four pixels around a point all lie in the picture; x and y in 1/65536 pixels, as below.
bool isInside(int side, int x, int y)
{
    return unsigned(x >> fractionBits) < unsigned(side - 1) && unsigned(y >> fractionBits) < unsigned(side - 1);
}

int pixelOrBlack(const std::uint8_t *source, int side, int column, int row)
{
    const bool isPixel = unsigned(column) < unsigned(side) && unsigned(row) < unsigned(side);
    return isPixel ? source[row * side + column] : 0;
}

/// Bilinear between the pixels at a point, right of it, below it, and both.
std::uint8_t blend(int here, int right, int below, int both, int x, int y)
{
    const int shareRight = (x & (one - 1)) >> 8;
    const int shareBelow = (y & (one - 1)) >> 8;
    const int top = here * 256 + (right - here) * shareRight;
    const int bottom = below * 256 + (both - below) * shareRight;
    return std::uint8_t((top * 256 + (bottom - top) * shareBelow + one / 2) >> fractionBits);
}

/// Black outside of the picture.
std::uint8_t sampleAnywhere(const std::uint8_t *source, int side, int x, int y)
{
    const int column = x >> fractionBits;
    const int row = y >> fractionBits;
    return blend(pixelOrBlack(source, side, column, row), pixelOrBlack(source, side, column + 1, row),
                 pixelOrBlack(source, side, column, row + 1), pixelOrBlack(source, side, column + 1, row + 1), x, y);
}

std::uint8_t sampleInside(const std::uint8_t *source, int side, int x, int y)
{
    const std::uint8_t *corner = source + (y >> fractionBits) * side + (x >> fractionBits);
    return blend(corner[0], corner[1], corner[side], corner[side + 1], x, y);
}

void resample(const Mapping &mapping, int side, const std::uint8_t *source, std::uint8_t *target)
{
    for (int row = 0; row < side; ++row) {
        const int startX = mapping.originX + mapping.xPerY * row;
        const int startY = mapping.originY + mapping.yPerY * row;
        const auto x = [&](int column) { return startX + mapping.xPerX * column; };
        const auto y = [&](int column) { return startY + mapping.yPerX * column; };
        // A line crosses the picture in one piece, so that only its two ends need a look at the edges.
        int first = 0;
        int last = side;
        while (first < last && !isInside(side, x(first), y(first))) {
            target[first] = sampleAnywhere(source, side, x(first), y(first));
            ++first;
        }
        while (first < last && !isInside(side, x(last - 1), y(last - 1))) {
            --last;
            target[last] = sampleAnywhere(source, side, x(last), y(last));
        }
        for (int column = first; column < last; ++column) {
            target[column] = sampleInside(source, side, x(column), y(column));
        }
        target += side;
    }
}

void mirrorRows(int side, const std::uint8_t *source, std::uint8_t *target)
{
    for (int row = 0; row < side; ++row) {
        std::reverse_copy(source + row * side, source + (row + 1) * side, target + row * side);
    }
}

void mirrorAndMove(const Augmentation &augmentation, const Draws &draws, int side, const std::uint8_t *source,
                   std::uint8_t *target)
{
    const bool isMirrored = draws.mirror < augmentation.mirror;
    if (augmentation.shift == 0.0 && augmentation.turn == 0.0 && augmentation.scale == 0.0) {
        if (isMirrored) {
            mirrorRows(side, source, target);
        } else {
            std::memcpy(target, source, std::size_t(side) * std::size_t(side));
        }
        return;
    }
    Mapping mapping = inverseMapping(augmentation, draws, side);
    if (isMirrored) {
        mirror(mapping, side);
    }
    resample(mapping, side, source, target);
}

void addNoise(double deviation, RandomStream &random, int side, std::uint8_t *target)
{
    for (int i = 0; i < side * side; ++i) {
        const double noisy = target[i] + 255.0 * deviation * random.normal();
        target[i] = std::uint8_t(std::lround(std::clamp(noisy, 0.0, 255.0)));
    }
}

/// A rectangle that is at most twice as long as wide.
void erase(const Draws &draws, int side, std::uint8_t *target)
{
    const double pixels = double(side) * side;
    const double smallest = smallestErasedShare * pixels;
    const double largest = largestErasedShare * pixels;
    const double area = smallest + draws.eraseArea * (largest - smallest);
    const double longness = draws.eraseShape < 0.5 ? 0.5 + draws.eraseShape : 2.0 * draws.eraseShape;
    const int height = std::clamp(int(std::lround(std::sqrt(area * longness))), 1, side);
    // Rounding must not carry the area over its bounds.
    const int narrowest = int(std::ceil(smallest / height));
    const int widest = std::max(narrowest, int(std::floor(largest / height)));
    const int width = std::min(std::clamp(int(std::lround(area / height)), narrowest, widest), side);
    const int left = int(draws.eraseX * (side - width + 1));
    const int top = int(draws.eraseY * (side - height + 1));
    for (int row = top; row < top + height; ++row) {
        std::memset(target + row * side + left, 0, std::size_t(width));
    }
}

} // namespace

void augment(const Augmentation &augmentation, qint64 seed, int epoch, int pictureIndex, int side,
             const std::uint8_t *source, std::uint8_t *target)
{
    if (augmentation.isOff()) {
        std::memcpy(target, source, std::size_t(side) * std::size_t(side));
        return;
    }
    RandomStream random(StreamPurpose::Augmentation,
                        {std::uint64_t(seed), std::uint64_t(epoch), std::uint64_t(pictureIndex)});
    const Draws draws(random);
    mirrorAndMove(augmentation, draws, side, source, target);
    if (augmentation.noise > 0.0) {
        addNoise(augmentation.noise, random, side, target);
    }
    if (draws.erase < augmentation.erase) {
        erase(draws, side, target);
    }
}

} // namespace convscope
