// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/decimation.h"

#include <QColor>
#include <QPalette>
#include <QPointF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// What a plot shows, as plain values that its painters read. Points are values, not pixels.
namespace convscope {

/// Colours follow the palette, so a style holds where a colour comes from and not the colour.
using ThemeColor = QColor (*)(const QPalette &);

enum class PlotMarker { None, Circle, Square, Triangle, Diamond, Inverted };

struct PlotStyle
{
    ThemeColor color = nullptr;
    /// 1 = the colour itself, towards 0 = faint.
    double strength = 1.0;
    /// The same while there is at most one point for three pixels, where a faint line would get lost.
    double sparseStrength = 0.0;
    double width = 2.0;
    Qt::PenStyle line = Qt::SolidLine;
    PlotMarker marker = PlotMarker::None;
    /// Name and last value are written beside the line's end.
    bool endLabel = false;
};

struct PlotSeries
{
    PlotStyle style;
    QString name;
    bool visible = true;
    /// Either points …
    std::vector<QPointF> points;
    /// … or evenly spaced samples.
    std::shared_ptr<const CurvePyramid> curve;
    SampleGrid grid;
    /// What of it is drawn now, in axis coordinates; made by the view.
    std::vector<LineSegment> segments;
};

/// A vertical line with a flag at its top, a text beside it where there is room, and a tooltip.
struct PlotMark
{
    enum class Kind { LowestLoss, Pause, Change, Diverged, Position };
    Kind kind = Kind::Change;
    double x = 0.0;
    /// A ring around this value.
    std::optional<double> y;
    QString label;
    QString toolTip;
    ThemeColor color = nullptr;
};

/// The area between two lines over the same x.
struct PlotShade
{
    std::vector<QPointF> upper;
    std::vector<QPointF> lower;
    QString label;
    ThemeColor color = nullptr;
};

/// The line under the pointer and the numbers beside it.
struct PlotReadout
{
    struct Row
    {
        QString name;
        QString value;
        /// Where the dot is drawn.
        QPointF point;
        ThemeColor color = nullptr;
    };
    double x = 0.0;
    QString title;
    std::vector<Row> rows;
};

} // namespace convscope
