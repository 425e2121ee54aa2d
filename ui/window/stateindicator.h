// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

#include <QWidget>

class QLabel;

namespace convscope {

/// At the right end of the tool bar: the state of the run as icon and words; before the first run "Ready", and while nothing
/// trains the sentence that says why nothing can be started.
class StateIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit StateIndicator(QWidget *parent = nullptr);

    /// `problem` counts while no run is active; Idle stands for no run at all.
    void setState(RunState state, const QString &problem);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    QString stateText() const;

    RunState m_state = RunState::Idle;
    QString m_problem;
    QString m_text;
    QLabel *m_icon;
    QLabel *m_label;
};

} // namespace convscope
