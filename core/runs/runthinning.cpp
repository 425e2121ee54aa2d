// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runthinning.h"

#include "core/runs/runrows.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

struct Moment
{
    qint64 steps = 0;
    qint64 bytes = 0;
};

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

/// length() does not read the value.
std::vector<Moment> momentsOf(SqlConnection &laboratory, const QString &id)
{
    std::vector<Moment> moments;
    QSqlQuery rows = laboratory.query(QStringLiteral("SELECT steps, sum(length(data)) FROM snapshots WHERE run = ? GROUP BY steps ORDER BY steps"), {id});
    while (laboratory.next(rows)) {
        moments.push_back({rows.value(0).toLongLong(), rows.value(1).toLongLong()});
    }
    return moments;
}

std::vector<Moment> superfluous(const std::vector<Moment> &moments, const RunRecord &run)
{
    const qint64 best = run.best ? run.best->epoch * run.start.batchesPerEpoch : -1;
    std::vector<Moment> removed;
    for (std::size_t i = 1; i + 1 < moments.size(); i += 2) {
        if (moments[i].steps != best) {
            removed.push_back(moments[i]);
        }
    }
    return removed;
}

Thinning sumOf(const std::vector<Moment> &moments, const std::vector<Moment> &removed)
{
    Thinning thinning{int(moments.size()), int(removed.size()), 0};
    for (const Moment &moment : removed) {
        thinning.bytes += moment.bytes;
    }
    return thinning;
}

} // namespace

Thinning planThinning(SqlConnection &laboratory, const QString &id)
{
    const SqlTransaction reading(laboratory, SqlTransaction::Kind::Reading);
    const std::vector<Moment> moments = momentsOf(laboratory, id);
    return sumOf(moments, superfluous(moments, readRun(laboratory, id)));
}

Thinning thinRun(SqlConnection &laboratory, const QString &id)
{
    SqlTransaction transaction(laboratory);
    const RunRecord run = readRun(laboratory, id);
    if (isActive(run)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” is training. Stop it first.")).arg(run.name)};
    }
    const std::vector<Moment> moments = momentsOf(laboratory, id);
    const std::vector<Moment> removed = superfluous(moments, run);
    for (const Moment &moment : removed) {
        laboratory.query(QStringLiteral("DELETE FROM snapshots WHERE run = ? AND steps = ?"), {id, moment.steps});
    }
    transaction.commit();
    return sumOf(moments, removed);
}

} // namespace convscope
