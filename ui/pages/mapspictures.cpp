// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapspictures.h"

#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace convscope {

void MapsPictures::setFlow(const FlowPtr &flow)
{
    m_flow = flow;
    m_images.clear();
}

void MapsPictures::setPartner(const FlowPtr &partner)
{
    if (partner != m_partner) {
        m_partner = partner;
        m_images.clear();
    }
}

double MapsPictures::limit(int layer, int channel) const
{
    const double own = m_flow->limit(layer, channel, m_scale);
    const bool shares = m_partner && m_partner->weights->architecture == m_flow->weights->architecture;
    return shares ? std::max(own, m_partner->limit(layer, channel, m_scale)) : own;
}

void MapsPictures::setScale(MapScale scale)
{
    m_scale = scale;
    m_images.clear();
}

void MapsPictures::setPalette(const QPalette &palette)
{
    m_palette = palette;
    m_images.clear();
    buildTables();
}

void MapsPictures::buildTables()
{
    for (int i = 0; i < steps; ++i) {
        const double share = double(i) / (steps - 1);
        m_sequential[std::size_t(i)] = theme::sequential(share).rgb();
        m_diverging[std::size_t(i)] = theme::diverging(2.0 * share - 1.0, m_palette).rgb();
    }
    m_invalid = theme::attention().rgb();
}

QRgb MapsPictures::rgb(bool isSigned, double share) const
{
    if (std::isnan(share)) {
        return m_invalid;
    }
    const double place = std::clamp(isSigned ? (share + 1.0) / 2.0 : share, 0.0, 1.0);
    const auto index = std::size_t(std::lround(place * (steps - 1)));
    return isSigned ? m_diverging[index] : m_sequential[index];
}

QColor MapsPictures::color(int layer, int channel, double value) const
{
    if (layer == 0) {
        return QColor::fromHsvF(0.0f, 0.0f, float(std::clamp(value, 0.0, 1.0)));
    }
    return QColor(rgb(m_flow->isSigned[std::size_t(layer)], value / limit(layer, channel)));
}

const QImage &MapsPictures::map(int layer, int channel)
{
    QImage &image = m_images[{layer, channel}];
    if (!image.isNull()) {
        return image;
    }
    if (layer == 0) {
        image = imageOf(m_flow->probe.picture);
        return image;
    }
    const LayerOutput &output = m_flow->pass.layers[std::size_t(layer)];
    const bool isSigned = m_flow->isSigned[std::size_t(layer)];
    const double scale = 1.0 / limit(layer, channel);
    image = QImage(output.layer.width, output.layer.height, QImage::Format_RGB32);
    const float *values = output.values.data() + std::size_t(channel) * output.layer.height * output.layer.width;
    for (int y = 0; y < output.layer.height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < output.layer.width; ++x) {
            line[x] = rgb(isSigned, double(*values++) * scale);
        }
    }
    return image;
}

} // namespace convscope
