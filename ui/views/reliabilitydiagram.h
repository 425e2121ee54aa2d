// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/calibration.h"

#include <QWidget>

namespace convscope {

/// How often the answers of each confidence are right: bars beside the diagonal on which a network would lie that is right as often as
/// it says, and below how many answers each bar stands for.
class ReliabilityDiagram : public QWidget
{
    Q_OBJECT

public:
    explicit ReliabilityDiagram(QWidget *parent = nullptr);

    void setCalibration(const Calibration &calibration);
    QSize minimumSizeHint() const override { return QSize(320, 280); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    QRectF countPlot() const;
    QRectF binColumn(std::size_t bin) const;
    QString describe(const CalibrationBin &bin) const;
    void paintAxes(QPainter &painter) const;
    void paintBins(QPainter &painter) const;

    Calibration m_calibration;
};

} // namespace convscope
