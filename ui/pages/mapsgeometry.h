// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"
#include "core/model/layersummary.h"

#include <QMap>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace convscope {

/// How a layer is drawn.
enum class MapsForm {
    Maps, ///< a picture for each channel
    Cells, ///< a coloured square for each number: the flattening
    Bars, ///< a bar for each neuron
    Outputs, ///< a row for each class
};

/// Where a layer is drawn, in pixels of the lane. Channels run left to right, then down, as pictures; bars and cells run down, then to
/// the right.
struct MapsColumn
{
    int layer = 0;
    MapsForm form = MapsForm::Maps;
    /// Layers of one group (a convolution block, a hidden layer) show the same channels at the same places.
    int group = 0;
    QRectF header;
    QRectF body;
    int rows = 1;
    int across = 1;
    QSizeF pitch; ///< from one to the next
    QSizeF cell; ///< of one
    int first = 0; ///< channel
    int shown = 0;
    int total = 0;

    bool isPaged() const { return shown < total; }
    bool shows(int channel) const { return channel >= first && channel < first + shown; }
    /// The place of a shown channel.
    QRectF cellOf(int channel) const;
    /// The channel whose place, or the gap behind it, is there; nothing outside.
    std::optional<int> channelAt(const QPointF &point) const;
};

struct MapsLayout
{
    std::vector<MapsColumn> columns; ///< one for each layer
    QSizeF size;

    const MapsColumn *columnAt(double x) const;
    /// The place of one channel's picture, bar or cell. Empty where it isn't on the shown page.
    QRectF cellOf(int layer, int channel) const;
};

/// What a layout is computed for. Lengths in logical pixels.
struct MapsRequest
{
    double height = 400.0; ///< headers included
    double headerHeight = 60.0;
    double columnWidth = 112.0; ///< least width of a column
    double outputWidth = 200.0;
    double ratio = 1.0; ///< device pixels
    int factor = 1; ///< device pixels that one pixel of the input takes in a map; more where there is room
    /// By group: the channel that the shown page begins with.
    QMap<int, int> pages;
};

/// Columns for any network that summarize() can describe. Everything fits into the height; what would get wider than is sensible is
/// paged, and says so. Pure.
MapsLayout layOutMaps(const std::vector<LayerSummary> &layers, const MapsRequest &request);

} // namespace convscope
