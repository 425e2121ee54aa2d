// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/folddock.h"

#include <QAction>

namespace convscope {

FoldDock::FoldDock(const char *objectName, QWidget *content, Qt::Key foldKey, QWidget *window)
    : QDockWidget(window)
{
    setObjectName(QLatin1String(objectName));
    setFeatures(QDockWidget::DockWidgetClosable);
    setWidget(content);
    toggleViewAction()->setShortcut(QKeySequence(foldKey));
}

} // namespace convscope
