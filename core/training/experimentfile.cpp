// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experimentfile.h"

#include "core/common/atomicfile.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace convscope {

namespace {

/// One byte more than the reader takes, so that it sees when a file is too large.
constexpr qint64 mostBytes = 1024 * 1024 + 1;

Result<Experiment> unreadable(const QString &path, const QString &reason)
{
    return Result<Experiment>::failure(
        QCoreApplication::translate("convscope::ExperimentFile", "The settings file %1 can't be read: %2.")
            .arg(QDir::toNativeSeparators(path), reason));
}

} // namespace

Result<Experiment> readExperimentFile(const QString &path)
{
    // Opening a named pipe would wait for a writer.
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        return unreadable(path, QCoreApplication::translate("convscope::ExperimentFile", "it is not a regular file"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(path, file.errorString());
    }
    return experimentFromJson(file.read(mostBytes), path);
}

QString writeExperimentFile(const QString &path, const Experiment &experiment)
{
    return writeFileAtomically(path, QJsonDocument(toJson(experiment)).toJson(QJsonDocument::Indented));
}

} // namespace convscope
