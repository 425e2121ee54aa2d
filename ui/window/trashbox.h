// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/laboratory.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace convscope {

/// The deleted runs, to be put back or to be erased for ever. Deletes itself when it is closed.
class TrashBox : public QDialog
{
    Q_OBJECT

public:
    TrashBox(const Laboratory &laboratory, QWidget *parent);

Q_SIGNALS:
    void restored(const convscope::RunRecord &run);
    void failed(const QString &sentence);

private:
    void setupUi();
    void read();
    void take(const Result<RunList> &list);
    void restoreSelected();
    void erase(bool everything);
    bool confirms(int count);
    QStringList selectedIds() const;
    void updateButtons();

    const Laboratory m_laboratory;
    std::vector<RunRecord> m_runs;
    QTreeWidget *m_list;
    QLabel *m_text;
    QPushButton *m_restore;
    QPushButton *m_erase;
    QPushButton *m_empty;
};

} // namespace convscope
