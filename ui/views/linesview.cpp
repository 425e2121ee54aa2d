// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/linesview.h"

#include "ui/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace convscope {

namespace {

/// A line that never gets higher is drawn faintly and has no label.
constexpr double leastOfInterest = 0.1;
constexpr std::array<Qt::PenStyle, 3> dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine};

} // namespace

LinesView::LinesView(QWidget *parent)
    : QWidget(parent)
    , m_mark(std::numeric_limits<double>::quiet_NaN())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void LinesView::setTitles(const QString &xTitle, const QString &yTitle)
{
    m_xTitle = xTitle;
    m_yTitle = yTitle;
    setAccessibleName(yTitle);
    update();
}

void LinesView::setRange(double from, double to)
{
    m_from = from;
    m_to = to > from ? to : from + 1.0;
    update();
}

void LinesView::setLogarithmic(bool logarithmic)
{
    m_isLogarithmic = logarithmic;
    update();
}

double LinesView::scaled(double x) const
{
    return m_isLogarithmic ? std::log1p(std::max(0.0, x)) : x;
}

double LinesView::unscaled(double x) const
{
    return m_isLogarithmic ? std::expm1(x) : x;
}

void LinesView::setLines(std::vector<Line> lines)
{
    m_lines = std::move(lines);
    QStringList words;
    for (const Line &line : m_lines) {
        if (!line.points.empty() && line.points.back().y() >= leastOfInterest) {
            words << QStringLiteral("%1: %2\u00a0%").arg(line.name, QLocale().toString(100.0 * line.points.back().y(), 'f', 1));
        }
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void LinesView::setMark(double x)
{
    m_mark = x;
    update();
}

ViewTable LinesView::table() const
{
    ViewTable table;
    table.header << m_xTitle;
    std::map<double, QStringList> rows;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        table.header << m_lines[i].name;
        for (const QPointF &point : m_lines[i].points) {
            QStringList &row = rows[point.x()];
            row.resize(qsizetype(m_lines.size()));
            row[qsizetype(i)] = QString::number(point.y(), 'f', 6);
        }
    }
    for (const auto &[x, values] : rows) {
        table.rows << QStringList{QString::number(x)} + values;
    }
    return table;
}

QRectF LinesView::plot() const
{
    const int line = fontMetrics().height();
    const int left = fontMetrics().horizontalAdvance(QStringLiteral("100\u00a0%")) + 8;
    return QRectF(left, line + 6, width() - left - 12, height() - 3 * line - 14);
}

QPointF LinesView::toPixel(const QPointF &value) const
{
    const QRectF box = plot();
    return {box.left() + (scaled(value.x()) - scaled(m_from)) / (scaled(m_to) - scaled(m_from)) * box.width(), box.bottom() - std::clamp(value.y(), 0.0, 1.0) * box.height()};
}

QColor LinesView::colorOf(std::size_t line) const
{
    const bool dark = theme::isDark(palette());
    const std::array<QColor, 7> colors{theme::train(palette()), theme::test(palette()), theme::right(), theme::wrong(), theme::attention(),
                                       dark ? QColor(0xF0, 0xE4, 0x42) : QColor(0x7A, 0x6F, 0x00), palette().color(QPalette::WindowText)};
    return colors[line % colors.size()];
}

void LinesView::paintAxes(QPainter &painter)
{
    const QRectF box = plot();
    const int line = fontMetrics().height();
    painter.fillRect(box, theme::plotBackground(palette()));
    for (int percent = 0; percent <= 100; percent += 50) {
        const double y = toPixel({m_from, percent / 100.0}).y();
        painter.setPen(theme::gridLine(palette()));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, y - line / 2.0, box.left() - 6, line), int(Qt::AlignRight) | int(Qt::AlignVCenter), QStringLiteral("%1\u00a0%").arg(percent));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, 0, width(), line), int(Qt::AlignLeft), m_yTitle);
    const QRectF below(box.left(), box.bottom() + 3, box.width(), line);
    painter.drawText(below, Qt::AlignLeft, QLocale().toString(m_from, 'g', 6));
    painter.drawText(below, Qt::AlignRight, QLocale().toString(m_to, 'g', 6));
    painter.drawText(below.translated(0, line), Qt::AlignHCenter, m_xTitle);
    if (m_isLogarithmic) {
        paintTicks(painter);
    }
}

/// Powers of ten, where they don't touch the numbers at both ends.
void LinesView::paintTicks(QPainter &painter)
{
    const QRectF box = plot();
    const int line = fontMetrics().height();
    const auto halfWidth = [this](double x) { return fontMetrics().horizontalAdvance(QLocale().toString(x, 'g', 6)) / 2.0; };
    double free = box.left() + 2.0 * halfWidth(m_from) + 8.0;
    for (double tick = 1.0; tick < m_to; tick *= 10.0) {
        const double x = toPixel({tick, 0.0}).x();
        if (tick > m_from && x - halfWidth(tick) > free && x + halfWidth(tick) < box.right() - 2.0 * halfWidth(m_to) - 8.0) {
            painter.setPen(theme::gridLine(palette()));
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(QRectF(x - halfWidth(tick) - 2, box.bottom() + 3, 2 * halfWidth(tick) + 4, line), Qt::AlignHCenter, QLocale().toString(tick, 'g', 6));
            free = x + halfWidth(tick) + 8.0;
        }
    }
}

void LinesView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    if (!std::isnan(m_mark)) {
        painter.setPen(QPen(theme::mutedText(palette()), 1.0, Qt::DashLine));
        painter.drawLine(toPixel({m_mark, 0.0}), toPixel({m_mark, 1.0}));
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const std::vector<QPointF> &points = m_lines[i].points;
        if (points.empty()) {
            continue;
        }
        const auto highest = std::max_element(points.begin(), points.end(), [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        const bool matters = highest->y() >= leastOfInterest;
        QPainterPath path(toPixel(points.front()));
        for (const QPointF &point : points) {
            path.lineTo(toPixel(point));
        }
        painter.setPen(matters ? QPen(colorOf(i), 2.0, dashes[i / 7 % dashes.size()]) : QPen(theme::gridLine(palette()), 1.0));
        painter.drawPath(path);
        if (points.size() == 1 && matters) {
            painter.drawEllipse(toPixel(points.front()), 3.0, 3.0);
        }
        if (matters) {
            const int wide = fontMetrics().horizontalAdvance(m_lines[i].name);
            const QRectF box = plot();
            QPointF at = toPixel(*highest) + QPointF(4, -3);
            at.setX(std::clamp(at.x(), box.left() + 2, std::max(box.left() + 2, box.right() - wide)));
            at.setY(std::max(at.y(), box.top() + fontMetrics().ascent()));
            painter.drawText(at, m_lines[i].name);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme::gridLine(palette()));
    painter.drawRect(plot());
}

void LinesView::mousePressEvent(QMouseEvent *event)
{
    const QRectF box = plot();
    const double share = std::clamp((event->position().x() - box.left()) / box.width(), 0.0, 1.0);
    Q_EMIT clickedAt(unscaled(scaled(m_from) + share * (scaled(m_to) - scaled(m_from))));
}

} // namespace convscope
