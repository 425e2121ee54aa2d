// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/machine.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QSysInfo>
#include <QThread>

namespace convscope {

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("model name")) {
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
            }
        }
    }
    return QString();
}

QString machineText()
{
    const int count = QThread::idealThreadCount();
    const QString processors = QCoreApplication::translate("convscope::Machine", "%n processor(s)", nullptr, count);
    const QString known = processorName();
    return QStringList{known.isEmpty() ? QSysInfo::currentCpuArchitecture() : known, processors, QSysInfo::prettyProductName()}.join(QStringLiteral(", "));
}

} // namespace convscope
