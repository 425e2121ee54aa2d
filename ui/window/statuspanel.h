// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace convscope {

class TrainingRun;

/// The right part of the status bar: epoch i of n, batch, pictures per second, time left, progress bar. It looks at the run
/// five times a second while the run trains, and once when its state changes.
class StatusPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatusPanel(QWidget *parent = nullptr);

    /// nullptr: nothing to show.
    void setRun(TrainingRun *run);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QLabel *addFigure(const char *objectName);

    QPointer<TrainingRun> m_run;
    QTimer m_timer;
    QLabel *m_epoch;
    QLabel *m_batch;
    QLabel *m_speed;
    QLabel *m_timeLeft;
    QProgressBar *m_bar;
};

} // namespace convscope
