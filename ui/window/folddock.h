// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace convscope {

/// A panel at the side of the window that can be folded away, with a key of its own.
class FoldDock : public QDockWidget
{
    Q_OBJECT

public:
    /// Takes `content` over.
    FoldDock(const char *objectName, QWidget *content, Qt::Key foldKey, QWidget *window);
};

} // namespace convscope
