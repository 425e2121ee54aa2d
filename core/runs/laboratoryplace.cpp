// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/laboratoryplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace convscope {

Result<QString> laboratoryPlace(const std::optional<QString> &asked)
{
    if (asked && !asked->isEmpty()) {
        return QDir().absoluteFilePath(*asked);
    }
    if (const QString named = qEnvironmentVariable("CONVSCOPE_LABORATORY"); !named.isEmpty()) {
        return QDir().absoluteFilePath(named);
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    // Without HOME Qt takes the root of the file system for the home folder.
    if (folder.isEmpty() || (QDir::homePath() == QDir::rootPath() && folder.startsWith(QDir::homePath() + QStringLiteral(".")))) {
        return Result<QString>::failure(QCoreApplication::translate(
            "convscope::RunStore", "There is no home folder to keep the runs in. Name a file with --laboratory FILE or in CONVSCOPE_LABORATORY."));
    }
    return QString(folder + QStringLiteral("/laboratory.sqlite"));
}

} // namespace convscope
