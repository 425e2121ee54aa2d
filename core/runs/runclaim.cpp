// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runclaim.h"

#include "core/common/machine.h"
#include "core/runs/runowner.h"
#include "core/runs/runrows.h"
#include "core/runs/runtrash.h"

#include <QCoreApplication>
#include <QUuid>

namespace convscope {

namespace {

/// With the processor: another one may compute other last digits.
QString programName()
{
    static const QString processor = processorName();
    const QString name = QStringLiteral("ConvScope %1, Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()));
    return processor.isEmpty() ? name : name + QStringLiteral(", ") + processor;
}

} // namespace

RecordingTarget newRecordingTarget(const QString &dataFolder)
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), newOwner(), {}, dataFolder, programName(), {}, {}, {}};
}

RecordingTarget claimRun(SqlConnection &connection, const ResumePoint &point)
{
    SqlTransaction transaction(connection);
    RunRecord run = readRun(connection, point.record.id);
    refuseActive(run);
    run.owner = newOwner();
    run.state = RecordState::Running;
    run.trashed = false;
    writeRun(connection, run);
    transaction.commit();
    return {run.id, run.owner, run.name, run.dataFolder, programName(), point.best, {}, {}};
}

} // namespace convscope
