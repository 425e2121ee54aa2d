// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/datafolder.h"

#include "core/data/dataset.h"

#include <QFileInfo>
#include <QSettings>

namespace convscope {

namespace {
const QString folderKey = QStringLiteral("data/folder");
}

QString defaultDataFolder()
{
    const QString remembered = QSettings().value(folderKey).toString();
    return !remembered.isEmpty() && QFileInfo(remembered).isDir() ? remembered : systemFashionMnistFolder();
}

void rememberDataFolder(const QString &folder)
{
    QSettings().setValue(folderKey, folder);
}

} // namespace convscope
