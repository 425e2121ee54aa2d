// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "core/training/experimentfile.h"
#include "ui/forms/experimentform.h"
#include "ui/forms/livecontrols.h"
#include "ui/pages/curvesexporter.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/views/icons.h"
#include "ui/views/messagebar.h"
#include "ui/window/aboutbox.h"
#include "ui/window/mainmenus.h"
#include "ui/window/runactions.h"
#include "ui/window/runscontroller.h"
#include "ui/window/runspanel.h"
#include "ui/window/stateindicator.h"
#include "ui/window/statuspanel.h"
#include "ui/window/windowmemory.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// A tenth, but at most what usually works.
double saferRate(double rate, Optimizer optimizer)
{
    const double usual = optimizer == Optimizer::Adam ? 0.001 : 0.01;
    return std::min(rate / 10.0, usual);
}

QString proposedPath(const QString &name)
{
    QString fileName = name.isEmpty() ? QStringLiteral("experiment") : name;
    fileName.replace(QLatin1Char('/'), QLatin1Char('-'));
    return QDir(documentsFolder()).filePath(fileName + QStringLiteral(".json"));
}

} // namespace

MainWindow::MainWindow(Language &language, Appearance &appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_language(language)
    , m_appearance(appearance)
    , m_runActions(new RunActions(this))
    , m_menus(new MainMenus(this, *m_runActions))
    , m_messages(new MessageBar(this))
    , m_liveControls(new LiveControls(this))
    , m_pages(new QTabWidget(this))
    , m_curvesPage(new CurvesPage(this))
    , m_dataPage(new DataPage(this))
    , m_form(new ExperimentForm(this))
    , m_runsPanel(new RunsPanel(this))
    , m_stateIndicator(new StateIndicator(this))
    , m_statusPanel(new StatusPanel(this))
    , m_lowerRateAction(new QAction(this))
    , m_chooseFolderAction(new QAction(this))
{
    setupUi();
    m_runs = new RunsController(m_session, {m_curvesPage, m_liveControls, m_runsPanel, m_statusPanel}, this);
    connectSession();
    connectRunActions();
    connectMenus();
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
    createToolBar();
    m_formDock = addDock("formDock", m_form, Qt::LeftDockWidgetArea, Qt::Key_F9);
    m_runsDock = addDock("runsDock", m_runsPanel, Qt::RightDockWidgetArea, Qt::Key_F10);
    m_menus->addPanelActions({m_formDock->toggleViewAction(), m_runsDock->toggleViewAction()});
    m_menus->addExportMenu(m_curvesPage->exporter()->menu());
    m_menus->addEditActions({m_form->undoAction(), m_form->redoAction()});
    statusBar()->addPermanentWidget(m_statusPanel);
    statusBar()->setSizeGripEnabled(false);
}

QWidget *MainWindow::createCentre()
{
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_curvesPage, QString());
    m_pages->addTab(m_dataPage, QString());
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_liveControls);
    layout->addWidget(m_pages, 1);
    return centre;
}

void MainWindow::createToolBar()
{
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("runToolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_runActions->addTo(*m_toolBar);
    m_toolBar->addWidget(m_stateIndicator);
    m_toolBar->toggleViewAction()->setEnabled(false); // it holds Start: it stays
}

QDockWidget *MainWindow::addDock(const char *objectName, QWidget *content, Qt::DockWidgetArea area, Qt::Key foldKey)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(QLatin1String(objectName));
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setWidget(content);
    dock->toggleViewAction()->setShortcut(QKeySequence(foldKey));
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::dataLoading, this, [this] {
        m_messages->closeMessage(m_dataMessage);
        m_dataPage->setLoading();
        updateState();
    });
    connect(&m_session, &Session::dataLoaded, this, [this] {
        m_dataPage->setDataset(m_session.data());
        m_form->setLimits(m_session.limits());
        updateState();
    });
    connect(&m_session, &Session::dataFailed, this, [this](const QString &sentence) {
        if (m_session.data()) {
            m_dataPage->setDataset(m_session.data()); // the set before stays
        } else {
            m_dataPage->setError(sentence);
        }
        m_dataMessage = m_messages->showMessage(MessageKind::Error, sentence, {m_chooseFolderAction});
        updateState();
    });
    connect(&m_session, &Session::engineLoaded, this, &MainWindow::reportEngine);
    connect(&m_session, &Session::engineFailed, this, [this](const QString &sentence) {
        showError(sentence);
        updateState();
    });
}

void MainWindow::connectRunActions()
{
    connect(m_runActions, &RunActions::startRequested, this, [this] { start(RunControl::Begin::Running); });
    connect(m_runActions, &RunActions::batchRequested, this, [this] { step(RunControl::Begin::OneBatch); });
    connect(m_runActions, &RunActions::epochRequested, this, [this] { step(RunControl::Begin::OneEpoch); });
    const auto onActiveRun = [this](void (TrainingRun::*function)()) {
        return [this, function] {
            if (TrainingRun *run = m_session.activeRun()) {
                (run->*function)();
            }
        };
    };
    connect(m_runActions, &RunActions::pauseRequested, this, onActiveRun(&TrainingRun::pause));
    connect(m_runActions, &RunActions::resumeRequested, this, onActiveRun(&TrainingRun::resume));
    connect(m_runActions, &RunActions::stopRequested, this, onActiveRun(&TrainingRun::stop));
}

void MainWindow::connectMenus()
{
    connect(m_menus, &MainMenus::openSettingsRequested, this, &MainWindow::openSettings);
    connect(m_menus, &MainMenus::saveSettingsRequested, this, &MainWindow::saveSettings);
    connect(m_menus, &MainMenus::dataFolderRequested, this, &MainWindow::chooseDataFolder);
    connect(m_menus, &MainMenus::quitRequested, this, &QWidget::close);
    connect(m_menus, &MainMenus::pageRequested, m_pages, &QTabWidget::setCurrentIndex);
    connect(m_menus, &MainMenus::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_menus, &MainMenus::schemeChosen, this, &MainWindow::chooseScheme);
    connect(m_menus, &MainMenus::aboutRequested, this, [this] { showAboutBox(this, m_session.engine()); });
}

void MainWindow::connectViews()
{
    connect(m_runs, &RunsController::activeStateChanged, this, &MainWindow::updateState);
    connect(m_runs, &RunsController::runEnded, this, &MainWindow::reportEnd);
    connect(m_runs, &RunsController::useSettingsRequested, m_form, &ExperimentForm::applyExperiment);
    connect(m_runs, &RunsController::curvesRequested, this, [this] { m_pages->setCurrentWidget(m_curvesPage); });
    connect(m_form, &ExperimentForm::problemsChanged, this, &MainWindow::updateState);
    connect(m_form, &ExperimentForm::experimentChanged, this,
            [this] { showFormElsewhere(); });
    connect(m_curvesPage, &CurvesPage::startRequested, this, [this] { start(RunControl::Begin::Running); });
    connect(m_curvesPage, &CurvesPage::errorOccurred, this, &MainWindow::showError);
    connect(m_dataPage, &DataPage::chooseFolderRequested, this, &MainWindow::chooseDataFolder);
    connect(m_chooseFolderAction, &QAction::triggered, this, &MainWindow::chooseDataFolder);
    connect(m_lowerRateAction, &QAction::triggered, this, [this] {
        Experiment experiment = m_form->experiment();
        experiment.training.learningRate = m_lowerRateAction->data().toDouble();
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
        m_dataPage->setTraining(m_form->experiment().training);
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
    m_pages->setTabText(0, tr("Curves"));
    m_pages->setTabText(1, tr("Data"));
    m_pages->setTabToolTip(0, tr("Loss and accuracy while the network learns"));
    m_pages->setTabToolTip(1, tr("The pictures, their classes, and what the settings make of them"));
    m_runActions->reservePauseWidth(*m_toolBar);
    m_menus->setPages({m_pages->tabText(0), m_pages->tabText(1)});
    m_formDock->setWindowTitle(tr("Experiment"));
    m_runsDock->setWindowTitle(tr("Runs"));
    m_toolBar->setWindowTitle(tr("Training"));
    m_chooseFolderAction->setText(tr("Choose folder…"));
    const double rate = m_lowerRateAction->data().toDouble();
    m_lowerRateAction->setText(tr("Set the learning rate to %1").arg(QLocale().toString(rate, 'g', 3)));
}

void MainWindow::load(const QString &dataFolder)
{
    m_session.loadData(dataFolder);
    m_session.loadEngine();
    updateState();
}

void MainWindow::setExperiment(const Experiment &experiment)
{
    m_form->setExperiment(experiment);
    showFormElsewhere();
}

void MainWindow::showError(const QString &sentence)
{
    m_messages->showMessage(MessageKind::Error, sentence);
}

QString MainWindow::startProblem() const
{
    if (m_session.isLoadingData() && !m_session.data()) {
        return tr("Reading the pictures…");
    }
    if (!m_session.data()) {
        return tr("There are no pictures to train on: choose a data folder.");
    }
    if (m_session.isLoadingEngine()) {
        return tr("Loading the training engine…");
    }
    if (!m_session.engine()) {
        return tr("The training engine is not available.");
    }
    return m_form->startProblem();
}

void MainWindow::updateState()
{
    const RunState state = m_runs->activeState();
    const QString problem = startProblem();
    m_runActions->setState(state, problem);
    const TrainingRun *shown = m_runs->shownRun();
    m_stateIndicator->setState(state == RunState::Idle && shown ? shown->state() : state, problem);
    m_curvesPage->setStartProblem(problem);
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
    m_messages->closeMessage(m_endMessage);
    m_pages->setCurrentWidget(m_curvesPage);
    m_session.startRun(m_form->experiment(), begin);
}

void MainWindow::step(RunControl::Begin begin)
{
    TrainingRun *run = m_session.activeRun();
    if (!run) {
        start(begin);
    } else if (begin == RunControl::Begin::OneBatch) {
        run->stepBatch();
    } else {
        run->stepEpoch();
    }
}

void MainWindow::reportEnd(const TrainingRun *run, const RunEnd &end)
{
    if (end.kind == RunEnd::Kind::Diverged) {
        m_lowerRateAction->setData(saferRate(run->liveSettings().learningRate, run->experiment().training.optimizer));
        retranslateUi();
        m_endMessage = m_messages->showMessage(MessageKind::Error, [end] { return reasonText(end); }, {m_lowerRateAction});
    } else if (end.kind == RunEnd::Kind::Failed) {
        m_endMessage = m_messages->showMessage(MessageKind::Error, reasonText(end));
    }
}

void MainWindow::reportEngine()
{
    const EngineInfo info = m_session.engine()->info();
    if (!info.blasIsFast) {
        m_messages->showMessage(MessageKind::Warning, [this, blas = info.blas] {
            return tr("Training will be slow: the matrix library is %1. Please install the package libopenblas0-openmp "
                      "and start again.")
                .arg(blas);
        });
    }
    updateState();
}

bool MainWindow::confirmStop()
{
    QMessageBox box(QMessageBox::Question, tr("ConvScope"), tr("A run is still training. Stop it and close?"),
                    QMessageBox::NoButton, this);
    box.setInformativeText(tr("Its curves are lost when the window closes."));
    QPushButton *stop = box.addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(tr("&Keep training"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == stop;
}

void MainWindow::closeWithoutAsking()
{
    m_asks = false;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_asks && m_session.activeRun() && !confirmStop()) {
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
    resizeDocks({m_formDock, m_runsDock}, {300, 205}, Qt::Horizontal);
    const WindowMemory memory;
    memory.restoreWindow(*this);
    setExperiment(memory.experiment());
    if (const QStringList sections = memory.formSections(); !sections.isEmpty()) {
        m_form->setExpandedSections(sections);
    }
    m_menus->setLanguage(m_language.code());
    m_menus->setScheme(m_appearance.scheme());
}

void MainWindow::save() const
{
    WindowMemory memory;
    memory.saveWindow(*this);
    memory.setExperiment(m_form->experiment());
    memory.setFormSections(m_form->expandedSections());
}

void MainWindow::openSettings()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open settings"), documentsFolder(), tr("Settings (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    const Result<Experiment> experiment = readExperimentFile(path);
    m_messages->closeMessage(m_settingsMessage);
    if (experiment) {
        m_form->applyExperiment(experiment.value());
    } else {
        m_settingsMessage = m_messages->showMessage(MessageKind::Error, experiment.error());
    }
}

void MainWindow::saveSettings()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save settings"),
                                                      proposedPath(m_form->experiment().name),
                                                      tr("Settings (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    if (const QString problem = writeExperimentFile(path, m_form->experiment()); !problem.isEmpty()) {
        showError(problem);
    }
}

void MainWindow::chooseDataFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Choose the folder with the four IDX files"), m_session.data() ? m_session.data()->folder : QString());
    if (!folder.isEmpty()) {
        m_session.loadData(folder);
    }
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_language.choose(code); // sends LanguageChange to every widget
    m_menus->setLanguage(m_language.code());
    WindowMemory().setLanguage(m_language.code());
}

void MainWindow::chooseScheme(Appearance::Scheme scheme)
{
    m_appearance.choose(scheme);
    m_menus->setScheme(scheme);
    WindowMemory().setScheme(scheme);
}

} // namespace convscope
