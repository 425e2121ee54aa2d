// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/language.h"
#include "ui/window/appearance.h"
#include "ui/window/session.h"

#include <QMainWindow>

class QDockWidget;
class QTabWidget;
class QToolBar;

namespace convscope {

class CurvesPage;
class DataPage;
class ExperimentForm;
class LiveControls;
class MainMenus;
class MessageBar;
class RunActions;
class RunsController;
class RunsPanel;
class StateIndicator;
class StatusPanel;

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
    void createToolBar();
    QDockWidget *addDock(const char *objectName, QWidget *content, Qt::DockWidgetArea area, Qt::Key foldKey);
    void connectSession();
    void connectRunActions();
    void connectMenus();
    void connectViews();
    void retranslateUi();

    void restore();
    void save() const;

    /// Why nothing can be started now; empty when it can.
    QString startProblem() const;
    void updateState();
    void showFormElsewhere();
    void step(RunControl::Begin begin);
    void reportEnd(const TrainingRun *run, const RunEnd &end);
    void reportEngine();
    bool confirmStop();
    void openSettings();
    void saveSettings();
    void chooseDataFolder();
    void chooseLanguage(const QString &code);
    void chooseScheme(Appearance::Scheme scheme);

    Language &m_language;
    Appearance &m_appearance;
    Session m_session;
    bool m_asks = true;
    int m_endMessage = 0;
    int m_dataMessage = 0;
    int m_settingsMessage = 0;

    RunActions *m_runActions;
    MainMenus *m_menus;
    MessageBar *m_messages;
    LiveControls *m_liveControls;
    QTabWidget *m_pages;
    CurvesPage *m_curvesPage;
    DataPage *m_dataPage;
    ExperimentForm *m_form;
    RunsPanel *m_runsPanel;
    StateIndicator *m_stateIndicator;
    StatusPanel *m_statusPanel;
    QToolBar *m_toolBar = nullptr;
    QDockWidget *m_formDock = nullptr;
    QDockWidget *m_runsDock = nullptr;
    RunsController *m_runs = nullptr;
    QAction *m_lowerRateAction;
    QAction *m_chooseFolderAction;
};

} // namespace convscope
