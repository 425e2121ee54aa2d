// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/trainingstep.h"
#include "ui/views/stagecanvas.h"
#include "ui/views/viewexport.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace convscope {

/// One training step of one kernel in slow motion: weights, gradient, what the optimiser makes of it, weights after. One weight is
/// followed through all formulas below; a click or the arrows choose it.
class StepStage : public QWidget
{
    Q_OBJECT

public:
    explicit StepStage(QWidget *parent = nullptr);

    void setStep(const std::optional<TrainingStep> &step, const KernelSlice &slice);
    void setSlice(const KernelSlice &slice);
    const std::optional<TrainingStep> &step() const { return m_step; }
    int chosen() const { return m_chosen; }
    /// How many of the tables are shown, from the left.
    int phases() const;
    int phase() const { return m_phase; }
    void setPhase(int phase);
    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);
    void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }
    void setViewport(const QSize &viewport);
    ViewTable table() const;

    QSize sizeHint() const override { return m_needed; }
    QSize minimumSizeHint() const override { return m_needed; }

Q_SIGNALS:
    void playingChanged(bool playing);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Panel
    {
        QString title;
        std::vector<float> values;
    };
    struct Line
    {
        QString name;
        QString formula;
        int phase = 0; ///< it appears with that table
    };
    std::vector<Panel> panels() const;
    std::vector<float> sliceOf(const std::vector<float> &values) const;
    std::vector<Line> lines() const;
    QSizeF draw(QPainter &painter, std::vector<QRectF> &tables);
    double drawHead(StageCanvas &canvas);
    double drawPanels(StageCanvas &canvas, double top, std::vector<QRectF> &tables);
    QRectF drawTable(StageCanvas &canvas, const Panel &panel, const QRectF &place, bool isReached);
    void drawLines(StageCanvas &canvas, double top);
    void measure();
    void choose(int index);
    void describe();

    std::optional<TrainingStep> m_step;
    KernelSlice m_slice;
    int m_chosen = 0;
    int m_phase = 99;
    QSize m_viewport{640, 420};
    QSize m_needed{320, 240};
    std::vector<QRectF> m_tables;
    QTimer m_timer;
};

} // namespace convscope
