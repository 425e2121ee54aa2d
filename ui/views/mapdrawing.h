// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/stagecanvas.h"

#include <QCoreApplication>

namespace convscope {

/// The operations that work on single values or on 2 x 2 of them: what comes in on the left, what happens in the middle, the place
/// in the output on the right.
class MapDrawing
{
    Q_DECLARE_TR_FUNCTIONS(convscope::MapDrawing)

public:
    MapDrawing(StageCanvas &canvas, const OperationContent &content, const Anatomy &anatomy);
    void draw();

private:
    void drawInputSide();
    void drawOutputSide();
    void drawMiddle(const InputParts &parts);
    void drawMiddle(const ConvolutionParts &) {}
    void drawMiddle(const BatchNormParts &parts);
    void drawMiddle(const ActivationParts &parts);
    void drawMiddle(const MaxPoolParts &parts);
    void drawMiddle(const FlattenParts &parts);
    void drawMiddle(const NeuronParts &) {}
    void drawMiddle(const DropoutParts &parts);
    void drawCurve(const ActivationParts &parts, const QRectF &rect);
    QRectF drawCard(const QRectF &place, const QString &title, const QString &formula, const QString &note);
    QString inputTitle() const;

    StageCanvas &m_canvas;
    const OperationContent &m_content;
    const Anatomy &m_anatomy;
    const bool m_hasInput;
    double m_side = 0.0; ///< most of a map
    QRectF m_middle;
    QRectF m_window; ///< on the left
    QRectF m_cell; ///< on the right
};

} // namespace convscope
