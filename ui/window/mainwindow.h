// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/language.h"
#include "ui/window/appearance.h"
#include "ui/window/session.h"

#include <QMainWindow>

namespace convscope {

class ExperimentForm;
class FoldDock;
class Inspection;
class LiveControls;
class MainMenus;
class MessageBar;
class PageTabs;
class RunActions;
class RunNotebook;
class RunsController;
class RunToolBar;
class RunsPanel;
class StatusPanel;
class Timeline;
class WindowFiles;
class WindowMessages;

/// The one window: the experiment form on the left, the pages in the middle, the runs on the right. It connects the session
/// with the widgets; none of them knows another.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both must outlive the window.
    MainWindow(Language &language, Appearance &appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Begins to load data and engine in the background; call it after show().
    void load(const QString &dataFolder);
    void setExperiment(const Experiment &experiment);
    Session &session() { return m_session; }
    RunNotebook &notebook() { return *m_notebook; }
    WindowFiles &files() { return *m_files; }
    /// For the end by a signal: stops a run without asking.
    void closeWithoutAsking();
    /// A sentence at the top of the window.
    void showError(const QString &sentence);

public Q_SLOTS:
    /// While startProblem() says why not, it only leads to the field that is wrong.
    void start(convscope::RunControl::Begin begin = convscope::RunControl::Begin::Running);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setupUi();
    QWidget *createCentre();
    void connectSession();
    void connectActions();
    void connectViews();
    void retranslateUi();

    void restore();
    void save() const;

    /// Why nothing can be started now; empty when it can.
    QString startProblem() const;
    void updateState();
    void showFormElsewhere();
    void step(RunControl::Begin begin);

    Session m_session;
    Inspection *m_inspection;
    bool m_asks = true;

    RunActions *m_runActions;
    MainMenus *m_menus;
    MessageBar *m_messageBar;
    WindowMessages *m_messages;
    LiveControls *m_liveControls;
    PageTabs *m_pages;
    Timeline *m_timeline;
    ExperimentForm *m_form;
    RunsPanel *m_runsPanel;
    StatusPanel *m_statusPanel;
    RunToolBar *m_toolBar;
    FoldDock *m_formDock;
    FoldDock *m_runsDock;
    RunsController *m_runs = nullptr;
    RunNotebook *m_notebook = nullptr;
    WindowFiles *m_files = nullptr;
};

} // namespace convscope
