// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/forwardpass.h"
#include "ui/views/numberpainting.h"
#include "ui/views/operationcontent.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSizeF>

namespace convscope {

/// One channel of a layer, or a layer after the flattening, as a picture.
struct StageMap
{
    std::vector<float> values; ///< [rows, columns]; the last ones may stand for nothing
    int count = 0; ///< those that stand for something
    int rows = 1;
    int columns = 1;
    numbers::ColorScale scale;
    int shown = -1; ///< from here on pale; -1: all is shown
};

/// How many columns a layer of `count` neurons is wrapped into.
int columnsFor(int count);
StageMap mapOf(const LayerOutput &layer, int channel);
/// Grey for the picture, sequential where no value is negative, diverging otherwise.
numbers::ColorScale::Kind scaleKindOf(const LayerOutput &layer);
/// The index of a unit within mapOf() of its layer.
int placeOn(const LayerSummary &layer, const UnitAddress &unit);

/// Larger on a large stage: it is looked at from the last row.
QFont stageFont(const QFont &font, double width);

/// One line of a sum.
struct SumLine
{
    QString label;
    double value = 0.0;
    bool isResult = false; ///< bold, below a rule
    bool isStep = false; ///< what comes after: no sign
};

/// A painter with what all drawings on the stage share, and a memory of how far they reached.
class StageCanvas
{
public:
    StageCanvas(QPainter &painter, const QSizeF &available, const QPalette &palette, const QFont &font);

    QPainter &painter() { return m_painter; }
    const QFont &font() const { return m_font; }
    const QPalette &palette() const { return m_palette; }
    double width() const { return m_available.width(); }
    double height() const { return m_available.height(); }
    /// Height of a line of text.
    double line() const { return m_metrics.lineSpacing(); }
    const QFontMetricsF &metrics() const { return m_metrics; }
    StageTargets &targets() { return m_targets; }
    QSizeF extent() const { return m_extent; }
    void reach(const QRectF &rect);

    /// The map with a legend below, at most `most` wide or high; returns the picture without the legend.
    QRectF drawMap(const StageMap &map, const QPointF &topLeft, double most, bool withLegend = true);
    static double mapWidth(const StageMap &map, double most);
    double mapHeight(const StageMap &map, double most) const;
    /// The frame around some cells of a drawn map.
    QRectF drawWindow(const QRectF &map, const StageMap &of, int left, int top, int columns, int rows);
    /// Lines from a window's right side to the left side of what it is enlarged to.
    void drawEnlarging(const QRectF &window, const QRectF &grid);
    void drawText(const QRectF &rect, int flags, const QString &text, bool isMuted = false, bool isBold = false);
    /// A column of numbers that are added, within the width of `rect`; returns the used part of it.
    QRectF drawSum(const QPointF &topLeft, double width, const std::vector<SumLine> &lines);
    /// A large formula in one line, smaller where it would not fit; returns the line's rectangle.
    QRectF drawFormula(const QRectF &rect, const QString &text);

private:
    QPainter &m_painter;
    const QSizeF m_available;
    const QPalette m_palette;
    const QFont m_font;
    const QFontMetricsF m_metrics;
    StageTargets m_targets;
    QSizeF m_extent;
};

} // namespace convscope
