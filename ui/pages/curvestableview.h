// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace convscope {

/// The table of epochs: rows are selected, and copying takes them with their titles, as text and as a table.
class CurvesTableView : public QTableView
{
    Q_OBJECT

public:
    explicit CurvesTableView(QWidget *parent = nullptr);

    void retranslateUi();
    /// The selected rows (all when none is) as lines of cells divided by tabs, titles first.
    QString selectedText() const;
    void copySelection() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace convscope
