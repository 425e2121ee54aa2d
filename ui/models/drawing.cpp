// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/drawing.h"

#include <QPainter>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace convscope {

Drawing::Drawing(QObject *parent)
    : QObject(parent)
    , m_image(side, side, QImage::Format_Grayscale8)
{
    m_image.fill(Qt::black);
}

bool Drawing::isBlank() const
{
    for (int y = 0; y < side; ++y) {
        const uchar *line = m_image.constScanLine(y);
        if (std::any_of(line, line + side, [](uchar grey) { return grey > 0; })) {
            return false;
        }
    }
    return true;
}

void Drawing::begin()
{
    m_undo.push_back({m_image, m_hasPicture});
    m_hasPicture = m_hasPicture && !isBlank();
    if (m_undo.size() > mostSteps) {
        m_undo.pop_front();
    }
    m_redo.clear();
    Q_EMIT historyChanged();
}

void Drawing::paint(const QRect &where, const std::function<void(QPainter &)> &how)
{
    {
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        how(painter);
    }
    Q_EMIT changed(where & m_image.rect());
}

void Drawing::line(const QPointF &from, const QPointF &to, double width, int level)
{
    const double reach = width / 2.0 + 1.0;
    const QRectF ends(QPointF(std::min(from.x(), to.x()), std::min(from.y(), to.y())), QPointF(std::max(from.x(), to.x()), std::max(from.y(), to.y())));
    paint(ends.adjusted(-reach, -reach, reach, reach).toAlignedRect(), [&](QPainter &painter) {
        const QColor color(level, level, level);
        if (from == to) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawEllipse(from, width / 2.0, width / 2.0);
        } else {
            painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawLine(from, to);
        }
    });
}

void Drawing::fill(const QPoint &at, int level)
{
    constexpr int alike = 60; // the soft edge of a stroke belongs to it by half
    if (!m_image.rect().contains(at)) {
        return;
    }
    const int start = m_image.constScanLine(at.y())[at.x()];
    std::vector<bool> seen(std::size_t(side) * side, false);
    std::vector<QPoint> open{at};
    seen[std::size_t(at.y()) * side + std::size_t(at.x())] = true;
    while (!open.empty()) {
        const QPoint place = open.back();
        open.pop_back();
        m_image.scanLine(place.y())[place.x()] = uchar(level);
        for (const QPoint &step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
            const QPoint next = place + step;
            if (!m_image.rect().contains(next)) {
                continue;
            }
            const std::size_t index = std::size_t(next.y()) * side + std::size_t(next.x());
            if (!seen[index] && std::abs(int(m_image.constScanLine(next.y())[next.x()]) - start) <= alike) {
                seen[index] = true;
                open.push_back(next);
            }
        }
    }
    Q_EMIT changed(m_image.rect());
}

void Drawing::moveFromBegin(const QPoint &offset)
{
    if (m_undo.empty()) {
        return;
    }
    const QImage before = m_undo.back().image;
    m_image.fill(Qt::black);
    paint(m_image.rect(), [&](QPainter &painter) { painter.drawImage(offset, before); });
}

void Drawing::clear()
{
    begin();
    m_hasPicture = false;
    m_image.fill(Qt::black);
    Q_EMIT changed(m_image.rect());
}

void Drawing::setImage(const QImage &image)
{
    begin();
    m_hasPicture = true;
    const bool isSmall = image.width() <= side && image.height() <= side;
    m_image = image.scaled(side, side, Qt::IgnoreAspectRatio, isSmall ? Qt::FastTransformation : Qt::SmoothTransformation)
                  .convertToFormat(QImage::Format_Grayscale8);
    Q_EMIT changed(m_image.rect());
}

void Drawing::undo()
{
    goBack(m_undo, m_redo);
}

void Drawing::redo()
{
    goBack(m_redo, m_undo);
}

void Drawing::goBack(std::deque<Step> &from, std::deque<Step> &to)
{
    if (!from.empty()) {
        to.push_back({m_image, m_hasPicture});
        m_image = from.back().image;
        m_hasPicture = from.back().hasPicture;
        from.pop_back();
        Q_EMIT historyChanged();
        Q_EMIT changed(m_image.rect());
    }
}

} // namespace convscope
