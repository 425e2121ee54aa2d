// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experimentfile.h"

#include "core/common/atomicfile.h"
#include "core/common/opendatabase.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace convscope {

namespace {

/// One byte more than the reader takes, so that it sees when a file is too large.
constexpr qint64 mostBytes = 1024 * 1024 + 1;

} // namespace

Result<Experiment> readExperimentFile(const QString &path)
{
    // Opening a named pipe would wait for a writer.
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        return Result<Experiment>::failure(
            QCoreApplication::translate("convscope::ExperimentFile",
                                        "%1 is not a file. Please choose a settings file (JSON).")
                .arg(QDir::toNativeSeparators(path)));
    }
    if (OpenDatabase::isPart(path)) {
        return Result<Experiment>::failure(OpenDatabase::refusal(path));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Result<Experiment>::failure(
            QCoreApplication::translate("convscope::ExperimentFile", "The settings file %1 can't be read: %2.")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return experimentFromJson(file.read(mostBytes), path);
}

QString writeExperimentFile(const QString &path, const Experiment &experiment)
{
    return writeFileAtomically(path, toJsonText(experiment));
}

} // namespace convscope
