// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/presetfiles.h"

#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace convscope {

namespace {

struct PresetFiles
{
    Q_DECLARE_TR_FUNCTIONS(PresetFiles)
};

constexpr qint64 largestPreset = 1000 * 1000;

bool holdsPreset(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const Result<Experiment> experiment = experimentFromJson(file.read(largestPreset), path);
    return experiment.ok() && experiment.value().name == name;
}

} // namespace

QString deleteUserPreset(const QString &folder, const QString &name)
{
    const QDir dir(folder);
    const QStringList entries = dir.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &entry : entries) {
        const QString path = dir.filePath(entry);
        if (!holdsPreset(path, name))
            continue;
        QFile file(path);
        if (!file.remove())
            return PresetFiles::tr("“%1” could not be deleted: %2").arg(path, file.errorString());
        return {};
    }
    return PresetFiles::tr("There is no preset “%1” in %2.").arg(name, folder);
}

} // namespace convscope
