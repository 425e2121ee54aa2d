// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportpictures.h"

#include "core/common/numberformat.h"
#include "core/report/colorscale.h"

#include <QCoreApplication>

#include <algorithm>

namespace convscope {

namespace {

constexpr int smallKernel = 54; // pixels of the page that a kernel of a few numbers gets
constexpr int largeKernel = 84; // and one in the shape of a picture

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

int factorFor(int side)
{
    const int wanted = side < 12 ? smallKernel : largeKernel;
    return std::max(1, wanted / std::max(side, 1));
}

} // namespace

QImage kernelImage(std::span<const float> values, int width, int height, double limit)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double value = double(values[std::size_t(y) * std::size_t(width) + std::size_t(x)]);
            image.setPixelColor(x, y, divergingColor(limit > 0.0 ? value / limit : 0.0, Qt::white, false));
        }
    }
    return image;
}

ReportPictures filterPictures(const FilterLayer &layer, int most)
{
    ReportPictures pictures;
    const int shown = std::min(most, layer.filters);
    pictures.factor = factorFor(std::max(layer.width, layer.height));
    const double limit = double(largestMagnitude(std::span(layer.values).first(std::size_t(shown) * layer.filterSize())));
    for (int filter = 0; filter < shown; ++filter) {
        pictures.pictures.push_back({kernelImage(layer.kernel(filter, 0), layer.width, layer.height, limit), Words::tr("Filter %L1").arg(filter + 1),
                                     {QStringLiteral("%L1").arg(filter + 1)}});
    }
    pictures.caption = Words::tr("Blue stands for −%1, white for 0, red for %1; all pictures have the same scale.").arg(lossText(limit));
    return pictures;
}

QImage dataImage(const std::uint8_t *pixels, int side)
{
    return QImage(pixels, side, side, side, QImage::Format_Grayscale8).copy();
}

} // namespace convscope
