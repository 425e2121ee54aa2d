// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

class QRubberBand;

namespace convscope {

/// A still picture of the screen over the screen: a rectangle that is dragged over it is what is taken. Escape gives up. Deletes itself.
class ScreenPicker : public QWidget
{
    Q_OBJECT

public:
    /// Wayland lets no program see the others' windows.
    static bool isAvailable();

    /// Of the screen that `near` is on. Call show() after it.
    explicit ScreenPicker(const QWidget *near);

Q_SIGNALS:
    void picked(const QImage &image);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPixmap m_screen;
    QPoint m_start;
    QRubberBand *m_band;
};

} // namespace convscope
