// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runexport.h"

#include <QWidget>

#include <functional>

class QAction;
class QListView;
class QMenu;
class QStackedLayout;

namespace convscope {

class EmptyState;
class RunDetails;
class RunExportMenu;
class RunFilter;
class RunListModel;
class RunSearchBar;
struct RunRow;

/// The runs: a list that is searched and ordered, and below it what there is to know of the selected one.
class RunsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPanel(QWidget *parent = nullptr);

    void addRun(const RunRow &run);
    void updateRun(const RunRow &run);
    void removeRun(int number);
    /// Selects without runSelected().
    void selectRun(int number);
    /// 0 when none is.
    int selectedRun() const;
    /// Every selected one, from the top of the list; the one with the curves among them.
    QList<int> selectedRuns() const;
    /// Whether a run could be continued now.
    void setReady(bool ready);
    RunListModel *model() const { return m_model; }
    RunDetails *details() const { return m_details; }
    RunSearchBar *searchBar() const { return m_search; }
    /// In the list as it is shown; invalid where the search hides the run.
    QModelIndex shownIndexOf(int number) const;

Q_SIGNALS:
    /// The user chose a run with mouse or keyboard.
    void runSelected(int number);
    void showCurvesRequested(int number);
    void useSettingsRequested(int number);
    /// Only for a run that can, and while setReady() says so.
    void continueRequested(int number);
    void renameRequested(int number);
    /// Never with a run that is training or paused.
    void removeRequested(const QList<int> &numbers);
    void favouriteRequested(const QList<int> &numbers, bool favourite);
    void branchRequested(int number);
    void exportRequested(int number, convscope::RunFormat format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void filter(const std::function<void()> &change);
    void setupUi();
    void createActions();
    void connectSignals();
    void retranslateUi();
    void updateIcons();
    void updateActions();
    void updateEmptyState();
    void openMenu(const QPoint &position);

    RunListModel *m_model = nullptr;
    QStackedLayout *m_stack = nullptr;
    QListView *m_view = nullptr;
    RunSearchBar *m_search = nullptr;
    RunFilter *m_filter = nullptr;
    RunDetails *m_details = nullptr;
    EmptyState *m_empty = nullptr;
    QMenu *m_menu = nullptr;
    RunExportMenu *m_exportMenu = nullptr;
    QAction *m_showCurvesAction = nullptr;
    QAction *m_useSettingsAction = nullptr;
    QAction *m_continueAction = nullptr;
    QAction *m_branchAction = nullptr;
    QAction *m_favouriteAction = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_renameAction = nullptr;
    QAction *m_removeAction = nullptr;
    bool m_selecting = false;
    int m_chosen = 0;
    bool m_ready = false;
};

} // namespace convscope
