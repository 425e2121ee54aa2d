// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfiles.h"

#include "ui/forms/experimentform.h"
#include "ui/window/filedialogs.h"
#include "ui/window/fileopener.h"
#include "ui/window/mainmenus.h"
#include "ui/window/runexporter.h"
#include "ui/window/runnotebook.h"
#include "ui/window/session.h"
#include "ui/window/weightsloader.h"
#include "ui/window/windowmessages.h"

namespace convscope {

WindowFiles::WindowFiles(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_dialogs(new FileDialogs(window))
    , m_opener(new FileOpener(window))
    , m_weights(new WeightsLoader(parts.session, window))
{
    new RunExporter(parts.session, parts.panel, parts.messages, window); // belongs to the window
    m_weights->setExperimentSource([form = &parts.form] { return form->experiment(); });
    connectOpener();
    connectWeights();
    connectDialogs();
}

void WindowFiles::open(const QStringList &paths)
{
    m_opener->open(paths);
}

void WindowFiles::chooseDataFolder()
{
    const DatasetPtr data = m_parts.session.data();
    m_dialogs->chooseDataFolder(data ? data->folder : QString());
}

void WindowFiles::connectOpener()
{
    connect(m_opener, &FileOpener::runsOpened, &m_parts.notebook, &RunNotebook::importFiles);
    connect(m_opener, &FileOpener::settingsOpened, m_dialogs, &FileDialogs::readSettings);
    connect(m_opener, &FileOpener::weightsOpened, m_weights, &WeightsLoader::load);
    connect(m_opener, &FileOpener::dataFolderOpened, &m_parts.session, &Session::loadData);
    connect(m_opener, &FileOpener::refused, &m_parts.messages, &WindowMessages::showError);
    connect(&m_parts.menus, &MainMenus::importRequested, &m_parts.notebook, &RunNotebook::askForFiles);
}

void WindowFiles::connectWeights()
{
    connect(&m_parts.menus, &MainMenus::loadWeightsRequested, m_weights, &WeightsLoader::askForFile);
    connect(m_weights, &WeightsLoader::failed, &m_parts.messages, &WindowMessages::showError);
    connect(m_weights, &WeightsLoader::loaded, this, [this](const Experiment &experiment, const QString &sentence) {
        m_parts.form.applyExperiment(experiment);
        m_parts.messages.showNews(sentence);
    });
}

void WindowFiles::connectDialogs()
{
    connect(&m_parts.menus, &MainMenus::openSettingsRequested, m_dialogs, &FileDialogs::openSettings);
    connect(&m_parts.menus, &MainMenus::saveSettingsRequested, this, [this] { m_dialogs->saveSettings(m_parts.form.experiment()); });
    connect(&m_parts.menus, &MainMenus::dataFolderRequested, this, &WindowFiles::chooseDataFolder);
    connect(m_dialogs, &FileDialogs::settingsOpened, this, [this](const Experiment &experiment) {
        m_parts.messages.closeSettingsError();
        m_parts.form.applyExperiment(experiment);
    });
    connect(m_dialogs, &FileDialogs::failed, &m_parts.messages, &WindowMessages::showSettingsError);
    connect(m_dialogs, &FileDialogs::dataFolderChosen, &m_parts.session, &Session::loadData);
}

} // namespace convscope
