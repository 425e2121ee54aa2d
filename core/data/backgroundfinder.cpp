// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/backgroundfinder.h"

#include "core/data/edgecolors.h"
#include "core/data/shapemask.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

/// Below this, a difference is the noise of a photograph's compression.
constexpr float leastDifference = 0.05f;
/// Pieces smaller than this share of the largest are dirt.
constexpr double speckShare = 0.02;

float greyOf(float red, float green, float blue, GreyRule rule)
{
    switch (rule) {
    case GreyRule::Luminance:
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    case GreyRule::Average:
        return (red + green + blue) / 3.0f;
    case GreyRule::Lightest:
        return std::max({red, green, blue});
    }
    return 0.0f;
}

std::array<float, 3> colorOf(QRgb pixel)
{
    return {float(qRed(pixel)) / 255.0f, float(qGreen(pixel)) / 255.0f, float(qBlue(pixel)) / 255.0f};
}

bool isSeeThrough(const QImage &image)
{
    qint64 clear = 0;
    for (int y = 0; image.hasAlphaChannel() && y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        clear += std::count_if(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) < 128; });
    }
    return double(clear) > 0.01 * image.width() * image.height();
}

/// A thing without a background is seen before whichever it stands out from.
GreyMap foregroundOfTransparent(const QImage &image, const GreyMap &grey)
{
    constexpr float faintest = 0.2f; // of the thing itself: a white stripe on dark cloth is still cloth
    double sum = 0.0, weight = 0.0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            sum += double(grey.at(x, y)) * qAlpha(line[x]);
            weight += qAlpha(line[x]);
        }
    }
    const bool isLight = weight > 0.0 && sum / weight > 0.6;
    GreyMap foreground(grey.width, grey.height);
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const float value = isLight ? grey.at(x, y) : 1.0f - grey.at(x, y);
            foreground.at(x, y) = float(qAlpha(line[x])) / 255.0f * std::max(faintest, value);
        }
    }
    return foreground;
}

/// What a pixel becomes, and how far it is from the background in any colour.
struct Contrast
{
    GreyMap value;
    GreyMap distance;
};

Contrast contrastTo(const EdgeColors &background, const QImage &image, const GreyMap &grey, GreyRule rule)
{
    constexpr float colorShare = 0.6f; // yellow on white is nearly the same grey, and yet a shirt
    Contrast contrast{GreyMap(grey.width, grey.height), GreyMap(grey.width, grey.height)};
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const std::array<float, 3> behind = background.at(x, y);
            const std::array<float, 3> color = colorOf(line[x]);
            float distance = 0.0f;
            for (std::size_t c = 0; c < 3; ++c) {
                distance = std::max(distance, std::abs(color[c] - behind[c]));
            }
            const float behindGrey = greyOf(behind[0], behind[1], behind[2], rule);
            // Relative to the room there is: light that falls off over a white wall cancels out.
            const float room = std::max({behindGrey, 1.0f - behindGrey, 0.5f});
            contrast.distance.at(x, y) = distance;
            contrast.value.at(x, y) = std::min(1.0f, std::max(std::abs(grey.at(x, y) - behindGrey) / room, colorShare * distance));
        }
    }
    return contrast;
}

float quantile(std::vector<float> values, double share)
{
    if (values.empty()) {
        return 0.0f;
    }
    const auto nth = values.begin() + qsizetype(share * double(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

/// What a photograph's thing differs from its background by, at least. A shadow beside it differs less.
float threshold(const EdgeColors &background, const GreyMap &distance)
{
    const float sure = std::max(leastDifference, 4.0f * background.noise() + 0.02f);
    std::vector<float> above;
    std::copy_if(distance.values.begin(), distance.values.end(), std::back_inserter(above), [sure](float value) { return value > sure; });
    const bool isPhotograph = background.noise() > 0.004f || background.range() > 0.02f;
    return isPhotograph ? std::max(sure, 0.25f * quantile(above, 0.75)) : sure;
}

GreyMap masked(const GreyMap &value, const ShapeMask &mask)
{
    GreyMap result = value;
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        result.values[i] = mask.inside[i] ? std::max(result.values[i], leastDifference) : 0.0f;
    }
    return result;
}

FoundBackground fromEdge(const QImage &image, const GreyMap &grey, GreyRule rule)
{
    const EdgeColors background(image);
    const Contrast contrast = contrastTo(background, image, grey, rule);
    const float least = threshold(background, contrast.distance);
    ShapeMask mask(grey.width, grey.height);
    std::transform(contrast.distance.values.begin(), contrast.distance.values.end(), mask.inside.begin(), [least](float distance) { return std::uint8_t(distance > least); });
    const auto middle = background.at(image.width() / 2, image.height() / 2);
    return {masked(contrast.value, withoutSpecks(mask, speckShare)),
            background.range() > 0.02f ? FoundBackground::Kind::Uneven : FoundBackground::Kind::Plain,
            QColor::fromRgbF(middle[0], middle[1], middle[2])};
}

} // namespace

GreyMap greyOf(const QImage &image, GreyRule rule)
{
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
    GreyMap grey(argb.width(), argb.height());
    for (int y = 0; y < argb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x) {
            const auto [red, green, blue] = colorOf(line[x]);
            // From whole numbers where all channels agree: a grey picture keeps its bytes.
            grey.at(x, y) = red == green && green == blue ? red : greyOf(red, green, blue, rule);
        }
    }
    return grey;
}

FoundBackground findBackground(const QImage &image, GreyRule rule, BackgroundRule background)
{
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
    GreyMap grey = greyOf(argb, rule);
    if (background == BackgroundRule::Dark) {
        return {grey, FoundBackground::Kind::AlreadyBlack, Qt::black};
    }
    if (background == BackgroundRule::Light) {
        std::transform(grey.values.begin(), grey.values.end(), grey.values.begin(), [](float value) { return 1.0f - value; });
        return {grey, FoundBackground::Kind::Plain, Qt::white};
    }
    if (isSeeThrough(argb)) {
        return {foregroundOfTransparent(argb, grey), FoundBackground::Kind::Transparent, Qt::transparent};
    }
    return fromEdge(argb, grey, rule);
}

} // namespace convscope
