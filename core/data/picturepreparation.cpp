// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/picturepreparation.h"

#include "core/data/shapemask.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

/// Large pictures are worked on at this size; nothing finer reaches a network.
constexpr int workingEdge = 224;
/// What counts as black in a picture of bytes.
constexpr float black = 0.5f / 255.0f;
/// Statistics of Fashion-MNIST's clothes, measured over its test pictures: 95 of 100 reach white somewhere, and nine in ten have a mean
/// (of the thing, without the background) below 0.82; the median is 0.63.
constexpr float nearlyWhite = 0.95f;
constexpr float brightestMean = 0.82f;
constexpr float usualBrightMean = 180.0f / 255.0f;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::PicturePreparation", source);
}

class Preparation
{
public:
    Preparation(const PreparationSettings &settings, int side)
        : m_settings(settings)
        , m_side(side)
    {
    }

    PreparedPicture prepare(const QImage &image)
    {
        m_result.picture = {m_side, std::vector<float>(std::size_t(m_side) * std::size_t(m_side), 0.0f)};
        if (image.isNull()) {
            m_result.isEmpty = true;
            return m_result;
        }
        add(PreparationStep::Kind::Original, image, sizeText(image.size()));
        const QImage work = turned(shrunk(halved(image).convertToFormat(QImage::Format_ARGB32)));
        GreyMap map = isPrepared(work) ? greyOf(work, m_settings.grey) : changed(work);
        m_result.isEmpty = boundsAbove(map, black).isEmpty();
        m_result.picture.values = std::move(map.values);
        for (float &value : m_result.picture.values) {
            value = std::round(value * 255.0f) / 255.0f; // bytes, as the training pictures
        }
        return m_result;
    }

private:
    GreyMap changed(const QImage &work)
    {
        takeColors(work);
        GreyMap map = withoutBackground(work);
        map = filled(map);
        map = trimmed(map);
        map = fitted(map);
        return contrasted(map);
    }

    static QString sizeText(const QSize &size) { return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()); }

    void add(PreparationStep::Kind kind, const QImage &image, const QString &note = {}) { m_result.steps.push_back({kind, image, note}); }
    void add(PreparationStep::Kind kind, const GreyMap &map, const QString &note = {}) { add(kind, imageOf(map), note); }

    /// What the drawing pad gives, at the working size: exactly the mean of four pixels. Qt's own scaling converts it to colours first
    /// and wakes threads for it, at each movement of the pen.
    static QImage halved(const QImage &image)
    {
        if (image.format() != QImage::Format_Grayscale8 || image.size() != QSize(2 * workingEdge, 2 * workingEdge)) {
            return image;
        }
        QImage result(workingEdge, workingEdge, QImage::Format_Grayscale8);
        for (int y = 0; y < workingEdge; ++y) {
            const uchar *upper = image.constScanLine(2 * y);
            const uchar *lower = image.constScanLine(2 * y + 1);
            uchar *line = result.scanLine(y);
            for (int x = 0; x < workingEdge; ++x) {
                line[x] = uchar((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
            }
        }
        return result;
    }

    static QImage shrunk(const QImage &image)
    {
        return std::max(image.width(), image.height()) <= workingEdge
            ? image
            : image.scaled(workingEdge, workingEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }

    QImage turned(const QImage &image)
    {
        QImage result = image;
        if (m_settings.quarterTurns % 4 != 0) {
            result = result.transformed(QTransform().rotate(90.0 * m_settings.quarterTurns));
        }
        if (m_settings.mirror) {
            result = result.mirrored(true, false);
        }
        if (result.constBits() != image.constBits()) {
            add(PreparationStep::Kind::Turned, result);
        }
        return result;
    }

    void takeColors(const QImage &image)
    {
        if (!image.allGray()) {
            add(PreparationStep::Kind::Grey, imageOf(greyOf(image, m_settings.grey)));
        }
    }

    /// A picture of the network's own size, bright on black, is one of a data set, or was made by this program: it stays as it is.
    bool isPrepared(const QImage &image) const
    {
        if (m_settings.background != BackgroundRule::Automatic || image.width() != m_side || image.height() != m_side || !image.allGray() || qAlpha(image.pixel(0, 0)) < 255) {
            return false;
        }
        int dark = 0, light = 0;
        for (int i = 0; i < m_side; ++i) {
            for (const QPoint &place : {QPoint(i, 0), QPoint(i, m_side - 1), QPoint(0, i), QPoint(m_side - 1, i)}) {
                const int grey = qGray(image.pixel(place));
                dark += grey == 0 ? 1 : 0;
                light += grey >= 248 ? 1 : 0;
            }
        }
        return dark >= m_side / 2 && light < dark;
    }

    GreyMap withoutBackground(const QImage &image)
    {
        const FoundBackground found = findBackground(image, m_settings.grey, m_settings.background);
        if (found.kind != FoundBackground::Kind::AlreadyBlack) {
            add(PreparationStep::Kind::Background, found.foreground, note(found));
        }
        return found.foreground;
    }

    static QString note(const FoundBackground &found)
    {
        switch (found.kind) {
        case FoundBackground::Kind::AlreadyBlack:
            break;
        case FoundBackground::Kind::Transparent:
            return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "transparent background"));
        case FoundBackground::Kind::Plain:
            return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "background %1")).arg(found.color.name());
        case FoundBackground::Kind::Uneven:
            return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "uneven background around %1")).arg(found.color.name());
        }
        return {};
    }

    /// Somebody who draws with a pen draws the edge of a shirt; the training pictures are of cloth.
    GreyMap filled(const GreyMap &map)
    {
        constexpr float ink = 0.1f;
        constexpr double outlineShare = 0.5; // a line covers less than half of what it encloses
        constexpr int thinLineEdge = 24; // in so small a picture a line is thinner than the pixels that it touches
        if (m_settings.filling == PreparationSettings::Filling::Never) {
            return map;
        }
        const QRect bounds = boundsAbove(map, ink);
        if (bounds.isEmpty()) {
            return map;
        }
        const GreyMap thing = cropped(map, bounds);
        ShapeMask mask(thing.width, thing.height);
        std::transform(thing.values.begin(), thing.values.end(), mask.inside.begin(), [](float value) { return std::uint8_t(value > ink); });
        const int gap = std::max(bounds.width(), bounds.height()) / 40;
        const int inkCount = mask.count();
        const ShapeMask inside = within(mask, gap, inkCount);
        const int insideCount = inside.count();
        const double covered = std::max(bounds.width(), bounds.height()) < thinLineEdge ? coverage(thing, mask) : double(inkCount);
        if (insideCount == inkCount || (m_settings.filling == PreparationSettings::Filling::Automatic && covered > outlineShare * insideCount)) {
            return map;
        }
        const GreyMap full = fillWith(thing, mask, inside);
        GreyMap result = map;
        for (int y = 0; y < full.height; ++y) {
            std::copy_n(full.values.begin() + qsizetype(y) * full.width, full.width, &result.at(bounds.left(), bounds.top() + y));
        }
        add(PreparationStep::Kind::Filled, result);
        return result;
    }

    /// Gaps in the line are closed only where that encloses much more: else the slot between two legs would be one.
    static ShapeMask within(const ShapeMask &mask, int gap, int inkCount)
    {
        const ShapeMask strictly = enclosed(mask, 0);
        ShapeMask closed = enclosed(mask, gap);
        return 2 * (closed.count() - inkCount) > 3 * (strictly.count() - inkCount) ? closed : strictly;
    }

    /// Pixels, those that are touched in part counted in part.
    static double coverage(const GreyMap &map, const ShapeMask &mask)
    {
        const float top = *std::max_element(map.values.begin(), map.values.end());
        double sum = 0.0;
        for (std::size_t i = 0; i < map.values.size(); ++i) {
            sum += mask.inside[i] ? double(map.values[i] / top) : 0.0;
        }
        return sum;
    }

    /// As bright as the middle of the line: cloth has no bright edge.
    static GreyMap fillWith(const GreyMap &map, const ShapeMask &mask, const ShapeMask &inside)
    {
        std::vector<float> ink;
        for (std::size_t i = 0; i < map.values.size(); ++i) {
            if (mask.inside[i]) {
                ink.push_back(map.values[i]);
            }
        }
        const auto middle = ink.begin() + qsizetype(ink.size() / 2);
        std::nth_element(ink.begin(), middle, ink.end());
        const float fill = *middle;
        GreyMap result = map;
        for (std::size_t i = 0; i < map.values.size(); ++i) {
            if (inside.inside[i]) {
                result.values[i] = std::max(result.values[i], fill);
            }
        }
        return result;
    }

    GreyMap trimmed(const GreyMap &map)
    {
        const QRect bounds = boundsAbove(map, black);
        if (bounds.isEmpty() || !m_settings.crop || bounds == QRect(0, 0, map.width, map.height)) {
            return map;
        }
        GreyMap result = cropped(map, bounds);
        add(PreparationStep::Kind::Cropped, result, sizeText(bounds.size()));
        return result;
    }

    GreyMap fitted(const GreyMap &map)
    {
        const int longest = std::max(map.width, map.height);
        const auto scaled = [&](int length) { return m_settings.keepAspect ? std::clamp(int(std::lround(double(length) * m_side / longest)), 1, m_side) : m_side; };
        const GreyMap small = resampled(map, scaled(map.width), scaled(map.height));
        const QPoint place = placeOf(small);
        GreyMap result(m_side, m_side);
        for (int y = 0; y < small.height; ++y) {
            for (int x = 0; x < small.width; ++x) {
                result.at(place.x() + x, place.y() + y) = small.at(x, y);
            }
        }
        if (map.width != m_side || map.height != m_side) {
            add(PreparationStep::Kind::Fitted, result, sizeText({small.width, small.height}));
        }
        return result;
    }

    QPoint placeOf(const GreyMap &small) const
    {
        // Odd rests go to the left and to the top, as in Fashion-MNIST.
        const QPoint middle((m_side - small.width + 1) / 2, (m_side - small.height + 1) / 2);
        double mass = 0.0, x = 0.0, y = 0.0;
        for (int row = 0; row < small.height; ++row) {
            for (int column = 0; column < small.width; ++column) {
                mass += double(small.at(column, row));
                x += double(small.at(column, row)) * column;
                y += double(small.at(column, row)) * row;
            }
        }
        if (m_settings.centring == PreparationSettings::Centring::Box || mass <= 0.0) {
            return middle;
        }
        const double centre = (m_side - 1) / 2.0;
        return {std::clamp(int(std::lround(centre - x / mass)), 0, m_side - small.width), std::clamp(int(std::lround(centre - y / mass)), 0, m_side - small.height)};
    }

    GreyMap contrasted(const GreyMap &map)
    {
        std::vector<float> thing;
        std::copy_if(map.values.begin(), map.values.end(), std::back_inserter(thing), [](float value) { return value > black; });
        if (!m_settings.contrast || thing.empty()) {
            return map;
        }
        std::sort(thing.begin(), thing.end());
        const float top = thing[std::size_t(0.98 * double(thing.size() - 1))];
        const float mean = std::accumulate(thing.begin(), thing.end(), 0.0f) / float(thing.size());
        float gain = thing.back() < nearlyWhite ? 1.0f / top : 1.0f;
        const bool isFlat = mean * gain > brightestMean;
        gain = isFlat ? usualBrightMean / mean : gain;
        if (std::abs(gain - 1.0f) < 0.01f) {
            return map;
        }
        GreyMap result = map;
        std::transform(map.values.begin(), map.values.end(), result.values.begin(), [gain](float value) { return std::min(1.0f, value * gain); });
        add(PreparationStep::Kind::Contrast, result, QStringLiteral("× %1").arg(QLocale().toString(double(gain), 'f', 2)));
        return result;
    }

    const PreparationSettings m_settings;
    const int m_side;
    PreparedPicture m_result;
};

} // namespace

QString preparationStepName(PreparationStep::Kind kind)
{
    switch (kind) {
    case PreparationStep::Kind::Original:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Original"));
    case PreparationStep::Kind::Turned:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Turned"));
    case PreparationStep::Kind::Grey:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Grey"));
    case PreparationStep::Kind::Background:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Background black"));
    case PreparationStep::Kind::Filled:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Outline filled"));
    case PreparationStep::Kind::Cropped:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Trimmed"));
    case PreparationStep::Kind::Fitted:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Fitted"));
    case PreparationStep::Kind::Contrast:
        return text(QT_TRANSLATE_NOOP("convscope::PicturePreparation", "Contrast"));
    }
    return {};
}

PreparedPicture preparePicture(const QImage &image, const PreparationSettings &settings, int side)
{
    return Preparation(settings, side).prepare(image);
}

} // namespace convscope
