// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runowner.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QUuid>

namespace convscope {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString bootId()
{
    return QString::fromLatin1(contentOf(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed());
}

/// In clock ticks since the boot; empty where there is no such process, or where only its parent hasn't noticed its end yet.
QString startTime(const QString &processId)
{
    constexpr qsizetype stateField = 0; // counted after the name in brackets, which may hold blanks
    constexpr qsizetype startField = 19;
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(processId));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= startField || fields[stateField] == "Z") {
        return QString();
    }
    return QString::fromLatin1(fields[startField]);
}

} // namespace

QString newOwner()
{
    const QString process = QString::number(QCoreApplication::applicationPid());
    return QStringList{bootId(), process, startTime(process), QUuid::createUuid().toString(QUuid::WithoutBraces)}.join(
        QLatin1Char(':'));
}

bool ownerIsAlive(const QString &owner)
{
    const QStringList parts = owner.split(QLatin1Char(':'));
    return parts.size() == 4 && parts[0] == bootId() && !parts[2].isEmpty() && startTime(parts[1]) == parts[2];
}

} // namespace convscope
