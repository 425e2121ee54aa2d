// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace convscope {

/// Calls a function once, when a window has been painted for the first time: for work that would otherwise hold the first
/// picture up. A window that isn't painted (started minimised) doesn't keep it waiting for longer than a second.
class FirstPaint : public QObject
{
public:
    static void then(QWidget *window, std::function<void()> function);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FirstPaint(QWidget *window, std::function<void()> function);
    void callOnce();

    std::function<void()> m_function;
};

} // namespace convscope
