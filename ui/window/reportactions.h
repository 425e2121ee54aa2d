// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QFuture>
#include <QObject>

class QAction;
class QWidget;

namespace convscope {

class ComparePage;
class MainMenus;
class RunsPanel;
class Session;
class WindowMessages;

/// Reports of the selected runs, or of those that are ticked for a comparison: as a file or on paper. They are made in the background;
/// what came of it stands in the message bar.
class ReportActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` owns it and is the parent of its dialogs. Puts its entries into the File menu.
    ReportActions(Session &session, RunsPanel &panel, ComparePage &comparison, MainMenus &menus, WindowMessages &messages, QWidget *window);

    /// Writes the report of those runs (numbers of the session) to a file whose name ends in .html or .pdf.
    void write(const QList<int> &numbers, const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void updateIcons();
    void askAndWrite(const QList<int> &numbers);
    void print(const QList<int> &numbers);
    void showPreview(const ReportDocument &report);
    /// Of those that are kept, the oldest first; says so where there is none.
    QStringList idsOf(QList<int> numbers);
    QFuture<Result<ReportDocument>> make(const QStringList &ids) const;

    Session &m_session;
    WindowMessages &m_messages;
    QWidget *const m_window;
    QAction *const m_report;
    QAction *const m_print;
};

} // namespace convscope
