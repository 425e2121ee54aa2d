// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

#include <QToolBar>

namespace convscope {

class RunActions;
class StateIndicator;

/// The tool bar with Start and its like on the left, the state of the run on the right. It always stays.
class RunToolBar : public QToolBar
{
    Q_OBJECT

public:
    /// The actions must outlive it.
    explicit RunToolBar(RunActions &actions, QWidget *window);

    /// What the indicator on the right says; see StateIndicator::setState().
    void setState(RunState state, const QString &problem);
    /// After the language has changed, when the actions have their new texts.
    void retranslate();

private:
    RunActions &m_actions;
    StateIndicator *m_stateIndicator;
};

} // namespace convscope
