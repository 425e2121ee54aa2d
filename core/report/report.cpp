// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/common/atomicfile.h"
#include "core/report/comparisonreport.h"
#include "core/report/reporthtml.h"
#include "core/report/reportpages.h"
#include "core/report/runreport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

bool hasSuffix(const QString &path, const QStringList &suffixes)
{
    return suffixes.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

bool isPdf(const QString &path)
{
    return hasSuffix(path, {QStringLiteral("pdf")});
}

} // namespace

Result<ReportDocument> makeReport(RunStore &store, const QStringList &ids, ReportData &data)
{
    std::vector<ReportedRun> runs;
    for (const QString &id : ids) {
        Result<ReportedRun> run = readReportedRun(store, id, data, ids.size() <= mostRunsInFull);
        if (!run) {
            return Result<ReportDocument>::failure(run.error());
        }
        runs.push_back(std::move(run).value());
    }
    if (runs.empty()) {
        return Result<ReportDocument>::failure(Words::tr("There is no run to report on. Choose one first."));
    }
    return runs.size() == 1 ? runReport(runs.front()) : comparisonReport(runs);
}

QString reportNameProblem(const QString &path)
{
    return isPdf(path) || hasSuffix(path, {QStringLiteral("html"), QStringLiteral("htm")})
        ? QString()
        : Words::tr("What kind of report %1 shall be can't be told: let its name end in .html or .pdf.").arg(QDir::toNativeSeparators(path));
}

QString writeReport(const ReportDocument &report, const QString &path)
{
    if (const QString problem = reportNameProblem(path); !problem.isEmpty()) {
        return problem;
    }
    const QByteArray bytes = isPdf(path) ? reportPdf(report) : reportHtml(report);
    return bytes.isEmpty() ? Words::tr("The report can't be drawn as PDF. Write it as .html instead.") : writeFileAtomically(path, bytes);
}

} // namespace convscope
