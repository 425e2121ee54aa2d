// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/screenpicker.h"

#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QRubberBand>
#include <QScreen>

namespace convscope {

bool ScreenPicker::isAvailable()
{
    return QGuiApplication::platformName() == QLatin1String("xcb") || QGuiApplication::platformName() == QLatin1String("windows");
}

ScreenPicker::ScreenPicker(const QWidget *near)
    : QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_screen(near->screen()->grabWindow(0))
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(QStringLiteral("screenPicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setCursor(Qt::CrossCursor);
    setGeometry(near->screen()->geometry());
    setAccessibleName(tr("Drag a rectangle over what the network shall see"));
}

void ScreenPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(rect(), m_screen);
    painter.fillRect(rect(), QColor(0, 0, 0, 60));
    painter.setPen(Qt::white);
    painter.drawText(rect().adjusted(0, 24, 0, 0), int(Qt::AlignHCenter) | int(Qt::AlignTop), accessibleName());
}

void ScreenPicker::mousePressEvent(QMouseEvent *event)
{
    m_start = event->position().toPoint();
    m_band->setGeometry(QRect(m_start, QSize()));
    m_band->show();
}

void ScreenPicker::mouseMoveEvent(QMouseEvent *event)
{
    m_band->setGeometry(QRect(m_start, event->position().toPoint()).normalized());
}

void ScreenPicker::mouseReleaseEvent(QMouseEvent *event)
{
    const QRect chosen = QRect(m_start, event->position().toPoint()).normalized();
    const double ratio = double(m_screen.width()) / std::max(1, width());
    if (chosen.width() > 2 && chosen.height() > 2) {
        Q_EMIT picked(m_screen.toImage().copy(QRect(chosen.topLeft() * ratio, chosen.size() * ratio)));
    }
    close();
}

void ScreenPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    }
}

} // namespace convscope
