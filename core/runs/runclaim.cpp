// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runclaim.h"

#include "core/common/machine.h"
#include "core/runs/runowner.h"
#include "core/runs/runrows.h"
#include "core/runs/runtrash.h"
#include "core/runs/storefailure.h"

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
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), newOwner(), {}, dataFolder, programName(), {}, {}, {}, {}};
}

RecordingTarget claimRun(SqlConnection &connection, const ResumePoint &point)
{
    SqlTransaction transaction(connection);
    RunRecord run = readRun(connection, point.record.id);
    refuseActive(run);
    // Reading the data took its time. What another program trained meanwhile would be cut off.
    if (run.batches != point.record.batches || run.epochs != point.record.epochs || run.state != point.record.state) {
        throw StoreFailure{QCoreApplication::translate("convscope::RunStore", "Another program has trained the run “%1” meanwhile. Try again: it goes on from where it is now.").arg(run.name)};
    }
    run.owner = newOwner();
    run.state = RecordState::Running;
    run.trashed = false;
    writeRun(connection, run);
    transaction.commit();
    return {run.id, run.owner, run.name, run.dataFolder, programName(), point.best, {}, {}, point.checkpoint->live};
}

} // namespace convscope
