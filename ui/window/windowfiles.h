// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace convscope {

class ExperimentForm;
class FileDialogs;
class FileOpener;
class MainMenus;
class RunNotebook;
class RunsPanel;
class Session;
class WeightsLoader;
class WindowMessages;

/// All that the window opens and saves: brings files from the menus, from a drop and from the command line to those who read them, and what
/// they say into the message bar.
class WindowFiles : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Session &session;
        ExperimentForm &form;
        RunNotebook &notebook;
        RunsPanel &panel;
        WindowMessages &messages;
        MainMenus &menus;
    };
    /// All must outlive it; `window` is the parent of its questions.
    WindowFiles(const Parts &parts, QWidget *window);

    /// Files of any kind (see FileOpener); those that need data or the engine wait for them.
    void open(const QStringList &paths);
    void chooseDataFolder();

private:
    void connectOpener();
    void connectWeights();
    void connectDialogs();

    const Parts m_parts;
    FileDialogs *m_dialogs;
    FileOpener *m_opener;
    WeightsLoader *m_weights;
};

} // namespace convscope
