// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <vector>

class QFont;
class QPainter;

/// How numbers are drawn as coloured cells and maps: the same colour for the same number wherever it stands. Lengths are logical.
namespace convscope::numbers {

/// What a colour stands for. Diverging is symmetric about zero: `high` counts for both ends.
struct ColorScale
{
    enum class Kind { Grey, Sequential, Diverging };
    Kind kind = Kind::Grey;
    double low = 0.0;
    double high = 1.0;

    QColor color(double value, const QPalette &palette) const;
    bool operator==(const ColorScale &) const = default;
};

/// The scale that suits values of one kind: grey as it is, sequential from 0, diverging over the largest absolute value.
ColorScale scaleFor(ColorScale::Kind kind, const std::vector<float> &values);

/// Black or white, whichever is read better.
QColor inkOn(const QColor &background);

/// "−0.213", in the language's digits, with as many decimals as asked for; large numbers have fewer.
QString text(double value, int decimals = 3);
/// The same with a + in front of what is not negative.
QString signedText(double value, int decimals = 3);
/// For numbers that may be very small: "0.00231", "2.31e−5".
QString exactText(double value);
/// The same with three digits that mean something, or two before a power of ten: for a legend.
QString briefText(double value);

/// What a grid of numbers looks like.
struct GridStyle
{
    ColorScale scale;
    int decimals = 3;
    int marked = -1; ///< index of a cell with a strong frame
    std::vector<bool> beyond; ///< cells that lie on the padding: hatched
    std::vector<bool> pale; ///< cells that are not reached yet
    bool usesExponents = false; ///< for numbers that may be very small
};

/// rows x columns cells that fill `rect`; numbers where they fit. The font is the painter's.
void drawGrid(QPainter &painter, const QRectF &rect, const std::vector<double> &values, int columns, const GridStyle &style, const QPalette &palette);
/// The cell of such a grid at a point; -1 beside it.
int cellAt(const QRectF &rect, int rows, int columns, const QPointF &point);
QRectF cellRect(const QRectF &rect, int rows, int columns, int index);

/// [height, width] numbers as a picture, one pixel each; from `shown` on pale.
QImage mapImage(const float *values, int width, int height, const ColorScale &scale, const QPalette &palette, int shown = -1);

/// A bar with the numbers at its ends below it. Takes legendHeight().
void drawLegend(QPainter &painter, const QRectF &rect, const ColorScale &scale, const QPalette &palette);
double legendHeight(const QFont &font);

/// The frame of the window that slides: seen on every colour.
void drawWindowFrame(QPainter &painter, const QRectF &rect, const QPalette &palette);
/// A line with a head from left to right or from top to bottom.
void drawArrow(QPainter &painter, const QPointF &from, const QPointF &to, const QColor &color);

} // namespace convscope::numbers
