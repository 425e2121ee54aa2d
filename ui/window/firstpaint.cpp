// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <utility>

namespace convscope {

void FirstPaint::then(QWidget *window, std::function<void()> function)
{
    new FirstPaint(window, std::move(function)); // belongs to the window
}

FirstPaint::FirstPaint(QWidget *window, std::function<void()> function)
    : QObject(window)
    , m_function(std::move(function))
{
    window->installEventFilter(this);
    QTimer::singleShot(std::chrono::seconds(1), this, [this] { callOnce(); });
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] { callOnce(); }); // the picture goes to the screen when this event is done
    }
    return false;
}

void FirstPaint::callOnce()
{
    if (const auto function = std::exchange(m_function, {})) {
        deleteLater();
        function();
    }
}

} // namespace convscope
