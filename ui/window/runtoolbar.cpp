// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runtoolbar.h"

#include "ui/window/runactions.h"
#include "ui/window/stateindicator.h"

#include <QAction>

namespace convscope {

RunToolBar::RunToolBar(RunActions &actions, QWidget *window)
    : QToolBar(window)
    , m_actions(actions)
    , m_stateIndicator(new StateIndicator(this))
{
    setObjectName(QStringLiteral("runToolBar"));
    setMovable(false);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions.addTo(*this);
    addWidget(m_stateIndicator);
    toggleViewAction()->setEnabled(false); // it holds Start: it stays
}

void RunToolBar::setState(RunState state, const QString &problem)
{
    m_stateIndicator->setState(state, problem);
}

void RunToolBar::retranslate()
{
    setWindowTitle(tr("Training"));
    m_actions.reservePauseWidth(*this);
}

} // namespace convscope
