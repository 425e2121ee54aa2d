// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runwriter.h"

#include "core/runs/checkpointbytes.h"
#include "core/runs/reportbytes.h"
#include "core/runs/rows.h"
#include "core/runs/runrows.h"
#include "core/training/eventsuntil.h"

#include <algorithm>

namespace convscope {

namespace {

/// A row is rewritten until it is full: 48 KB at most.
constexpr qint64 pointsPerRow = 4096;
/// SQLite takes no values above 1 GB, and nobody wants to hold one in memory twice.
constexpr qsizetype partSize = 8 * 1024 * 1024;

RecordState stateOf(RunEnd::Kind kind)
{
    switch (kind) {
    case RunEnd::Kind::Finished:
        return RecordState::Finished;
    case RunEnd::Kind::Stopped:
        return RecordState::Stopped;
    case RunEnd::Kind::Diverged:
        return RecordState::Diverged;
    case RunEnd::Kind::Failed:
        break;
    }
    return RecordState::Failed;
}

EpochReport withoutProbabilities(EpochReport report)
{
    report.probabilities.reset();
    return report;
}

/// A run that goes on elsewhere was made by both, the first one first.
QString programsOf(const QString &before, const QString &now)
{
    const QString between = QStringLiteral("; ");
    const bool isKnown = before.split(between).contains(now);
    return before.isEmpty() ? now : isKnown ? before : before + between + now;
}

} // namespace

bool RunNews::isEmpty() const
{
    return !started && batches.empty() && epochs.empty() && events.empty() && snapshots.empty() && films.empty() && !latest && !best && !end;
}

RunWriter::RunWriter(SqlConnection &connection, const RecordingTarget &target)
    : m_connection(connection)
    , m_target(target)
{
}

bool RunWriter::write(const RunNews &news)
{
    SqlTransaction transaction(m_connection);
    std::optional<RunRecord> run = findRun(m_connection, m_target.id);
    if (run ? run->owner != m_target.owner : !news.started) {
        return false;
    }
    if (news.started) {
        run = begin(*news.started);
    }
    writeReports(*run, news);
    if (news.end) {
        writeEnd(*run, *news.end);
    }
    writeRun(m_connection, *run);
    transaction.commit();
    return true;
}

void RunWriter::add(SqlConnection &connection, RunRecord &run, const RunNews &news)
{
    RecordingTarget target;
    target.id = run.id;
    const RecordState state = run.state;
    RunWriter(connection, target).writeReports(run, news);
    run.state = state;
    writeRun(connection, run);
}

void RunWriter::writeReports(RunRecord &run, const RunNews &news)
{
    writeBatches(run, news.batches);
    writeEpochs(run, news.epochs);
    writeEvents(run, news.events);
    for (const WeightsPtr &weights : news.snapshots) {
        writeSnapshot(*weights);
    }
    for (const FilterFilm &film : news.films) {
        writeFilm(film);
    }
    if (news.best || news.latest) {
        if (news.best) {
            writeCheckpoint(*news.best);
        }
        if (news.latest && news.latest != news.best) {
            writeCheckpoint(*news.latest);
        }
        thinCheckpoints(run);
    }
}

RunRecord RunWriter::begin(const RunStarted &started)
{
    RunRecord run;
    run.start = started;
    const std::optional<RunRecord> before = findRun(m_connection, m_target.id);
    const bool isNew = !before;
    if (before) {
        run = *before;
        cutBack(run, started.steps);
        // Of the settings only the number of epochs can have changed; the number of threads may read as what "choose" became.
        Experiment experiment = before->start.experiment;
        experiment.training.epochs = started.experiment.training.epochs;
        run.start = started;
        run.start.experiment = experiment;
    } else {
        run.id = m_target.id;
        run.created = QDateTime::currentDateTimeUtc();
        run.note = m_target.note;
        run.preset = started.experiment.name;
        run.name = m_target.name.isEmpty() ? started.experiment.name : m_target.name;
    }
    if (m_target.sweep && !run.tags.contains(m_target.sweep->name)) {
        run.tags << m_target.sweep->name;
    }
    run.dataFolder = m_target.dataFolder;
    run.program = isNew ? m_target.program : programsOf(run.program, m_target.program);
    run.owner = m_target.owner;
    run.state = RecordState::Running;
    run.end.reset();
    writeRun(m_connection, run); // what follows refers to it
    return run;
}

/// What was recorded after the checkpoint from which the run goes on is about to happen again.
void RunWriter::cutBack(RunRecord &run, qint64 steps)
{
    cutBatches(steps);
    cutFilms(steps);
    for (const char *table : {"epochs", "probabilities"}) {
        // An epoch belongs to the past when its report came before that step, and it is complete: its number tells.
        m_connection.query(QStringLiteral("DELETE FROM %1 WHERE run = ? AND epoch > ?").arg(QLatin1String(table)),
                           {run.id, steps / std::max<qint64>(1, run.start.batchesPerEpoch)});
    }
    cutEvents(run, steps);
    for (const char *table : {"checkpoints", "snapshots"}) {
        m_connection.query(QStringLiteral("DELETE FROM %1 WHERE run = ? AND steps > ?").arg(QLatin1String(table)), {run.id, steps});
    }
    run.batches = std::min(run.batches, steps);
    run.epochs = 0;
    run.last.reset();
    run.best.reset();
    SealedRows rows(m_connection, epochsTable(), run.id, QStringLiteral("ORDER BY epoch"));
    while (rows.next()) {
        const std::optional<EpochReport> report = rows.isWhole() ? epochReportFrom(rows.columns()[2].toByteArray()) : std::nullopt;
        run.epochs = int(rows.columns()[1].toLongLong());
        if (report) {
            run.last = report;
            if (hasLowerTestLoss(*report, run.best ? &*run.best : nullptr)) {
                run.best = report;
            }
        }
    }
}

void RunWriter::cutEvents(RunRecord &run, qint64 steps)
{
    m_connection.query(QStringLiteral("DELETE FROM events WHERE run = ? AND steps > ?"), {run.id, steps});
    std::vector<RunEvent> events;
    bool isWhole = true;
    {
        SealedRows rows(m_connection, eventsTable(), run.id, QStringLiteral("ORDER BY number"));
        while (rows.next()) {
            const std::optional<RunEvent> event = rows.isWhole() ? runEventFrom(rows.columns()[3].toByteArray()) : std::nullopt;
            isWhole = isWhole && event;
            events.push_back(event.value_or(RunEvent()));
        }
    }
    if (isWhole && m_target.live) {
        m_connection.query(QStringLiteral("DELETE FROM events WHERE run = ?"), {run.id});
        run.events = 0;
        const RecordState state = run.state;
        writeEvents(run, eventsUntil(steps, *m_target.live, events));
        run.state = state;
    }
    run.events = m_connection.value(QStringLiteral("SELECT coalesce(max(number), 0) FROM events WHERE run = ?"), {run.id}).toLongLong();
}

void RunWriter::cutBatches(qint64 steps)
{
    std::optional<QVariantList> cut;
    {
        SealedRows rows(m_connection, batchesTable(), m_target.id, QStringLiteral("AND first < ? AND first + count > ?"), {steps, steps});
        if (rows.next() && rows.isWhole()) {
            cut = rows.columns();
        }
    }
    m_connection.query(QStringLiteral("DELETE FROM batches WHERE run = ? AND first >= ?"), {m_target.id, steps});
    if (!cut) {
        return;
    }
    std::optional<std::vector<BatchPoint>> points = batchPointsFrom((*cut)[3].toByteArray());
    const qint64 first = (*cut)[1].toLongLong();
    if (points && qint64(points->size()) > steps - first) {
        points->resize(std::size_t(steps - first));
        putRow(m_connection, batchesTable(), {m_target.id, first, qint64(points->size()), bytesOf(*points)});
    }
}

void RunWriter::cutFilms(qint64 steps)
{
    std::optional<FilterFilm> cut;
    {
        SealedRows rows(m_connection, filmsTable(), m_target.id, QStringLiteral("AND first <= ? AND first + (frames - 1) * stride > ?"), {steps, steps});
        if (rows.next() && rows.isWhole()) {
            const QVariantList &c = rows.columns();
            cut = filmFrom(c[6].toByteArray(), c[1].toLongLong(), c[2].toLongLong(), c[3].toLongLong(), c[4].toLongLong(), c[5].toLongLong());
        }
    }
    m_connection.query(QStringLiteral("DELETE FROM films WHERE run = ? AND first + (frames - 1) * stride > ?"), {m_target.id, steps});
    if (cut) {
        cut->values.resize(std::size_t(((steps - cut->firstStep) / cut->stride + 1) * cut->frameSize()));
        writeFilm(*cut);
    }
}

void RunWriter::writeBatches(RunRecord &run, const std::vector<BatchPoint> &points)
{
    if (points.empty()) {
        return;
    }
    std::vector<BatchPoint> row;
    qint64 first = run.batches;
    {
        SealedRows rows(m_connection, batchesTable(), run.id, QStringLiteral("ORDER BY first DESC LIMIT 1"));
        if (rows.next() && rows.isWhole() && rows.columns()[2].toLongLong() < pointsPerRow
            && rows.columns()[1].toLongLong() + rows.columns()[2].toLongLong() == run.batches) {
            row = batchPointsFrom(rows.columns()[3].toByteArray()).value_or(row);
            first = run.batches - qint64(row.size());
        }
    }
    for (const BatchPoint &point : points) {
        row.push_back(point);
        if (qint64(row.size()) == pointsPerRow) {
            putRow(m_connection, batchesTable(), {run.id, first, pointsPerRow, bytesOf(row)});
            first += pointsPerRow;
            row.clear();
        }
    }
    if (!row.empty()) {
        putRow(m_connection, batchesTable(), {run.id, first, qint64(row.size()), bytesOf(row)});
    }
    run.batches += qint64(points.size());
}

void RunWriter::writeEpochs(RunRecord &run, const std::vector<EpochReport> &reports)
{
    for (const EpochReport &report : reports) {
        putRow(m_connection, epochsTable(), {run.id, qint64(report.epoch), bytesOf(report)});
        if (report.probabilities) {
            const TestProbabilities &probabilities = *report.probabilities;
            putRow(m_connection, probabilitiesTable(),
                   {run.id, qint64(report.epoch), qint64(probabilities.images), qint64(probabilities.classes), bytesOf(probabilities)});
        }
        run.epochs = report.epoch;
        run.last = withoutProbabilities(report);
        if (hasLowerTestLoss(report, run.best ? &*run.best : nullptr)) {
            run.best = run.last;
        }
    }
}

void RunWriter::writeEvents(RunRecord &run, const std::vector<RunEvent> &events)
{
    for (const RunEvent &event : events) {
        putRow(m_connection, eventsTable(), {run.id, ++run.events, event.steps, bytesOf(event)});
        if (event.kind != RunEvent::Kind::SettingsChanged) {
            run.state = event.kind == RunEvent::Kind::Paused ? RecordState::Paused : RecordState::Running;
        }
    }
}

void RunWriter::writeSnapshot(const Weights &weights)
{
    const QByteArray bytes = bytesOf(weights.arrays);
    const qint64 parts = (bytes.size() + partSize - 1) / partSize;
    for (qint64 part = 0; part < parts; ++part) {
        putRow(m_connection, snapshotsTable(), {m_target.id, weights.steps, part, parts, bytes.mid(part * partSize, partSize)});
    }
}

void RunWriter::writeFilm(const FilterFilm &film)
{
    putRow(m_connection, filmsTable(),
           {m_target.id, film.firstStep, film.stride, film.frames(), qint64(film.filters), qint64(film.kernelSize), bytesOf(film)});
}

void RunWriter::writeCheckpoint(const Checkpoint &checkpoint)
{
    const QByteArray bytes = bytesOf(checkpoint);
    const qint64 parts = (bytes.size() + partSize - 1) / partSize;
    putRow(m_connection, checkpointsTable(),
           {m_target.id, checkpoint.steps, qint64(checkpoint.epoch), qint64(checkpoint.epochIsComplete), parts, qint64(bytes.size())});
    for (qint64 part = 0; part < parts; ++part) {
        putRow(m_connection, checkpointPartsTable(), {m_target.id, checkpoint.steps, part, bytes.mid(part * partSize, partSize)});
    }
}

/// The last two and the best; the end is one of the last two.
void RunWriter::thinCheckpoints(const RunRecord &run)
{
    m_connection.query(QStringLiteral("DELETE FROM checkpoints WHERE run = ? AND NOT (complete = 1 AND epoch = ?) AND steps NOT IN"
                                      " (SELECT steps FROM checkpoints WHERE run = ? ORDER BY steps DESC LIMIT 2)"),
                       {run.id, qint64(run.best ? run.best->epoch : 0), run.id});
}

void RunWriter::writeEnd(RunRecord &run, const RunEnd &end)
{
    run.end = end;
    run.state = stateOf(end.kind);
    run.owner.clear();
}

} // namespace convscope
