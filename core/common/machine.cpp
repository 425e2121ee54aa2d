// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/machine.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QSysInfo>
#include <QThread>

namespace convscope {

namespace {

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
    return QSysInfo::currentCpuArchitecture();
}

} // namespace

QString machineText()
{
    const int count = QThread::idealThreadCount();
    const QString processors = QCoreApplication::translate("convscope::Machine", "%n processor(s)", nullptr, count);
    return QStringList{processorName(), processors, QSysInfo::prettyProductName()}.join(QStringLiteral(", "));
}

} // namespace convscope
