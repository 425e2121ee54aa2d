// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runreader.h"

#include "core/common/counttext.h"
#include "core/runs/checkpointbytes.h"
#include "core/runs/reportbytes.h"
#include "core/runs/rows.h"
#include "core/runs/runrows.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// More than that in a row is no damage that could be bridged, and a number that lies shall take no memory.
constexpr qint64 widestGap = 65536;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

} // namespace

RunReader::RunReader(SqlConnection &connection, const QString &id)
    : m_connection(connection)
    , m_record(readRun(connection, id))
{
}

LoadedRun RunReader::load()
{
    LoadedRun run{m_record, std::make_shared<RunHistory>(), {}};
    run.history->setStarted(m_record.start);
    readBatches(run);
    readEpochs(run);
    readEvents(run);
    if (m_record.end) {
        run.history->setEnded(*m_record.end);
    }
    return run;
}

void RunReader::readBatches(LoadedRun &run)
{
    qint64 next = 0;
    SealedRows rows(m_connection, batchesTable(), m_record.id, QStringLiteral("ORDER BY first"));
    while (rows.next()) {
        const std::optional<std::vector<BatchPoint>> points = rows.isWhole() ? batchPointsFrom(rows.columns()[3].toByteArray()) : std::nullopt;
        const qint64 first = rows.columns()[1].toLongLong();
        if (!points || first < next) {
            continue; // it shows as a gap
        }
        fillGap(first, next, run);
        if (next != first) {
            return;
        }
        for (const BatchPoint &point : *points) {
            run.history->append(point);
        }
        next += qint64(points->size());
    }
    fillGap(m_record.batches, next, run);
}

void RunReader::fillGap(qint64 until, qint64 &next, LoadedRun &run)
{
    if (until <= next) {
        return;
    }
    run.problems << damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the curves from batch %1 to batch %2")).arg(countText(next + 1), countText(until)));
    if (until - next > widestGap) {
        return;
    }
    constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
    for (; next < until; ++next) {
        run.history->append(BatchPoint{nothing, nothing, nothing});
    }
}

std::vector<EpochReport> RunReader::epochs()
{
    std::vector<EpochReport> epochs;
    SealedRows rows(m_connection, epochsTable(), m_record.id, QStringLiteral("ORDER BY epoch"));
    while (rows.next()) {
        const std::optional<EpochReport> report = rows.isWhole() ? epochReportFrom(rows.columns()[2].toByteArray()) : std::nullopt;
        if (report) {
            epochs.push_back(*report);
        }
    }
    return epochs;
}

void RunReader::readEpochs(LoadedRun &run)
{
    int count = 0;
    for (const EpochReport &report : epochs()) {
        run.history->append(report);
        ++count;
    }
    if (count != m_record.epochs) {
        run.problems << damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the figures of %1 of its %2 epochs")).arg(m_record.epochs - count).arg(m_record.epochs));
    }
}

void RunReader::readEvents(LoadedRun &run)
{
    qint64 count = 0;
    SealedRows rows(m_connection, eventsTable(), m_record.id, QStringLiteral("ORDER BY number"));
    while (rows.next()) {
        const std::optional<RunEvent> event = rows.isWhole() ? runEventFrom(rows.columns()[3].toByteArray()) : std::nullopt;
        if (event) {
            run.history->append(*event);
            ++count;
        }
    }
    if (count != m_record.events) {
        run.problems << damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the marks of pauses and changed settings")));
    }
}

std::vector<CheckpointInfo> RunReader::checkpoints()
{
    std::vector<CheckpointInfo> list;
    SealedRows rows(m_connection, checkpointsTable(), m_record.id, QStringLiteral("ORDER BY steps DESC"));
    while (rows.next()) {
        if (rows.isWhole()) {
            const QVariantList &columns = rows.columns();
            list.push_back({columns[1].toLongLong(), int(columns[2].toLongLong()), columns[3].toLongLong() != 0, columns[5].toLongLong()});
        }
    }
    return list;
}

CheckpointPtr RunReader::checkpoint(qint64 steps)
{
    const QByteArray bytes = checkpointBytes(steps);
    const CheckpointPtr checkpoint = bytes.isEmpty() ? nullptr : checkpointFrom(bytes);
    if (!checkpoint || checkpoint->steps != steps) {
        throw StoreFailure{damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the checkpoint after %1 batches")).arg(countText(steps))), 0, true};
    }
    return checkpoint;
}

/// Empty where it isn't what its entry says. A file of somebody else's can't take more memory than that.
QByteArray RunReader::checkpointBytes(qint64 steps)
{
    SealedRows entry(m_connection, checkpointsTable(), m_record.id, QStringLiteral("AND steps = ?"), {steps});
    if (!entry.next() || !entry.isWhole()) {
        return {};
    }
    const qint64 parts = entry.columns()[4].toLongLong();
    const qint64 size = entry.columns()[5].toLongLong();
    QByteArray bytes;
    qint64 part = 0;
    SealedRows rows(m_connection, checkpointPartsTable(), m_record.id, QStringLiteral("AND steps = ? ORDER BY part"), {steps});
    while (rows.next()) {
        const bool isNext = rows.isWhole() && rows.columns()[2].toLongLong() == part++;
        const QByteArray data = isNext ? rows.columns()[3].toByteArray() : QByteArray();
        if (!isNext || bytes.size() + data.size() > size) {
            return {};
        }
        bytes += data;
    }
    return part == parts && bytes.size() == size ? bytes : QByteArray();
}

TestProbabilities RunReader::probabilities(int epoch)
{
    SealedRows rows(m_connection, probabilitiesTable(), m_record.id, QStringLiteral("AND epoch = ?"), {qint64(epoch)});
    if (!rows.next()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” has no probabilities of epoch %2.")).arg(m_record.name).arg(epoch)};
    }
    const QVariantList &columns = rows.columns();
    const auto probabilities = rows.isWhole()
        ? probabilitiesFrom(columns[4].toByteArray(), columns[2].toLongLong(), columns[3].toLongLong())
        : std::nullopt;
    if (!probabilities) {
        throw StoreFailure{damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the probabilities of epoch %1")).arg(epoch))};
    }
    return *probabilities;
}

RunMoments RunReader::moments()
{
    RunMoments moments;
    QSqlQuery rows = m_connection.query(QStringLiteral("SELECT steps FROM snapshots WHERE run = ? UNION SELECT steps FROM checkpoints WHERE run = ? ORDER BY 1"),
                                        {m_record.id, m_record.id});
    while (m_connection.next(rows)) {
        moments.weights.push_back(rows.value(0).toLongLong());
    }
    QSqlQuery films = m_connection.query(QStringLiteral("SELECT min(first), max(first + (frames - 1) * stride), max(stride) FROM films WHERE run = ?"), {m_record.id});
    if (m_connection.next(films) && !films.value(0).isNull()) {
        moments.firstFilters = films.value(0).toLongLong();
        moments.lastFilters = films.value(1).toLongLong();
        moments.filterStride = films.value(2).toLongLong();
    }
    QSqlQuery epochs = m_connection.query(QStringLiteral("SELECT epoch FROM probabilities WHERE run = ? ORDER BY epoch"), {m_record.id});
    while (m_connection.next(epochs)) {
        moments.probabilities.push_back(epochs.value(0).toInt());
    }
    const std::optional<CheckpointInfo> best = bestCheckpoint();
    moments.finalStep = best ? best->steps : -1;
    // Not its end: that of before is there while a run goes on.
    moments.isEnded = m_record.state != RecordState::Running && m_record.state != RecordState::Paused;
    return moments;
}

std::optional<CheckpointInfo> RunReader::bestCheckpoint()
{
    if (m_record.start.experiment.training.finalWeights == FinalWeights::Best && m_record.best) {
        for (const CheckpointInfo &info : checkpoints()) {
            if (info.epochIsComplete && info.epoch == m_record.best->epoch) {
                return info;
            }
        }
    }
    return std::nullopt;
}

WeightsPtr RunReader::weights(qint64 steps)
{
    std::optional<std::vector<NamedArray>> arrays = snapshot(steps);
    if (!arrays) {
        arrays = checkpoint(steps)->weights;
    }
    const WeightsPtr weights = weightsFrom(m_record.start.experiment.architecture, steps, std::move(*arrays));
    if (!weights) {
        throw StoreFailure{damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the weights after %1 batches")).arg(countText(steps)))};
    }
    return weights;
}

std::optional<std::vector<NamedArray>> RunReader::snapshot(qint64 steps)
{
    QByteArray bytes;
    qint64 parts = 0;
    SealedRows rows(m_connection, snapshotsTable(), m_record.id, QStringLiteral("AND steps = ? ORDER BY part"), {steps});
    bool isWhole = true;
    qint64 expected = 0;
    while (isWhole && rows.next()) {
        expected = rows.columns()[3].toLongLong();
        isWhole = rows.isWhole() && rows.columns()[2].toLongLong() == parts++;
        bytes += rows.columns()[4].toByteArray();
    }
    if (isWhole && parts == 0) {
        return std::nullopt;
    }
    std::optional<std::vector<NamedArray>> arrays = isWhole && parts == expected ? arraysFrom(bytes) : std::nullopt;
    if (!arrays) {
        throw StoreFailure{damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the weights after %1 batches")).arg(countText(steps)))};
    }
    return arrays;
}

FilterFilm RunReader::film(qint64 steps)
{
    SealedRows rows(m_connection, filmsTable(), m_record.id, QStringLiteral("AND first <= ? ORDER BY first DESC LIMIT 1"), {steps});
    if (!rows.next()) {
        return {};
    }
    const QVariantList &c = rows.columns();
    const auto film = rows.isWhole() ? filmFrom(c[6].toByteArray(), c[1].toLongLong(), c[2].toLongLong(), c[3].toLongLong(), c[4].toLongLong(), c[5].toLongLong())
                                     : std::nullopt;
    if (!film) {
        throw StoreFailure{damaged(text(QT_TRANSLATE_NOOP("convscope::RunStore", "the filters around batch %1")).arg(countText(steps)))};
    }
    return *film;
}

ResumePoint RunReader::resumePoint()
{
    ResumePoint point{m_record, nullptr, {}, {}, {}};
    for (const CheckpointInfo &info : checkpoints()) {
        if (readCheckpoint(info.steps, point)) {
            readReportsBefore(point);
            return point;
        }
    }
    throw StoreFailure{text(point.problems.isEmpty()
                                ? QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” can't go on, because it ended before its first checkpoint. Start it again with its settings.")
                                : QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” can't go on, because none of its checkpoints is undamaged. Start it again with its settings."))
                           .arg(m_record.name)};
}

/// False, with a sentence in the point, where it is damaged. A disk that can't be read or too little memory say nothing about it: going on
/// from an older one would cut it off.
bool RunReader::readCheckpoint(qint64 steps, ResumePoint &point)
{
    try {
        point.checkpoint = checkpoint(steps);
        return true;
    } catch (const StoreFailure &failure) {
        if (!failure.isDamage) {
            throw;
        }
        point.problems << failure.sentence;
        return false;
    }
}

ResumePoint RunReader::finalPoint()
{
    if (m_record.start.experiment.training.finalWeights != FinalWeights::Best || !m_record.best) {
        return resumePoint();
    }
    ResumePoint best{m_record, nullptr, m_record.best, m_record.best, {}};
    for (const CheckpointInfo &info : checkpoints()) {
        if (info.epochIsComplete && info.epoch == m_record.best->epoch && readCheckpoint(info.steps, best)) {
            return best;
        }
    }
    ResumePoint newest = resumePoint();
    newest.problems = best.problems + newest.problems;
    newest.problems << text(QT_TRANSLATE_NOOP("convscope::RunStore", "The weights of the best epoch of the run “%1” (%2) can't be had; those after %3 batches stand for them."))
                           .arg(m_record.name, countText(m_record.best->epoch), countText(newest.checkpoint->steps));
    newest.problems.removeDuplicates();
    return newest;
}

void RunReader::readReportsBefore(ResumePoint &point)
{
    const qint64 complete = point.checkpoint->epochIsComplete ? point.checkpoint->epoch : point.checkpoint->epoch - 1;
    SealedRows rows(m_connection, epochsTable(), m_record.id, QStringLiteral("AND epoch <= ? ORDER BY epoch"), {complete});
    while (rows.next()) {
        const std::optional<EpochReport> report = rows.isWhole() ? epochReportFrom(rows.columns()[2].toByteArray()) : std::nullopt;
        if (!report) {
            continue;
        }
        point.last = report;
        if (hasLowerTestLoss(*report, point.best ? &*point.best : nullptr)) {
            point.best = report;
        }
    }
}

QString RunReader::damaged(const QString &part) const
{
    return text(QT_TRANSLATE_NOOP("convscope::RunStore", "In the run “%1” (%2) something is damaged and not used: %3.")).arg(m_record.name, m_record.id, part);
}

} // namespace convscope
