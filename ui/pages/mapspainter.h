// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/connections.h"
#include "ui/pages/mapsgeometry.h"
#include "ui/pages/mapspictures.h"

#include <QFont>
#include <QStringList>

#include <optional>

class QPainter;

namespace convscope {

/// What is lit: a unit with what it is made of and what it goes into.
struct MapsFocus
{
    UnitAddress unit;
    UnitSources sources;
    std::vector<Target> targets;
    QRect receptiveField; ///< pixels of the input
};

/// Draws one flow: headers, pictures, bars, and what is lit. Knows no widget.
class MapsPainter
{
public:
    struct Look
    {
        QPalette palette;
        QFont font;
        bool explains = true;
        QStringList classNames;
        /// The one that the keyboard acts on.
        bool hasFocus = false;
    };

    MapsPainter(QPainter &painter, const MapsLayout &layout, MapsPictures &pictures, const Look &look);

    /// `exposed`: what has to be drawn, in the layout's coordinates.
    void draw(const QRectF &exposed, const MapsFocus *focus);

    /// The part of a header that turns the page back and on.
    static QRectF pageButton(const MapsColumn &column, const QFont &font, bool on);
    /// The picture of a map in the middle of its cell, at a whole factor; what has no pictures fills its cell.
    static QRectF pictureIn(const QRectF &cell, const LayerSummary &layer, double ratio);

private:
    void drawHeader(const MapsColumn &column);
    void drawPaging(const MapsColumn &column, const QRectF &row);
    void drawLegend(const MapsColumn &column, const QRectF &row);
    void drawMaps(const MapsColumn &column, const QRectF &exposed);
    void drawCells(const MapsColumn &column);
    void drawBars(const MapsColumn &column);
    void drawOutputs(const MapsColumn &column);
    void drawFocus(const MapsFocus &focus);
    void drawLines(const MapsFocus &focus);
    void drawLine(const QRectF &from, const QRectF &to, double share);
    void drawWindow(int layer, int channel, const QRect &positions, const QColor &color, int devicePixels);
    void frame(int layer, int channel, const QColor &color, int devicePixels, int gap = 1);
    QRectF pictureRect(int layer, int channel) const;
    const Flow &flow() const { return *m_pictures.flow(); }

    QPainter &m_painter;
    const MapsLayout &m_layout;
    MapsPictures &m_pictures;
    const Look &m_look;
};

} // namespace convscope
