// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/operationcontent.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace convscope {

/// Draws one operation taken apart, from left to right, and lets hand and keyboard move through it: a click on the output or a window
/// that is dragged over the input choose another unit, arrows too; the space bar lets the window slide by itself.
class OperationStage : public QWidget
{
    Q_OBJECT

public:
    explicit OperationStage(QWidget *parent = nullptr);

    /// nullopt: nothing to be shown.
    void setContent(const std::optional<OperationContent> &content);
    const std::optional<OperationContent> &content() const { return m_content; }
    /// Of the unit that is shown; nullopt without content and for softmax.
    const std::optional<Anatomy> &anatomy() const { return m_anatomy; }
    /// Why it can't be shown; empty while all is well.
    QString problem() const { return m_problem; }

    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);
    /// Milliseconds from one place to the next.
    void setInterval(int milliseconds);

    /// The visible part of it is what the drawing tries to fit into.
    void setViewport(const QSize &viewport);
    QSize sizeHint() const override { return m_needed; }
    QSize minimumSizeHint() const override { return m_needed; }
    const StageTargets &targets() const { return m_targets; }
    /// How far the drawing reached; its width is the viewport's at most.
    QSizeF drawnSize() const { return m_drawn; }

Q_SIGNALS:
    void unitChosen(const convscope::UnitAddress &unit);
    void playingChanged(bool playing);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Grip { None, Input, Output };
    void measure();
    QSizeF draw(QPainter &painter, StageTargets &targets);
    void choose(const QPointF &point);
    void chooseOnInput(const QPointF &point);
    void choosePlace(int index);
    /// How many places the unit can have, and which one it has.
    int places() const;
    int place() const;
    int columns() const;
    void moveBy(int columns, int rows);
    void advance();
    void describe();

    std::optional<OperationContent> m_content;
    std::optional<Anatomy> m_anatomy;
    QString m_problem;
    QSize m_viewport{640, 420};
    QSize m_needed{320, 240};
    QSizeF m_drawn;
    StageTargets m_targets;
    Grip m_grip = Grip::None;
    QTimer m_timer;
};

} // namespace convscope
