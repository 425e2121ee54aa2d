// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runreader.h"
#include "core/runs/runwriter.h"

/// Who records a run, and as what.
namespace convscope {

/// For a run that begins here.
RecordingTarget newRecordingTarget(const QString &dataFolder);
/// For a run that goes on from there, in this process. Throws StoreFailure while another program records it.
RecordingTarget claimRun(SqlConnection &connection, const ResumePoint &point);

} // namespace convscope
