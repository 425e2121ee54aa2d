// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QObject>

class QWidget;

namespace convscope {

/// Asks for files and folders, reads and writes settings files, and says what came of it. Nothing is said where the user
/// cancels.
class FileDialogs : public QObject
{
    Q_OBJECT

public:
    /// The dialogs stand above `window`, which is the parent too.
    explicit FileDialogs(QWidget *window);

    void openSettings();
    void readSettings(const QString &path);
    void saveSettings(const Experiment &experiment);
    /// `folder` is where the dialog begins; may be empty.
    void chooseDataFolder(const QString &folder);

Q_SIGNALS:
    void settingsOpened(const convscope::Experiment &experiment);
    void dataFolderChosen(const QString &folder);
    /// A settings file can't be read or written: a sentence with the file and the reason.
    void failed(const QString &sentence);

private:
    QWidget *m_window;
};

} // namespace convscope
