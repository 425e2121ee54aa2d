// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"
#include "core/report/reportedrun.h"

namespace convscope {

/// The report of one run, or the comparison of several, in the language of the program. A failure names the run that can't be read. Any
/// thread; blocks.
Result<ReportDocument> makeReport(RunStore &store, const QStringList &ids, ReportData &data);

/// Empty where the name ends in .html, .htm or .pdf, else a sentence.
QString reportNameProblem(const QString &path);

/// Writes it as what its name says. Empty, or a sentence. A PDF needs a QGuiApplication.
QString writeReport(const ReportDocument &report, const QString &path);

} // namespace convscope
