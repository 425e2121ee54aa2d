// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/csvwriter.h"

#include <QObject>

class QAction;
class QMenu;

namespace convscope {

/// How tables leave the program, as files and on the clipboard. Chosen once for all of them, and remembered.
CsvStyle chosenCsvStyle();

/// The choice as two entries at the end of a menu of exports. Belongs to the menu.
class CsvChoice : public QObject
{
    Q_OBJECT

public:
    explicit CsvChoice(QMenu *menu);
    void retranslate();

private:
    void showChoice();

    QAction *m_point;
    QAction *m_comma;
};

} // namespace convscope
