// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/otherruns.h"

#include "ui/models/whendone.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

constexpr std::size_t mostUnkept = 8;

/// In the background.
Result<WeightsPtr> newestOf(const QString &file, const OtherRun &run)
{
    using Failure = Result<WeightsPtr>;
    const Result<std::unique_ptr<RunStore>> store = RunStore::open(file);
    if (!store) {
        return Failure::failure(store.error());
    }
    const Result<RunMoments> moments = store.value()->moments(run.id);
    if (!moments) {
        return Failure::failure(moments.error());
    }
    if (moments.value().weights.empty()) {
        return Failure::failure(QCoreApplication::translate("convscope::OtherRuns", "No weights are kept of the run “%1”.").arg(run.name));
    }
    return store.value()->weights(run.id, moments.value().weights.back());
}

QString idOf(const TrainingRun &run)
{
    return run.id().isEmpty() ? QStringLiteral("#%1").arg(run.number()) : run.id();
}

} // namespace

OtherRuns::OtherRuns(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
    connect(&inspection, &Inspection::weightsChanged, this, &OtherRuns::remember);
}

/// A run that isn't kept can be asked as long as somebody holds its weights.
void OtherRuns::remember()
{
    const TrainingRun *run = m_inspection.run();
    const WeightsPtr weights = m_inspection.weights();
    if (!run || !weights || !run->id().isEmpty() || !m_inspection.isLive()) {
        return;
    }
    const QString id = idOf(*run);
    std::erase_if(m_unkept, [&id](const Unkept &one) { return one.id == id; });
    m_unkept.push_front({id, run->name(), weights});
    if (m_unkept.size() > mostUnkept) {
        m_unkept.pop_back();
    }
}

void OtherRuns::list()
{
    const int number = ++m_listing;
    if (!m_inspection.laboratory()) {
        take({});
        return;
    }
    whenDone(this, m_inspection.laboratory()->list(), [this, number](const Result<RunList> &list) {
        if (number == m_listing) {
            take(list ? list.value() : RunList()); // the list of runs says what is wrong
        }
    });
}

void OtherRuns::take(const RunList &list)
{
    const QString shown = m_inspection.run() ? idOf(*m_inspection.run()) : QString();
    const DatasetPtr data = m_inspection.data();
    std::vector<OtherRun> runs;
    for (const Unkept &one : m_unkept) {
        if (one.id != shown && data && one.weights->side == data->side && one.weights->classes == data->classes) {
            runs.push_back({one.id, one.name, false});
        }
    }
    std::vector<RunRecord> records = list.runs;
    std::stable_sort(records.begin(), records.end(), [](const RunRecord &a, const RunRecord &b) { return a.created > b.created; });
    for (const RunRecord &record : records) {
        if (record.id == shown || record.trashed || record.batches == 0 || !data || record.start.dataChecksum != data->checksum) {
            continue;
        }
        const auto isNamesake = [&record](const RunRecord &other) { return other.id != record.id && other.name == record.name; };
        const QString name = std::any_of(records.begin(), records.end(), isNamesake)
            ? QStringLiteral("%1 (%2)").arg(record.name, QLocale().toString(record.created.toLocalTime(), QLocale::ShortFormat))
            : record.name;
        runs.push_back({record.id, name, isActive(record)});
    }
    m_runs = std::move(runs);
    Q_EMIT listed();
}

QFuture<Result<WeightsPtr>> OtherRuns::newest(const OtherRun &run) const
{
    const auto unkept = std::find_if(m_unkept.begin(), m_unkept.end(), [&run](const Unkept &one) { return one.id == run.id; });
    const WeightsPtr held = unkept == m_unkept.end() ? nullptr : unkept->weights;
    const QString file = m_inspection.laboratory() ? m_inspection.laboratory()->file() : QString();
    return QtConcurrent::run([held, file, run]() -> Result<WeightsPtr> { return held ? Result<WeightsPtr>(held) : newestOf(file, run); });
}

} // namespace convscope
