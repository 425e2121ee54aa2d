// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QListView;
class QMenu;
class QStackedLayout;

namespace convscope {

class EmptyState;
class RunListModel;
struct RunRow;

/// The runs, the newest on top.
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
    /// Whether a run could be continued now.
    void setReady(bool ready);
    RunListModel *model() const { return m_model; }

Q_SIGNALS:
    /// The user chose a run with mouse or keyboard.
    void runSelected(int number);
    void showCurvesRequested(int number);
    void useSettingsRequested(int number);
    /// Only for a run that can, and while setReady() says so.
    void continueRequested(int number);
    void renameRequested(int number);
    /// Never for a run that is training or paused.
    void removeRequested(int number);

protected:
    void changeEvent(QEvent *event) override;

private:
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
    EmptyState *m_empty = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_showCurvesAction = nullptr;
    QAction *m_useSettingsAction = nullptr;
    QAction *m_continueAction = nullptr;
    QAction *m_renameAction = nullptr;
    QAction *m_removeAction = nullptr;
    bool m_selecting = false;
    bool m_ready = false;
};

} // namespace convscope
