// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scatterview.h"

#include "ui/charts/axisticks.h"
#include "ui/charts/numberformat.h"
#include "ui/charts/runlook.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double reach = 14.0; // pixels around a point in which the pointer means it
constexpr double radius = 5.0;

QString tickText(double value)
{
    return std::abs(value) >= 1e6 ? powerOfTenText(value, 1) : value == std::floor(value) ? wholeText(value) : settingText(value);
}

} // namespace

ScatterView::ScatterView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ScatterView::setPoints(const std::vector<Point> &points, Scale scale)
{
    m_points.clear();
    m_scale = scale;
    m_hovered = -1;
    PlotRange x;
    PlotRange y;
    for (Point point : points) {
        point.x = scale == Scale::Logarithmic ? std::log10(point.x) : point.x;
        if (std::isfinite(point.x) && std::isfinite(point.y)) {
            m_points.push_back(point);
            x.include(point.x);
            y.include(point.y);
        }
    }
    std::stable_sort(m_points.begin(), m_points.end(), [](const Point &a, const Point &b) { return a.x < b.x; });
    if (!m_points.empty()) {
        const double margin = std::max(0.06 * x.span(), scale == Scale::Logarithmic ? 0.05 : 1e-9 + 0.02 * std::abs(x.max));
        m_left = x.min - margin;
        m_right = x.max + margin;
        const PlotRange nice = niceRange({y.min - 0.002, std::min(1.0, y.max + 0.002)}, 5);
        m_bottom = std::max(0.0, nice.min);
        m_top = nice.max;
    }
    setAccessibleDescription(tr("%Ln run(s) as points.", nullptr, int(m_points.size())));
    update();
}

void ScatterView::setTitles(const QString &xTitle, const QString &yTitle)
{
    m_xTitle = xTitle;
    m_yTitle = yTitle;
    setAccessibleName(tr("%1 against %2").arg(yTitle, xTitle));
    update();
}

void ScatterView::setSelected(int number)
{
    m_selected = number;
    update();
}

QRectF ScatterView::plot() const
{
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(fontMetrics().horizontalAdvance(QStringLiteral("100.00 %")) + 12, line + 10, -16, -2 * line - 10);
}

QPointF ScatterView::pixel(const Point &point) const
{
    const QRectF area = plot();
    return {area.left() + area.width() * (point.x - m_left) / (m_right - m_left), area.bottom() - area.height() * (point.y - m_bottom) / (m_top - m_bottom)};
}

QPointF ScatterView::pointOf(int number) const
{
    const auto found = std::find_if(m_points.begin(), m_points.end(), [number](const Point &point) { return point.number == number; });
    return found == m_points.end() ? QPointF() : pixel(*found);
}

int ScatterView::nearest(const QPointF &at) const
{
    int best = -1;
    double least = reach * reach;
    for (int i = 0; i < int(m_points.size()); ++i) {
        const QPointF distance = pixel(m_points[std::size_t(i)]) - at;
        const double square = QPointF::dotProduct(distance, distance);
        if (square < least) {
            least = square;
            best = i;
        }
    }
    return best;
}

void ScatterView::paintAxes(QPainter &painter, const QRectF &area) const
{
    painter.fillRect(area, theme::plotBackground(palette()));
    const double line = fontMetrics().height();
    const auto drawX = [&](double position, const QString &text) {
        const double x = area.left() + area.width() * (position - m_left) / (m_right - m_left);
        painter.setPen(theme::gridLine(palette()));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(theme::mutedText(palette()));
        painter.drawText(QRectF(x - 60, area.bottom() + 4, 120, line), Qt::AlignHCenter, text);
    };
    if (m_scale == Scale::Logarithmic) {
        for (const double value : logTicks({std::pow(10.0, m_left), std::pow(10.0, m_right)}, int(area.width() / 90))) {
            drawX(std::log10(value), tickText(value));
        }
    } else {
        for (const double value : niceTicks({m_left, m_right}, int(area.width() / 90))) {
            drawX(value, tickText(value));
        }
    }
    for (const double value : niceTicks({m_bottom, m_top}, std::max(2, int(area.height() / 40)))) {
        const double y = area.bottom() - area.height() * (value - m_bottom) / (m_top - m_bottom);
        painter.setPen(theme::gridLine(palette()));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme::mutedText(palette()));
        painter.drawText(QRectF(0, y - line / 2, area.left() - 6, line), Qt::AlignRight | Qt::AlignVCenter, percentText(value, m_top - m_bottom < 0.02 ? 2 : 1));
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(8, 2, width() - 16, line), Qt::AlignLeft, m_yTitle);
    painter.drawText(QRectF(area.left(), area.bottom() + line + 6, area.width(), line), Qt::AlignRight, m_xTitle);
}

void ScatterView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    paintAxes(painter, area);
    const auto paintPoint = [&](const Point &point, double size) {
        QColor color = runColor(point.number)(palette());
        color.setAlphaF(point.isTicked || point.number == m_selected ? 1.0 : 0.45);
        painter.setPen(QPen(theme::plotBackground(palette()), 1.0));
        painter.setBrush(color);
        painter.drawPath(markerPath(runMarker(point.number), pixel(point), size));
    };
    for (const bool ticked : {false, true}) { // those above the others
        for (const Point &point : m_points) {
            if (point.isTicked == ticked) {
                paintPoint(point, ticked ? radius * 1.15 : radius);
            }
        }
    }
    for (int i = 0; i < int(m_points.size()); ++i) {
        const Point &point = m_points[std::size_t(i)];
        if (point.number == m_selected || i == m_hovered) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(i == m_hovered ? QPalette::Text : QPalette::Highlight), 2.0));
            painter.drawEllipse(pixel(point), radius + 5.0, radius + 5.0);
        }
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(area);
    }
}

void ScatterView::point(int index)
{
    if (index != m_hovered) {
        m_hovered = index;
        setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

bool ScatterView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = nearest(help->pos());
        index < 0 ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), m_points[std::size_t(index)].toolTip, this);
        return true;
    }
    return QWidget::event(event);
}

void ScatterView::mouseMoveEvent(QMouseEvent *event)
{
    point(nearest(event->position()));
}

void ScatterView::mousePressEvent(QMouseEvent *event)
{
    const int index = nearest(event->position());
    if (event->button() == Qt::LeftButton && index >= 0) {
        Q_EMIT chosen(m_points[std::size_t(index)].number);
    }
}

void ScatterView::leaveEvent(QEvent *)
{
    point(-1);
}

void ScatterView::keyPressEvent(QKeyEvent *event)
{
    const bool isLeft = event->key() == Qt::Key_Left;
    if ((!isLeft && event->key() != Qt::Key_Right) || m_points.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto found = std::find_if(m_points.begin(), m_points.end(), [this](const Point &one) { return one.number == m_selected; });
    const int at = found == m_points.end() ? (isLeft ? int(m_points.size()) : -1) : int(found - m_points.begin());
    const int next = std::clamp(at + (isLeft ? -1 : 1), 0, int(m_points.size()) - 1);
    Q_EMIT chosen(m_points[std::size_t(next)].number);
}

} // namespace convscope
