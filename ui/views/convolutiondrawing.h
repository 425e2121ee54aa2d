// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/stagecanvas.h"

#include <QCoreApplication>

namespace convscope {

/// A convolution from left to right: input with its window, window x kernel = products, sum and bias, place in the output.
class ConvolutionDrawing
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ConvolutionDrawing)

public:
    /// Channels that are spelled out.
    static constexpr int spelledOut = 3;

    ConvolutionDrawing(StageCanvas &canvas, const OperationContent &content, const Anatomy &anatomy);
    void draw();

private:
    struct Columns
    {
        double inputSide, outputSide; ///< most of a map
        double left, middle, right; ///< where the columns begin
        double middleWidth, rightWidth;
    };
    struct Cells
    {
        bool isInOneRow = true; ///< window, kernel and products beside each other, else below each other
        double width = 0.0;
        double height = 0.0;
    };

    bool hasOneChannel() const { return m_content.layerBefore().layer.channels == 1; }
    Columns columns() const;
    Cells cells(const Columns &columns) const;
    double drawChannel(const ChannelPart &part, const Columns &columns, const Cells &cells, double top);
    QRectF drawInput(const ChannelPart &part, const Columns &columns, double top);
    void drawGrids(const ChannelPart &part, const QRectF &window, const QRectF &area, const Cells &cells);
    void drawOutput(const Columns &columns, double top);
    std::vector<SumLine> sumLines() const;
    double kernelLimit() const;

    StageCanvas &m_canvas;
    const OperationContent &m_content;
    const Anatomy &m_anatomy;
    const ConvolutionParts &m_parts;
};

/// What the layers behind make of this unit's value, as long as they work on single values.
std::vector<SumLine> followingSteps(const OperationContent &content);

} // namespace convscope
