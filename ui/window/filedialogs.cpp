// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filedialogs.h"

#include "core/training/experimentfile.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace convscope {

namespace {

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString proposedPath(const QString &name)
{
    QString fileName = name.isEmpty() ? QStringLiteral("experiment") : name;
    fileName.replace(QLatin1Char('/'), QLatin1Char('-'));
    return QDir(documentsFolder()).filePath(fileName + QStringLiteral(".json"));
}

} // namespace

FileDialogs::FileDialogs(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void FileDialogs::openSettings()
{
    const QString path
        = QFileDialog::getOpenFileName(m_window, tr("Open settings"), documentsFolder(), tr("Settings (*.json)"));
    if (!path.isEmpty()) {
        readSettings(path);
    }
}

void FileDialogs::readSettings(const QString &path)
{
    const Result<Experiment> experiment = readExperimentFile(path);
    if (experiment) {
        Q_EMIT settingsOpened(experiment.value());
    } else {
        Q_EMIT failed(experiment.error());
    }
}

void FileDialogs::saveSettings(const Experiment &experiment)
{
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Save settings"), proposedPath(experiment.name),
                                                      tr("Settings (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    if (const QString problem = writeExperimentFile(path, experiment); !problem.isEmpty()) {
        Q_EMIT failed(problem);
    }
}

void FileDialogs::chooseDataFolder(const QString &folder)
{
    const QString chosen
        = QFileDialog::getExistingDirectory(m_window, tr("Choose the folder with the four IDX files"), folder);
    if (!chosen.isEmpty()) {
        Q_EMIT dataFolderChosen(chosen);
    }
}

} // namespace convscope
