// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/appearance.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace convscope {

class RunActions;

/// The menu bar: creates menus and actions, keeps their texts in the chosen language, and says what was chosen.
class MainMenus : public QObject
{
    Q_OBJECT

public:
    MainMenus(QMainWindow *window, RunActions &runActions);

    /// The menu with the exports of the curves, as an entry of the File menu.
    void addExportMenu(QMenu *menu);
    /// Entries of the File menu.
    void addReportActions(const QList<QAction *> &actions);
    /// Of the time line, before the View menu.
    void addTimeMenu(QMenu *menu);
    void addEditActions(const QList<QAction *> &actions);
    void addRunActions(const QList<QAction *> &actions);
    /// Entries that fold a panel away; their texts are their owners' matter.
    void addPanelActions(const QList<QAction *> &actions);
    /// One entry a page, with Ctrl+1, Ctrl+2, …
    void setPages(const QStringList &titles);
    void setLanguage(const QString &code);
    void setScheme(Appearance::Scheme scheme);
    void retranslate();
    void updateIcons();

Q_SIGNALS:
    void openSettingsRequested();
    void saveSettingsRequested();
    void importRequested();
    void loadWeightsRequested();
    void dataFolderRequested();
    void quitRequested();
    void sweepRequested();
    void paperRequested();
    void pageRequested(int index);
    void languageChosen(const QString &code);
    void schemeChosen(convscope::Appearance::Scheme scheme);
    void shortcutsRequested();
    void aboutRequested();

private:
    QAction *addAction(QMenu *menu, const char *objectName, const QKeySequence &shortcut);
    void createFileMenu();
    void createRunMenu();
    void createViewMenu();
    void createLanguageMenu();
    void createAppearanceMenu();
    void createHelpMenu();

    QMenu *m_fileMenu;
    QMenu *m_editMenu;
    QMenu *m_runMenu;
    QMenu *m_viewMenu;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_appearanceMenu = nullptr;
    QMenu *m_helpMenu;
    QAction *m_openSettings = nullptr;
    QAction *m_saveSettings = nullptr;
    QAction *m_import = nullptr;
    QAction *m_loadWeights = nullptr;
    QAction *m_dataFolder = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_sweep = nullptr;
    QAction *m_paper = nullptr;
    QAction *m_pagesEnd = nullptr;
    QAction *m_whatsThis = nullptr;
    QAction *m_shortcuts = nullptr;
    QAction *m_about = nullptr;
    QAction *m_aboutQt = nullptr;
    QList<QAction *> m_pages;
    QActionGroup *m_languages = nullptr;
    QActionGroup *m_schemes = nullptr;
};

} // namespace convscope
