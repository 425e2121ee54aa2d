// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/numberpainting.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope::numbers {

namespace {

constexpr double barHeight = 8.0;
constexpr double barGap = 2.0;
/// What is not reached yet is only hinted at.
constexpr double paleShare = 0.85;

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto mix = [shareOfB](int x, int y) { return int(std::lround(x + (y - x) * shareOfB)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QString withRealMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

/// What is left where a number is too wide for its cell.
QString fitted(const QFontMetricsF &metrics, double value, int decimals, double width)
{
    for (int d = decimals; d >= 0; --d) {
        const QString candidate = text(value, d);
        if (metrics.horizontalAdvance(candidate) <= width) {
            return candidate;
        }
    }
    return {};
}

/// "2.31e−5"
QString withExponent(double value, int digits)
{
    const int exponent = int(std::floor(std::log10(std::abs(value))));
    return withRealMinus(QLocale().toString(value / std::pow(10.0, exponent), 'f', digits) + QLatin1Char('e') + QString::number(exponent));
}

QString withDigits(double value, int digits)
{
    const double size = std::abs(value);
    if (value == 0.0 || !std::isfinite(value)) {
        return text(value, 0);
    }
    if (size >= 0.001 && size < 1e5) {
        return withRealMinus(QLocale().toString(value, 'g', digits));
    }
    return withExponent(value, digits < 4 ? 1 : 2);
}

/// With an exponent where a decimal fraction would hide the number.
QString fittedExact(const QFontMetricsF &metrics, double value, double width)
{
    if (value == 0.0 || std::abs(value) >= 0.1) {
        return fitted(metrics, value, 4, width);
    }
    QStringList candidates;
    if (std::abs(value) >= 0.001) {
        candidates << text(value, 5) << text(value, 4) << text(value, 3) << withExponent(value, 0);
    } else {
        candidates << withExponent(value, 2) << withExponent(value, 1) << withExponent(value, 0);
    }
    for (const QString &candidate : candidates) {
        if (metrics.horizontalAdvance(candidate) <= width) {
            return candidate;
        }
    }
    return {};
}

/// How much larger than the painter's font the numbers may be drawn: for the last row of a lecture room.
double fontFactor(const QFontMetricsF &metrics, const QRectF &cell, const GridStyle &style)
{
    // Of the longest number, not of those that stand there, so that tables beside each other look alike.
    const QString longest = style.usesExponents ? QStringLiteral("−0.00000") : QStringLiteral("−0.000");
    const double widest = metrics.horizontalAdvance(longest);
    return std::clamp(std::min((cell.width() - 6.0) / widest, cell.height() * 0.6 / metrics.height()), 1.0, 1.8);
}

void drawBeyond(QPainter &painter, const QRectF &cell, const QPalette &palette)
{
    painter.fillRect(cell, QBrush(theme::gridLine(palette), Qt::BDiagPattern));
}

} // namespace

QColor ColorScale::color(double value, const QPalette &palette) const
{
    switch (kind) {
    case Kind::Diverging:
        return theme::diverging(high > 0.0 ? value / high : 0.0, palette);
    case Kind::Sequential:
        return theme::sequential(high > low ? (value - low) / (high - low) : 0.0);
    case Kind::Grey:
        break;
    }
    if (std::isnan(value)) {
        return theme::attention();
    }
    const double share = high > low ? (value - low) / (high - low) : 0.0;
    return QColor::fromHsvF(0.0f, 0.0f, float(std::clamp(share, 0.0, 1.0)));
}

ColorScale scaleFor(ColorScale::Kind kind, const std::vector<float> &values)
{
    double low = 0.0, high = 0.0;
    for (const float value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, double(value));
            high = std::max(high, double(value));
        }
    }
    switch (kind) {
    case ColorScale::Kind::Grey:
        return {kind, 0.0, 1.0};
    case ColorScale::Kind::Sequential:
        return {kind, low, high};
    case ColorScale::Kind::Diverging:
        break;
    }
    return {kind, -std::max(high, -low), std::max(high, -low)};
}

QColor inkOn(const QColor &background)
{
    const double brightness = 0.299 * background.red() + 0.587 * background.green() + 0.114 * background.blue();
    return brightness > 140.0 ? QColor(0x10, 0x10, 0x10) : QColor(0xFF, 0xFF, 0xFF);
}

QString text(double value, int decimals)
{
    const QLocale locale;
    if (!std::isfinite(value)) {
        return std::isnan(value) ? QStringLiteral("NaN") : withRealMinus(value < 0.0 ? QStringLiteral("-∞") : QStringLiteral("∞"));
    }
    const double size = std::abs(value);
    if (size >= 100000.0) {
        return withRealMinus(locale.toString(value, 'g', 3));
    }
    const int fewer = size >= 1000.0 ? 3 : size >= 100.0 ? 2 : size >= 10.0 ? 1 : 0;
    const int shown = std::max(0, decimals - fewer);
    // No minus before a zero.
    const double rounded = std::round(value * std::pow(10.0, shown)) == 0.0 ? 0.0 : value;
    return withRealMinus(locale.toString(rounded, 'f', shown));
}

QString signedText(double value, int decimals)
{
    const QString plain = text(value, decimals);
    return plain.startsWith(QChar(0x2212)) ? plain : QLatin1Char('+') + plain;
}

QString exactText(double value)
{
    return withDigits(value, 4);
}

QString briefText(double value)
{
    return withDigits(value, 3);
}

QRectF cellRect(const QRectF &rect, int rows, int columns, int index)
{
    const double w = rect.width() / columns;
    const double h = rect.height() / rows;
    return {rect.left() + index % columns * w, rect.top() + index / columns * h, w, h};
}

int cellAt(const QRectF &rect, int rows, int columns, const QPointF &point)
{
    if (!rect.contains(point) || rows < 1 || columns < 1) {
        return -1;
    }
    const int x = std::min(columns - 1, int((point.x() - rect.left()) / rect.width() * columns));
    const int y = std::min(rows - 1, int((point.y() - rect.top()) / rect.height() * rows));
    return y * columns + x;
}

void drawGrid(QPainter &painter, const QRectF &rect, const std::vector<double> &values, int columns, const GridStyle &style, const QPalette &palette)
{
    const int rows = columns > 0 ? int(values.size()) / columns : 0;
    const QFont usual = painter.font();
    QFont large = usual;
    if (rows > 0) {
        large.setPointSizeF(usual.pointSizeF() * fontFactor(QFontMetricsF(usual), cellRect(rect, rows, columns, 0), style));
    }
    painter.setFont(large);
    const QFontMetricsF metrics(large);
    for (int i = 0; i < rows * columns; ++i) {
        const auto index = std::size_t(i);
        const QRectF cell = cellRect(rect, rows, columns, i);
        const bool isPale = index < style.pale.size() && style.pale[index];
        QColor color = style.scale.color(values[index], palette);
        if (isPale) {
            color = mixed(color, palette.color(QPalette::Window), paleShare);
        }
        painter.fillRect(cell, color);
        if (index < style.beyond.size() && style.beyond[index]) {
            painter.fillRect(cell, palette.color(QPalette::Window));
            drawBeyond(painter, cell, palette);
            color = palette.color(QPalette::Window);
        }
        if (!isPale && cell.height() >= metrics.height() - 2.0) {
            painter.setPen(inkOn(color));
            const QString number = style.usesExponents ? fittedExact(metrics, values[index], cell.width() - 3.0)
                                                       : fitted(metrics, values[index], style.decimals, cell.width() - 3.0);
            painter.drawText(cell, Qt::AlignCenter, number);
        }
    }
    painter.setFont(usual);
    painter.setPen(QPen(theme::gridLine(palette), 0.0));
    for (int i = 0; i < rows * columns; ++i) {
        painter.drawRect(cellRect(rect, rows, columns, i));
    }
    painter.setPen(QPen(theme::mutedText(palette), 0.0));
    painter.drawRect(rect);
    if (style.marked >= 0 && style.marked < rows * columns) {
        drawWindowFrame(painter, cellRect(rect, rows, columns, style.marked), palette);
    }
}

QImage mapImage(const float *values, int width, int height, const ColorScale &scale, const QPalette &palette, int shown)
{
    QImage image(std::max(1, width), std::max(1, height), QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Window));
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int index = y * width + x;
            const QColor color = scale.color(double(values[index]), palette);
            line[x] = (shown >= 0 && index >= shown ? mixed(color, palette.color(QPalette::Window), paleShare) : color).rgb();
        }
    }
    return image;
}

double legendHeight(const QFont &font)
{
    return barHeight + barGap + QFontMetricsF(font).height();
}

void drawLegend(QPainter &painter, const QRectF &rect, const ColorScale &scale, const QPalette &palette)
{
    const QRectF bar(rect.left(), rect.top(), rect.width(), barHeight);
    constexpr int steps = 48;
    for (int i = 0; i < steps; ++i) {
        const double share = double(i) / (steps - 1);
        const QRectF part(bar.left() + bar.width() * i / steps, bar.top(), bar.width() / steps + 0.5, bar.height());
        painter.fillRect(part & bar, scale.color(scale.low + share * (scale.high - scale.low), palette));
    }
    painter.setPen(QPen(theme::gridLine(palette), 0.0));
    painter.drawRect(bar);
    painter.setPen(theme::mutedText(palette));
    const QRectF below(rect.left(), bar.bottom() + barGap, rect.width(), QFontMetricsF(painter.font()).height());
    const double size = std::max(std::abs(scale.low), std::abs(scale.high));
    const auto number = [size](double value) { return size >= 0.01 || size == 0.0 ? text(value, size >= 0.1 ? 2 : 3) : value == 0.0 ? text(value, 0) : withExponent(value, 1); };
    const QFontMetricsF metrics(painter.font());
    const double ends = metrics.horizontalAdvance(number(scale.low)) + metrics.horizontalAdvance(number(scale.high));
    const bool isDiverging = scale.kind == ColorScale::Kind::Diverging;
    if (ends + metrics.horizontalAdvance(QLatin1Char('0')) > rect.width()) { // both ends would run into each other
        const QString both = isDiverging ? QStringLiteral("±%1").arg(number(scale.high)) : QStringLiteral("%1…%2").arg(number(scale.low), number(scale.high));
        const double width = std::max(rect.width(), metrics.horizontalAdvance(both) + 1.0);
        painter.drawText(QRectF(below.left(), below.top(), width, below.height()), Qt::AlignLeft, both);
        return;
    }
    painter.drawText(below, Qt::AlignLeft, number(scale.low));
    painter.drawText(below, Qt::AlignRight, number(scale.high));
    if (isDiverging && ends + 24.0 < rect.width()) {
        painter.drawText(below, Qt::AlignHCenter, QStringLiteral("0"));
    }
}

void drawWindowFrame(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(QPalette::Window), 4.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
    painter.setPen(QPen(theme::attention(), 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
}

void drawArrow(QPainter &painter, const QPointF &from, const QPointF &to, const QColor &color)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1.0) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF unit = way / length;
    const QPointF across(-unit.y(), unit.x());
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(from, to - unit * 5.0);
    QPainterPath head(to);
    head.lineTo(to - unit * 8.0 + across * 4.0);
    head.lineTo(to - unit * 8.0 - across * 4.0);
    head.closeSubpath();
    painter.fillPath(head, color);
    painter.restore();
}

} // namespace convscope::numbers
