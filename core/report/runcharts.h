// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"
#include "core/report/reportedrun.h"
#include "core/report/svgchart.h"

namespace convscope {

/// One figure of every epoch, epoch 1 first; NaN where an epoch is missing.
std::vector<double> figuresOf(const std::vector<EpochReport> &epochs, double EpochReport::*figure);

/// Loss and accuracy, train and test, with a ring at the epoch of the lowest test loss.
ReportCharts runCharts(const ReportedRun &run);

/// The numbers behind the curves: all epochs of a short run, about twenty of a long one, the best and the last among them.
ReportTable epochTable(const ReportedRun &run);

/// Where it began to overfit and by how much, as a sentence; that it didn't; or nothing, before the second epoch.
QString overfittingText(const ReportedRun &run);

} // namespace convscope
