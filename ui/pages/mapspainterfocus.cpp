// SPDX-License-Identifier: GPL-3.0-or-later
// What is lit: frames, windows and lines.
#include "ui/pages/mapspainter.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Lines are drawn to the strongest of what feeds a unit.
constexpr std::size_t mostLines = 12;

double strongest(const std::vector<Feed> &feeds)
{
    double most = 0.0;
    for (const Feed &feed : feeds) {
        most = std::max(most, std::abs(feed.contribution));
    }
    return most > 0.0 ? most : 1.0;
}

} // namespace

void MapsPainter::frame(int layer, int channel, const QColor &color, int devicePixels, int gap)
{
    const QRectF target = pictureRect(layer, channel);
    if (!target.isEmpty()) {
        pictures::drawFrame(m_painter, target, color, devicePixels, gap);
    }
}

void MapsPainter::drawWindow(int layer, int channel, const QRect &positions, const QColor &color, int devicePixels)
{
    const QRectF target = pictureRect(layer, channel);
    const LayerSummary &summary = flow().layers[std::size_t(layer)];
    const QRect inside = positions & QRect(0, 0, summary.width, summary.height);
    if (target.isEmpty() || inside.isEmpty() || flow().isFlat(layer)) {
        return;
    }
    const double pixel = target.width() / summary.width;
    const QRectF window(target.topLeft() + QPointF(inside.topLeft()) * pixel, QSizeF(inside.size()) * pixel);
    pictures::drawFrame(m_painter, window, color, devicePixels, 0);
}

void MapsPainter::drawLine(const QRectF &from, const QRectF &to, double share)
{
    if (from.isEmpty() || to.isEmpty()) {
        return;
    }
    const QPointF a(from.right() + 2.0, from.center().y());
    const QPointF b(to.left() - 2.0, to.center().y());
    const double reach = std::max(12.0, (b.x() - a.x()) / 2.0);
    QPainterPath path(a);
    path.cubicTo(a + QPointF(reach, 0.0), b - QPointF(reach, 0.0), b);
    const double strength = std::clamp(std::abs(share), 0.0, 1.0);
    QColor color = theme::diverging(share < 0.0 ? -0.55 : 0.55, m_look.palette);
    color.setAlphaF(float(0.25 + 0.75 * strength));
    m_painter.setPen(QPen(color, 1.0 + 2.0 * strength));
    m_painter.drawPath(path);
}

void MapsPainter::drawLines(const MapsFocus &focus)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    const double most = strongest(focus.sources.feeds);
    std::vector<Feed> feeds = focus.sources.feeds;
    std::sort(feeds.begin(), feeds.end(), [](const Feed &a, const Feed &b) { return std::abs(a.contribution) > std::abs(b.contribution); });
    feeds.resize(std::min(feeds.size(), mostLines));
    const QRectF here = pictureRect(focus.unit.layer, focus.unit.channel);
    for (const Feed &feed : feeds) {
        drawLine(pictureRect(feed.layer, feed.channel), here, feed.contribution / most);
    }
    std::vector<Target> targets = focus.targets;
    std::sort(targets.begin(), targets.end(), [](const Target &a, const Target &b) { return a.strength > b.strength; });
    const double strongestTarget = targets.empty() || targets.front().strength <= 0.0 ? 1.0 : targets.front().strength;
    targets.resize(std::min(targets.size(), mostLines));
    for (const Target &target : targets) {
        double sum = 0.0;
        for (float weight : target.weights) {
            sum += double(weight);
        }
        drawLine(here, pictureRect(focus.unit.layer + 1, target.channel), std::copysign(target.strength / strongestTarget, sum));
    }
    m_painter.restore();
}

void MapsPainter::drawFocus(const MapsFocus &focus)
{
    const QColor highlight = m_look.palette.color(QPalette::Highlight);
    const double most = strongest(focus.sources.feeds);
    for (const Feed &feed : focus.sources.feeds) {
        QColor color = theme::diverging(feed.contribution < 0.0 ? -0.55 : 0.55, m_look.palette);
        color.setAlphaF(float(std::clamp(0.15 + 0.85 * std::abs(feed.contribution) / most, 0.0, 1.0)));
        frame(feed.layer, feed.channel, color, 2);
        drawWindow(feed.layer, feed.channel, feed.window, highlight, 1);
    }
    for (const Target &target : focus.targets) {
        drawWindow(focus.unit.layer + 1, target.channel, target.window, highlight, 1);
    }
    drawWindow(0, 0, focus.receptiveField, theme::attention(), 2);
    frame(focus.unit.layer, focus.unit.channel, highlight, m_look.hasFocus ? 3 : 2);
    drawWindow(focus.unit.layer, focus.unit.channel, QRect(focus.unit.x, focus.unit.y, 1, 1), highlight, 2);
}

} // namespace convscope
