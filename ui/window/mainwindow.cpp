// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/forms/experimentform.h"
#include "ui/forms/livecontrols.h"
#include "ui/models/inspection.h"
#include "ui/pages/curvesexporter.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/filterspage.h"
#include "ui/pages/predictionspage.h"
#include "ui/views/icons.h"
#include "ui/views/messagebar.h"
#include "ui/window/aboutbox.h"
#include "ui/window/closequestion.h"
#include "ui/window/comparecontroller.h"
#include "ui/window/folddock.h"
#include "ui/window/mainmenus.h"
#include "ui/window/pagetabs.h"
#include "ui/window/preferences.h"
#include "ui/window/ratefindercontroller.h"
#include "ui/window/reportactions.h"
#include "ui/window/runactions.h"
#include "ui/window/runkeeper.h"
#include "ui/window/runnotebook.h"
#include "ui/window/runscontroller.h"
#include "ui/window/runspanel.h"
#include "ui/window/runtoolbar.h"
#include "ui/window/shortcutsbox.h"
#include "ui/window/statuspanel.h"
#include "ui/window/sweepcontroller.h"
#include "ui/window/timeline.h"
#include "ui/window/windowfiles.h"
#include "ui/window/windowmemory.h"
#include "ui/window/windowmessages.h"

#include <QCloseEvent>
#include <QStatusBar>
#include <QVBoxLayout>

namespace convscope {

MainWindow::MainWindow(Language &language, Appearance &appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_inspection(new Inspection(this))
    , m_runActions(new RunActions(this))
    , m_menus(new MainMenus(this, *m_runActions))
    , m_messageBar(new MessageBar(this))
    , m_messages(new WindowMessages(m_messageBar, this))
    , m_liveControls(new LiveControls(this))
    , m_pages(new PageTabs(*m_inspection, this))
    , m_timeline(new Timeline(*m_inspection, this))
    , m_form(new ExperimentForm(this))
    , m_runsPanel(new RunsPanel(this))
    , m_statusPanel(new StatusPanel(this))
    , m_toolBar(new RunToolBar(*m_runActions, this))
    , m_formDock(new FoldDock("formDock", m_form, Qt::Key_F9, this))
    , m_runsDock(new FoldDock("runsDock", m_runsPanel, Qt::Key_F10, this))
{
    new Preferences(language, appearance, m_menus); // belongs to the menus
    setupUi();
    m_runs = new RunsController(m_session, {m_pages->curves(), m_liveControls, m_runsPanel, m_statusPanel}, this);
    auto *keeper = new RunKeeper(m_session, *m_runs, *m_runsPanel, *m_messages, this); // belongs to the window
    keeper->setExperimentSource([this] { return m_form->experiment(); });
    connect(m_pages->filters(), &FiltersPage::trainOnRequested, keeper, &RunKeeper::trainOn);
    connect(m_pages->filters(), &FiltersPage::newsReported, m_messages, &WindowMessages::showNews);
    m_notebook = new RunNotebook(m_session, *m_runs, *m_runsPanel, *m_messages, this);
    m_notebook->setForm([this] { return m_form->experiment(); }, [this] { return m_form->startProblem(); });
    m_files = new WindowFiles({m_session, *m_form, *m_notebook, *m_runsPanel, *m_messages, *m_menus}, this);
    new RateFinderController(m_session, *m_form, this); // belongs to the window
    auto *compare = new CompareController(m_session, *m_runs, *m_pages->compare(), *m_notebook, *m_messages, this); // belongs to the window
    connect(&m_session, &Session::runCreated, m_pages, [this, compare] {
        if (!compare->isStarting()) {
            m_pages->showRun();
        }
    });
    new ReportActions(m_session, *m_runsPanel, *m_pages->compare(), *m_menus, *m_messages, this); // belongs to the window
    auto *sweeps = new SweepController(m_session, *m_pages, *m_notebook, [this] { return m_form->experiment(); }, this); // likewise
    connect(m_menus, &MainMenus::sweepRequested, sweeps, &SweepController::openSweep);
    connect(m_menus, &MainMenus::paperRequested, sweeps, &SweepController::openPaper);
    connectSession();
    connectActions();
    connectViews();
    restore();
    retranslateUi();
    updateState();
}

MainWindow::~MainWindow()
{
    m_session.stopAndWait();
}

void MainWindow::setupUi()
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setDockOptions(AnimatedDocks | AllowNestedDocks);
    setCentralWidget(createCentre());
    addToolBar(m_toolBar);
    addDockWidget(Qt::LeftDockWidgetArea, m_formDock);
    addDockWidget(Qt::RightDockWidgetArea, m_runsDock);
    m_menus->addPanelActions({m_formDock->toggleViewAction(), m_runsDock->toggleViewAction()});
    m_menus->addExportMenu(m_pages->curves()->exporter()->menu());
    m_menus->addTimeMenu(m_timeline->menu());
    m_menus->addEditActions({m_form->undoAction(), m_form->redoAction()});
    m_menus->addRunActions({m_form->findRateAction()});
    statusBar()->addPermanentWidget(m_statusPanel);
    statusBar()->setSizeGripEnabled(false);
}

QWidget *MainWindow::createCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messageBar);
    layout->addWidget(m_liveControls);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_timeline);
    return centre;
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::dataLoading, this, [this] {
        m_messages->closeDataError();
        m_pages->data()->setLoading();
    });
    connect(&m_session, &Session::dataLoaded, this, [this] {
        m_inspection->setData(m_session.data());
        m_pages->data()->setDataset(m_session.data());
        m_form->setLimits(m_session.limits());
    });
    connect(&m_session, &Session::dataFailed, this, [this](const QString &sentence) {
        if (m_session.data()) {
            m_pages->data()->setDataset(m_session.data()); // the set before stays
        } else {
            m_pages->data()->setError(sentence);
        }
        m_messages->showDataError(sentence);
    });
    connect(&m_session, &Session::engineLoaded, this, [this] {
        m_inspection->setInspector(&m_session.engine()->inspector());
        m_messages->reportEngine(m_session.engine()->info());
    });
    connect(&m_session, &Session::runsListed, this, [this] { m_inspection->setLaboratory(m_session.laboratory()); });
    connect(&m_session, &Session::engineFailed, this, &MainWindow::showError);
    connect(&m_session, &Session::startProblemChanged, this, &MainWindow::updateState);
}

void MainWindow::connectActions()
{
    connect(m_runActions, &RunActions::startRequested, this, [this] { start(RunControl::Begin::Running); });
    connect(m_runActions, &RunActions::batchRequested, this, [this] { step(RunControl::Begin::OneBatch); });
    connect(m_runActions, &RunActions::epochRequested, this, [this] { step(RunControl::Begin::OneEpoch); });
    m_runs->connectActions(*m_runActions);
    connect(m_menus, &MainMenus::quitRequested, this, &QWidget::close);
    connect(m_menus, &MainMenus::pageRequested, m_pages, &PageTabs::setCurrentIndex);
    connect(m_menus, &MainMenus::shortcutsRequested, this, [this] { showShortcutsBox(this); });
    connect(m_menus, &MainMenus::aboutRequested, this, [this] { showAboutBox(this, m_session.engine()); });
}

void MainWindow::connectViews()
{
    connect(m_runs, &RunsController::activeStateChanged, this, &MainWindow::updateState);
    connect(m_runs, &RunsController::shownRunChanged, this, [this] { m_inspection->setRun(m_runs->shownRun()); });
    connect(m_runs, &RunsController::runEnded, m_messages,
            [this](const TrainingRun *run, const RunEnd &end) { m_messages->reportEnd(*run, end); });
    connect(m_runs, &RunsController::useSettingsRequested, m_form, &ExperimentForm::applyExperiment);
    connect(m_notebook, &RunNotebook::experimentChosen, m_form, &ExperimentForm::applyExperiment);
    connect(m_notebook, &RunNotebook::thinned, m_inspection, &Inspection::rereadMoments);
    connect(m_runs, &RunsController::curvesRequested, m_pages, &PageTabs::showCurves);
    connect(m_form, &ExperimentForm::problemsChanged, this, &MainWindow::updateState);
    connect(m_form, &ExperimentForm::experimentChanged, this, &MainWindow::showFormElsewhere);
    connect(m_pages, &PageTabs::startRequested, this, [this] { start(RunControl::Begin::Running); });
    connect(m_pages, &PageTabs::errorOccurred, this, &MainWindow::showError);
    connect(m_pages->curves(), &CurvesPage::startRequested, this, [this] { start(RunControl::Begin::Running); });
    connect(m_pages->curves(), &CurvesPage::errorOccurred, this, &MainWindow::showError);
    m_pages->predictions()->setRunNumbers([this](const QString &id) {
        const TrainingRun *run = m_session.runWithId(id);
        return run ? run->number() : 0;
    });
    connect(m_pages->data(), &DataPage::chooseFolderRequested, m_files, &WindowFiles::chooseDataFolder);
    connect(m_messages, &WindowMessages::chooseFolderRequested, m_files, &WindowFiles::chooseDataFolder);
    connect(m_messages, &WindowMessages::learningRateProposed, this, [this](double rate) {
        Experiment experiment = m_form->experiment();
        experiment.training.learningRate = rate;
        m_form->applyExperiment(experiment);
    });
}

void MainWindow::showFormElsewhere()
{
    if (!m_session.activeRun()) {
        m_liveControls->setLiveSettings(liveSettingsOf(m_form->experiment())); // what the next run begins with
    }
    // What is out of range can't be shown on pictures; the form says what is wrong.
    if (m_form->problems().empty()) {
        m_pages->data()->setTraining(m_form->experiment().training);
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        m_runs->retranslate();
        if (!m_session.dataError().isEmpty()) {
            m_session.reloadData(); // for the sentence in the other language
        }
        updateState();
    } else if (event->type() == QEvent::PaletteChange) {
        m_menus->updateIcons();
        m_runActions->updateIcons();
    }
}

void MainWindow::retranslateUi()
{
    m_menus->retranslate();
    m_runActions->retranslate();
    setWindowTitle(tr("ConvScope"));
    m_pages->retranslate();
    m_toolBar->retranslate();
    m_messages->retranslate();
    m_menus->setPages(m_pages->titles());
    m_formDock->setWindowTitle(tr("Experiment"));
    m_runsDock->setWindowTitle(tr("Runs"));
}

void MainWindow::load(const QString &dataFolder)
{
    m_session.loadData(dataFolder);
    m_session.loadEngine();
}

void MainWindow::setExperiment(const Experiment &experiment)
{
    m_form->setExperiment(experiment);
    showFormElsewhere();
}

void MainWindow::showError(const QString &sentence)
{
    m_messages->showError(sentence);
}

QString MainWindow::startProblem() const
{
    if (const QString problem = m_session.startProblem(); !problem.isEmpty()) {
        return problem;
    }
    return m_form->startProblem();
}

void MainWindow::updateState()
{
    const RunState state = m_runs->activeState();
    const QString problem = startProblem();
    m_runActions->setState(state, problem);
    const TrainingRun *shown = m_runs->shownRun();
    m_toolBar->setState(state == RunState::Idle && shown ? shown->state() : state, problem);
    m_pages->setStartProblem(problem);
    m_pages->filters()->setTraining(m_session.activeRun() != nullptr);
    const bool ready = state == RunState::Idle && m_session.startProblem().isEmpty();
    m_runsPanel->setReady(ready);
    m_messages->setReady(ready);
}

void MainWindow::start(RunControl::Begin begin)
{
    if (m_session.activeRun()) {
        return;
    }
    m_form->setLimits(m_session.limits()); // memory may have become scarce since
    if (const QString problem = startProblem(); !problem.isEmpty()) {
        m_form->focusFirstProblem(); // the sentence stands there, and beside Start
        return;
    }
    m_messages->closeEnd();
    m_session.startRun(m_form->experiment(), begin);
}

void MainWindow::step(RunControl::Begin begin)
{
    if (!m_runs->stepActiveRun(begin)) {
        start(begin);
    }
}

void MainWindow::closeWithoutAsking()
{
    m_asks = false;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_asks && !confirmClose(this, m_session)) {
        event->ignore();
        return;
    }
    save();
    m_session.stopAndWait();
    event->accept();
}

void MainWindow::restore()
{
    resize(1280, 800);
    resizeDocks({m_formDock, m_runsDock}, {300, 225}, Qt::Horizontal);
    const WindowMemory memory;
    memory.restoreWindow(*this);
    setExperiment(memory.experiment());
    m_form->setExpandedSections(memory.formSections());
}

void MainWindow::save() const
{
    WindowMemory memory;
    memory.saveWindow(*this);
    memory.setExperiment(m_form->experiment());
    memory.setFormSections(m_form->expandedSections());
}

} // namespace convscope
