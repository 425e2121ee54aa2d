// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/runlook.h"

#include "core/report/runcolors.h"
#include "ui/theme.h"

#include <QIcon>
#include <QPainter>

#include <array>

namespace convscope {

namespace {

template<std::size_t index>
QColor colorOf(const QPalette &palette)
{
    return QColor::fromRgb(theme::isDark(palette) ? runColors[index].onDark : runColors[index].onLight);
}

constexpr std::array<ThemeColor, runColors.size()> colors{colorOf<0>, colorOf<1>, colorOf<2>, colorOf<3>, colorOf<4>, colorOf<5>};
constexpr std::array markers{PlotMarker::Circle, PlotMarker::Square, PlotMarker::Triangle, PlotMarker::Diamond, PlotMarker::Inverted};

std::size_t indexOf(int number, std::size_t count)
{
    return std::size_t(std::max(number, 1) - 1) % count;
}

} // namespace

ThemeColor runColor(int number)
{
    return colors[indexOf(number, colors.size())];
}

PlotMarker runMarker(int number)
{
    return markers[indexOf(number, markers.size())];
}

QPainterPath markerPath(PlotMarker marker, const QPointF &center, double radius)
{
    const double x = center.x();
    const double y = center.y();
    QPainterPath path;
    switch (marker) {
    case PlotMarker::None:
    case PlotMarker::Circle:
        path.addEllipse(center, radius, radius);
        break;
    case PlotMarker::Square:
        path.addRect(QRectF(x - radius, y - radius, 2.0 * radius, 2.0 * radius));
        break;
    case PlotMarker::Triangle:
        path.addPolygon(QPolygonF({{x, y - 1.25 * radius}, {x + 1.2 * radius, y + 0.9 * radius}, {x - 1.2 * radius, y + 0.9 * radius}, {x, y - 1.25 * radius}}));
        break;
    case PlotMarker::Diamond:
        path.addPolygon(QPolygonF({{x, y - 1.35 * radius}, {x + 1.35 * radius, y}, {x, y + 1.35 * radius}, {x - 1.35 * radius, y}, {x, y - 1.35 * radius}}));
        break;
    case PlotMarker::Inverted:
        path.addPolygon(QPolygonF({{x, y + 1.25 * radius}, {x + 1.2 * radius, y - 0.9 * radius}, {x - 1.2 * radius, y - 0.9 * radius}, {x, y + 1.25 * radius}}));
        break;
    }
    return path;
}

void paintRunMark(QPainter &painter, const QRectF &box, int number, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.0)); // keeps it apart from the selection's colour
    painter.setBrush(runColor(number)(palette));
    painter.drawPath(markerPath(runMarker(number), box.center(), 0.36 * std::min(box.width(), box.height())));
    painter.restore();
}

QIcon runIcon(int number, const QPalette &palette)
{
    constexpr int side = 16;
    constexpr double fine = 2.0;
    QPixmap pixmap(QSize(side, side) * fine);
    pixmap.setDevicePixelRatio(fine);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintRunMark(painter, QRectF(0, 0, side, side), number, palette);
    painter.end();
    return QIcon(pixmap);
}

} // namespace convscope
