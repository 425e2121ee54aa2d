// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainmenus.h"

#include "ui/views/icons.h"
#include "ui/window/runactions.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QWhatsThis>

namespace convscope {

MainMenus::MainMenus(QMainWindow *window, RunActions &runActions)
    : QObject(window)
    , m_fileMenu(window->menuBar()->addMenu(QString()))
    , m_editMenu(window->menuBar()->addMenu(QString()))
    , m_runMenu(window->menuBar()->addMenu(QString()))
    , m_viewMenu(window->menuBar()->addMenu(QString()))
    , m_helpMenu(window->menuBar()->addMenu(QString()))
{
    createFileMenu();
    runActions.addTo(*m_runMenu);
    createRunMenu();
    createViewMenu();
    createHelpMenu();
    updateIcons();
    retranslate();
}

QAction *MainMenus::addAction(QMenu *menu, const char *objectName, const QKeySequence &shortcut)
{
    QAction *action = menu->addAction(QString());
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(shortcut);
    return action;
}

void MainMenus::createFileMenu()
{
    m_openSettings = addAction(m_fileMenu, "openSettingsAction", QKeySequence::Open);
    m_saveSettings = addAction(m_fileMenu, "saveSettingsAction", QKeySequence::Save);
    m_import = addAction(m_fileMenu, "importRunsAction", {});
    m_loadWeights = addAction(m_fileMenu, "loadWeightsAction", {});
    m_fileMenu->addSeparator();
    m_dataFolder = addAction(m_fileMenu, "dataFolderAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_fileMenu->addSeparator();
    m_quit = addAction(m_fileMenu, "quitAction", QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_quit->setMenuRole(QAction::QuitRole);
    connect(m_openSettings, &QAction::triggered, this, &MainMenus::openSettingsRequested);
    connect(m_saveSettings, &QAction::triggered, this, &MainMenus::saveSettingsRequested);
    connect(m_import, &QAction::triggered, this, &MainMenus::importRequested);
    connect(m_loadWeights, &QAction::triggered, this, &MainMenus::loadWeightsRequested);
    connect(m_dataFolder, &QAction::triggered, this, &MainMenus::dataFolderRequested);
    connect(m_quit, &QAction::triggered, this, &MainMenus::quitRequested);
}

void MainMenus::createRunMenu()
{
    m_runMenu->addSeparator();
    m_sweep = addAction(m_runMenu, "sweepAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    m_paper = addAction(m_runMenu, "paperAction", {});
    connect(m_sweep, &QAction::triggered, this, &MainMenus::sweepRequested);
    connect(m_paper, &QAction::triggered, this, &MainMenus::paperRequested);
}

void MainMenus::createViewMenu()
{
    m_pagesEnd = m_viewMenu->addSeparator();
    createLanguageMenu();
    createAppearanceMenu();
}

void MainMenus::createLanguageMenu()
{
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languages = new QActionGroup(this);
    // Each language under its own name, so that a person finds it in a window that speaks the other one.
    const QList<QPair<QString, QString>> languages{{QStringLiteral("en"), QStringLiteral("&English")},
                                                   {QStringLiteral("es"), QStringLiteral("E&spañol")}};
    for (const auto &[code, name] : languages) {
        QAction *action = m_languageMenu->addAction(name);
        action->setObjectName(QStringLiteral("language-") + code);
        action->setCheckable(true);
        action->setData(code);
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = code] { Q_EMIT languageChosen(chosen); });
    }
}

void MainMenus::createAppearanceMenu()
{
    m_appearanceMenu = m_viewMenu->addMenu(QString());
    m_schemes = new QActionGroup(this);
    for (const Appearance::Scheme scheme :
         {Appearance::Scheme::System, Appearance::Scheme::Light, Appearance::Scheme::Dark}) {
        QAction *action = m_appearanceMenu->addAction(QString());
        action->setObjectName(QStringLiteral("appearance-") + Appearance::name(scheme));
        action->setCheckable(true);
        action->setData(int(scheme));
        m_schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { Q_EMIT schemeChosen(scheme); });
    }
}

void MainMenus::createHelpMenu()
{
    m_whatsThis = QWhatsThis::createAction(this);
    m_whatsThis->setObjectName(QStringLiteral("whatsThisAction"));
    m_helpMenu->addAction(m_whatsThis);
    m_shortcuts = addAction(m_helpMenu, "shortcutsAction", QKeySequence(Qt::Key_F1));
    m_helpMenu->addSeparator();
    m_about = addAction(m_helpMenu, "aboutAction", {});
    m_about->setMenuRole(QAction::AboutRole);
    m_aboutQt = addAction(m_helpMenu, "aboutQtAction", {});
    m_aboutQt->setMenuRole(QAction::AboutQtRole);
    connect(m_shortcuts, &QAction::triggered, this, &MainMenus::shortcutsRequested);
    connect(m_about, &QAction::triggered, this, &MainMenus::aboutRequested);
    connect(m_aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainMenus::addExportMenu(QMenu *menu)
{
    m_fileMenu->insertMenu(m_dataFolder, menu);
    m_fileMenu->insertSeparator(m_dataFolder);
}

void MainMenus::addReportActions(const QList<QAction *> &actions)
{
    m_fileMenu->insertActions(m_dataFolder, actions);
    m_fileMenu->insertSeparator(m_dataFolder);
}

void MainMenus::addTimeMenu(QMenu *menu)
{
    static_cast<QMainWindow *>(parent())->menuBar()->insertMenu(m_viewMenu->menuAction(), menu);
}

void MainMenus::addEditActions(const QList<QAction *> &actions)
{
    m_editMenu->addActions(actions);
}

void MainMenus::addRunActions(const QList<QAction *> &actions)
{
    m_runMenu->addSeparator();
    m_runMenu->addActions(actions);
}

void MainMenus::addPanelActions(const QList<QAction *> &actions)
{
    m_viewMenu->insertActions(m_pagesEnd, actions);
    m_viewMenu->insertSeparator(m_pagesEnd);
}

void MainMenus::setPages(const QStringList &titles)
{
    while (m_pages.size() < titles.size()) {
        const auto index = int(m_pages.size());
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index)));
        connect(action, &QAction::triggered, this, [this, index] { Q_EMIT pageRequested(index); });
        m_viewMenu->insertAction(m_pagesEnd, action);
        m_pages.append(action);
    }
    for (qsizetype i = 0; i < titles.size(); ++i) {
        m_pages[i]->setText(titles[i]);
    }
}

void MainMenus::setLanguage(const QString &code)
{
    for (QAction *action : m_languages->actions()) {
        action->setChecked(action->data().toString() == code);
    }
}

void MainMenus::setScheme(Appearance::Scheme scheme)
{
    for (QAction *action : m_schemes->actions()) {
        action->setChecked(action->data().toInt() == int(scheme));
    }
}

void MainMenus::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_editMenu->setTitle(tr("&Edit"));
    m_runMenu->setTitle(tr("&Run"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_openSettings->setText(tr("&Open settings…"));
    m_saveSettings->setText(tr("&Save settings…"));
    m_import->setText(tr("&Import runs…"));
    m_import->setToolTip(tr("Add runs from .convscope files. Dropping the files on the window does the same."));
    m_loadWeights->setText(tr("Load &weights…"));
    m_loadWeights->setToolTip(tr("A network from a safetensors file, as a run that waits before its first batch: to look at, to try, or to train on."));
    m_dataFolder->setText(tr("Choose &data folder…"));
    m_quit->setText(tr("&Quit"));
    m_sweep->setText(tr("S&weep…"));
    m_sweep->setToolTip(tr("Trains many variants of the experiment in the form and compares them."));
    m_paper->setText(tr("The pap&er's experiments…"));
    m_paper->setToolTip(tr("Trains the experiments of the paper again, and holds its claims against what comes out."));
    m_languageMenu->setTitle(tr("&Language"));
    m_appearanceMenu->setTitle(tr("&Appearance"));
    const QStringList schemes{tr("As the &system"), tr("&Light"), tr("&Dark")};
    for (QAction *action : m_schemes->actions()) {
        action->setText(schemes[action->data().toInt()]);
    }
    m_whatsThis->setText(tr("&What's this?"));
    m_shortcuts->setText(tr("&Keyboard shortcuts"));
    m_about->setText(tr("&About ConvScope"));
    m_aboutQt->setText(tr("About &Qt"));
}

void MainMenus::updateIcons()
{
    m_openSettings->setIcon(themedIcon("folder"));
    m_saveSettings->setIcon(themedIcon("save"));
    m_import->setIcon(themedIcon("runs"));
    m_loadWeights->setIcon(themedIcon("filters"));
    m_dataFolder->setIcon(themedIcon("data"));
    m_languageMenu->setIcon(themedIcon("language"));
    m_whatsThis->setIcon(themedIcon("help"));
}

} // namespace convscope
