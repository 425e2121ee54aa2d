// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QPolygonF>
#include <QWidget>

namespace convscope {

/// A small drawing of the learning rate over the epochs.
class SchedulePreview : public QWidget
{
    Q_OBJECT

public:
    explicit SchedulePreview(QWidget *parent = nullptr);
    void setSchedule(const Schedule &schedule, double learningRate, int epochs);
    /// Share of the run (x) and share of the highest rate (y), both 0 to 1.
    const QPolygonF &curve() const { return m_curve; }

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslateUi();

    Schedule m_schedule;
    double m_learningRate = 0.001;
    int m_epochs = 1;
    QPolygonF m_curve;
};

} // namespace convscope
