// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcutsbox.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace convscope {

namespace {

struct ShortcutsBox
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ShortcutsBox)
};

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

QString heading(const QString &title)
{
    return QStringLiteral("<tr><td colspan=2><b>%1</b></td></tr>").arg(title.toHtmlEscaped());
}

QString row(const QString &keys, const QString &text)
{
    return QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(keys.toHtmlEscaped(), text.toHtmlEscaped());
}

QString rowsOf(const QMenu &menu)
{
    QString rows;
    for (const QAction *action : menu.actions()) {
        if (const QMenu *inner = action->menu()) {
            rows += rowsOf(*inner);
        } else if (!action->shortcut().isEmpty()) {
            rows += row(action->shortcut().toString(QKeySequence::NativeText), withoutMnemonic(action->text()));
        }
    }
    return rows;
}

QString key(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

QString rowsOfCharts()
{
    return heading(ShortcutsBox::tr("In a chart")) + row(QStringLiteral("+, −"), ShortcutsBox::tr("Zoom"))
        + row(QStringLiteral("← → ↑ ↓"), ShortcutsBox::tr("Move"))
        + row(key(Qt::Key_Home), ShortcutsBox::tr("Show everything"))
        + row(key(Qt::CTRL | Qt::Key_Left) + QStringLiteral(", ") + key(Qt::CTRL | Qt::Key_Right),
              ShortcutsBox::tr("Read the numbers of the epochs one by one"));
}

QString rowsOfPanels()
{
    return heading(ShortcutsBox::tr("In the list of runs"))
        + row(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText), ShortcutsBox::tr("Search"))
        + row(key(Qt::Key_Return), ShortcutsBox::tr("Show the curves of the run"))
        + row(key(Qt::Key_F2), ShortcutsBox::tr("Rename the run"))
        + row(key(Qt::Key_Delete), ShortcutsBox::tr("Delete the run"))
        + heading(ShortcutsBox::tr("In a number field"))
        + row(QStringLiteral("↑ ↓"), ShortcutsBox::tr("The next sensible number"));
}

} // namespace

QString shortcutsText(const QMainWindow &window)
{
    QString rows;
    for (const QAction *action : window.menuWidget()->actions()) {
        const QString inMenu = action->menu() ? rowsOf(*action->menu()) : QString();
        if (!inMenu.isEmpty()) {
            rows += heading(withoutMnemonic(action->text())) + inMenu;
        }
    }
    return QStringLiteral("<table cellpadding=3>%1</table>").arg(rows + rowsOfCharts() + rowsOfPanels());
}

void showShortcutsBox(QMainWindow *window)
{
    auto *box = new QDialog(window);
    box->setObjectName(QStringLiteral("shortcutsBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(ShortcutsBox::tr("Keyboard shortcuts"));
    auto *text = new QTextBrowser(box);
    text->setAccessibleName(box->windowTitle());
    text->setHtml(shortcutsText(*window));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, box);
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(text);
    layout->addWidget(buttons);
    box->resize(520, 620);
    box->show();
}

} // namespace convscope
