// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapsflow.h"

#include <QImage>
#include <QPalette>

#include <array>
#include <map>

namespace convscope {

/// The numbers of a flow as pictures, coloured when they are first asked for: grey for the input, theme::sequential() where numbers
/// can't be negative, theme::diverging() where they can.
class MapsPictures
{
public:
    void setFlow(const FlowPtr &flow);
    /// Another flow of the same network that shares the scales; nullptr for none.
    void setPartner(const FlowPtr &partner);
    void setScale(MapScale scale);
    void setPalette(const QPalette &palette);

    const FlowPtr &flow() const { return m_flow; }
    MapScale scale() const { return m_scale; }
    /// What the full colour stands for: the larger of both flows'.
    double limit(int layer, int channel) const;
    /// One pixel for each number.
    const QImage &map(int layer, int channel);
    QColor color(int layer, int channel, double value) const;

private:
    QRgb rgb(bool isSigned, double share) const;
    void buildTables();

    static constexpr int steps = 255; ///< odd: one of them is zero
    FlowPtr m_flow;
    FlowPtr m_partner;
    MapScale m_scale = MapScale::Layer;
    QPalette m_palette;
    std::array<QRgb, steps> m_sequential{};
    std::array<QRgb, steps> m_diverging{};
    QRgb m_invalid = 0;
    std::map<std::pair<int, int>, QImage> m_images;
};

} // namespace convscope
