// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvestableview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace convscope {

CurvesTableView::CurvesTableView(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    // Room for two lines: titles are long in other languages.
    horizontalHeader()->setMinimumHeight(2 * fontMetrics().height() + 8);
    retranslateUi();
}

void CurvesTableView::retranslateUi()
{
    setAccessibleName(tr("Table of the epochs"));
    setToolTip(tr("One row per epoch; the one with the lowest test loss is bold. Ctrl+C copies the selected rows."));
    setWhatsThis(
        tr("The numbers of the curves. Look for the row where the test loss is lowest (bold): after it, more training "
           "only made the network better on the pictures that it already knew."));
}

QString CurvesTableView::selectedText() const
{
    QStringList lines;
    if (!model()) {
        return QString();
    }
    const int columns = model()->columnCount();
    QStringList cells;
    for (int column = 0; column < columns; ++column) {
        cells += model()->headerData(column, Qt::Horizontal).toString();
    }
    lines += cells.join(QLatin1Char('\t'));
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < model()->rowCount(); ++row) {
            rows += model()->index(row, 0);
        }
    }
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &index : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < columns; ++column) {
            cells += index.siblingAtColumn(column).data().toString();
        }
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void CurvesTableView::copySelection() const
{
    QGuiApplication::clipboard()->setText(selectedText());
}

void CurvesTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void CurvesTableView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy rows"), this, [this] { copySelection(); });
    menu->addAction(tr("Select &all"), this, &QTableView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace convscope
