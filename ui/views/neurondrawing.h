// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/stagecanvas.h"

#include <QCoreApplication>

namespace convscope {

/// A neuron: its inputs and weights as pictures where they come from pictures, its strongest terms with products, the sum.
class NeuronDrawing
{
    Q_DECLARE_TR_FUNCTIONS(convscope::NeuronDrawing)

public:
    /// Terms of each sign that are listed one by one.
    static constexpr int listed = 6;

    NeuronDrawing(StageCanvas &canvas, const OperationContent &content, const Anatomy &anatomy);
    void draw();

private:
    double drawMaps(double top, double width);
    double drawTerms(const std::vector<NeuronTerm> &terms, const QString &title, double top, double width);
    void drawTerm(const NeuronTerm &term, const QRectF &row, double limit);
    void drawResult(double left, double width);
    QString nameOfInput(int input) const;

    StageCanvas &m_canvas;
    const OperationContent &m_content;
    const Anatomy &m_anatomy;
    const NeuronParts &m_parts;
};

/// Logits, exponentials, probabilities, and the loss of the true class.
class SoftmaxDrawing
{
    Q_DECLARE_TR_FUNCTIONS(convscope::SoftmaxDrawing)

public:
    SoftmaxDrawing(StageCanvas &canvas, const OperationContent &content);
    void draw();

private:
    void drawClass(int index, const QRectF &row);
    void drawLoss(double top);
    double column(int index) const;
    QString className(int index) const;

    StageCanvas &m_canvas;
    const OperationContent &m_content;
    const SoftmaxParts m_parts;
};

} // namespace convscope
