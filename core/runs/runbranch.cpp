// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runbranch.h"

#include "core/runs/checkpointbytes.h"
#include "core/runs/reportbytes.h"
#include "core/runs/rows.h"
#include "core/runs/runlineage.h"
#include "core/runs/runreader.h"
#include "core/runs/runrows.h"
#include "core/runs/runwriter.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

/// Dropout aside, which may be another one from here on.
bool isSameNetwork(Architecture a, Architecture b)
{
    setDropout(a, 0.0);
    setDropout(b, 0.0);
    return a == b;
}

Experiment branched(const Experiment &parent, const Experiment &wanted)
{
    Experiment experiment = wanted;
    experiment.training.optimizer = parent.training.optimizer;
    experiment.training.batchSize = parent.training.batchSize;
    experiment.training.trainImages = parent.training.trainImages;
    experiment.training.labelNoise = parent.training.labelNoise;
    experiment.training.seed = parent.training.seed;
    experiment.training.engine = parent.training.engine;
    return experiment;
}

LoadedRun wholeRun(RunReader &reader)
{
    LoadedRun run = reader.load();
    if (!run.problems.isEmpty()) {
        throw StoreFailure{run.problems.first()};
    }
    return run;
}

/// What the parent reported up to the checkpoint, as the child's.
RunNews historyOf(const RunHistory &parent, const Checkpoint &checkpoint)
{
    RunNews news;
    parent.readBatches(0, news.batches);
    news.batches.resize(std::min(news.batches.size(), std::size_t(checkpoint.steps)));
    for (const EpochReport &report : parent.epochs()) {
        if (report.epoch <= (checkpoint.epochIsComplete ? checkpoint.epoch : checkpoint.epoch - 1)) {
            news.epochs.push_back(report);
        }
    }
    for (const RunEvent &event : parent.events()) {
        if (event.steps < checkpoint.steps) {
            news.events.push_back(event);
        }
    }
    return news;
}

/// As the loop has them between two batches of an epoch.
void sumUp(Checkpoint &checkpoint, const RunHistory &history, const RunStarted &start)
{
    std::vector<BatchPoint> points;
    history.readBatches(std::size_t(checkpoint.steps - checkpoint.batch), points);
    const qint64 size = start.experiment.training.batchSize;
    for (qint64 i = 0; i < checkpoint.batch && i < qint64(points.size()); ++i) {
        const qint64 images = std::min(size, start.trainImages - i * size); // the last one may be shorter
        const BatchPoint &point = points[std::size_t(i)];
        checkpoint.lossSum += double(point.loss) * double(images);
        checkpoint.correct += std::isfinite(point.accuracy) ? std::llround(double(point.accuracy) * double(images)) : 0;
        checkpoint.images += images;
    }
}

/// What early stopping compares the next epoch with.
void findBest(Checkpoint &checkpoint, const RunHistory &history, const EarlyStopping &stopping)
{
    for (const EpochReport &report : history.epochs()) {
        if (report.steps <= checkpoint.steps && (checkpoint.bestEpoch == 0 || report.testLoss < checkpoint.bestLoss - stopping.smallestChange)) {
            checkpoint.bestLoss = report.testLoss;
            checkpoint.bestEpoch = report.epoch;
        }
    }
}

/// Where no checkpoint is kept: the place follows from the number of steps.
Checkpoint checkpointAt(qint64 steps, const RunHistory &history, const RunStarted &start)
{
    Checkpoint checkpoint;
    checkpoint.steps = steps;
    const qint64 perEpoch = std::max<qint64>(start.batchesPerEpoch, 1);
    const bool isEnd = steps > 0 && steps % perEpoch == 0;
    checkpoint.epoch = int(steps / perEpoch) + (isEnd ? 0 : 1);
    checkpoint.batch = isEnd ? perEpoch : steps % perEpoch;
    checkpoint.epochIsComplete = isEnd && history.epochCount() >= std::size_t(checkpoint.epoch);
    sumUp(checkpoint, history, start);
    findBest(checkpoint, history, start.experiment.training.earlyStopping);
    return checkpoint;
}

bool hasShapesOf(const std::vector<NamedArray> &a, const std::vector<NamedArray> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const NamedArray &one, const NamedArray &other) {
        return one.name == other.name && one.shape == other.shape && one.values.size() == other.values.size();
    });
}

/// A momentum towards what was there before the operation would undo it.
void forgetMoments(Checkpoint &checkpoint, const NamedArray &before, const NamedArray &after)
{
    for (NamedArray &moments : checkpoint.optimizer) {
        if (moments.name != before.name + ".first_moment" && moments.name != before.name + ".second_moment") {
            continue;
        }
        for (std::size_t i = 0; i < std::min(moments.values.size(), before.values.size()); ++i) {
            if (before.values[i] != after.values[i]) {
                moments.values[i] = 0.0f;
            }
        }
    }
}

/// Shapes are the same in a whole run, so those of any moment will do.
void refuseOtherWeights(RunReader &reader, const Weights &operated)
{
    const std::vector<qint64> kept = reader.moments().weights;
    const bool isKept = std::find(kept.begin(), kept.end(), operated.steps) != kept.end();
    const bool areOthers = operated.steps > reader.record().batches
        || (!kept.empty() && !hasShapesOf(reader.weights(isKept ? operated.steps : kept.back())->arrays, operated.arrays));
    if (areOthers) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The weights that were operated on are not those of the run “%1”. Choose the moment again.")).arg(reader.record().name)};
    }
}

/// The checkpoint at that moment, with the operated weights.
Checkpoint operatedCheckpoint(RunReader &reader, const RunHistory &history, const Weights &operated)
{
    const RunRecord &before = reader.record();
    const std::vector<CheckpointInfo> kept = reader.checkpoints();
    const bool isKept = std::any_of(kept.begin(), kept.end(), [&](const CheckpointInfo &info) { return info.steps == operated.steps; });
    refuseOtherWeights(reader, operated);
    Checkpoint checkpoint = isKept ? *reader.checkpoint(operated.steps) : checkpointAt(operated.steps, history, before.start);
    for (std::size_t i = 0; i < std::min(checkpoint.weights.size(), operated.arrays.size()); ++i) {
        forgetMoments(checkpoint, checkpoint.weights[i], operated.arrays[i]);
    }
    checkpoint.weights = operated.arrays;
    return checkpoint;
}

RunRecord childOf(const RunRecord &parent, const Checkpoint &checkpoint, const Experiment &wanted)
{
    RunRecord child = parent;
    child.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    child.created = QDateTime::currentDateTimeUtc();
    child.note.clear();
    child.favourite = false;
    child.trashed = false;
    child.parent = parent.id;
    child.parentSteps = checkpoint.steps;
    child.start.experiment = branched(parent.start.experiment, wanted);
    child.state = RecordState::Stopped;
    child.owner.clear();
    child.end = RunEnd{RunEnd::Kind::Stopped, checkpoint.steps, checkpoint.epoch, checkpoint.batch, {}, 0.0, false, 0};
    child.batches = 0;
    child.epochs = 0;
    child.events = 0;
    child.last.reset();
    child.best.reset();
    return child;
}

void refuseAnotherNetwork(const RunRecord &parent, const Experiment &wanted)
{
    if (!isSameNetwork(parent.start.experiment.architecture, wanted.architecture)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The network in the form is another one than that of the run “%1”. Use the settings of that run, then change how it is trained.")).arg(parent.name)};
    }
}

void refuseTooFewEpochs(const RunRecord &parent, const Checkpoint &checkpoint, const Experiment &wanted)
{
    if (wanted.training.epochs < checkpoint.epoch + int(checkpoint.epochIsComplete)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” has trained %2 epochs there. Ask for more epochs in all.")).arg(parent.name).arg(checkpoint.epoch)};
    }
}

/// Of the best epoch up to there: the child may never do better. Nothing where it isn't kept.
CheckpointPtr bestBefore(RunReader &parent, const std::vector<EpochReport> &epochs, qint64 steps)
{
    const EpochReport *best = nullptr;
    for (const EpochReport &report : epochs) {
        if (hasLowerTestLoss(report, best)) {
            best = &report;
        }
    }
    for (const CheckpointInfo &info : best ? parent.checkpoints() : std::vector<CheckpointInfo>()) {
        if (info.epochIsComplete && info.epoch == best->epoch && info.steps < steps) {
            CheckpointPtr checkpoint;
            sentenceOf([&] { checkpoint = parent.checkpoint(info.steps); }); // a damaged one stays where it is
            return checkpoint;
        }
    }
    return nullptr;
}

/// Gives the child's id.
QString write(SqlConnection &laboratory, RunReader &reader, const RunHistory &parent, RunRecord child, Checkpoint checkpoint)
{
    checkpoint.live = liveSettingsOf(child.start.experiment);
    checkpoint.dropoutWasChanged = false;
    RunNews news = historyOf(parent, checkpoint);
    news.best = bestBefore(reader, news.epochs, checkpoint.steps);
    news.latest = std::make_shared<Checkpoint>(std::move(checkpoint));
    writeRun(laboratory, child);
    RunWriter::add(laboratory, child, news);
    return child.id;
}

} // namespace

QString branchRun(SqlConnection &laboratory, const QString &parent, qint64 steps, const Experiment &wanted)
{
    SqlTransaction transaction(laboratory);
    RunReader reader(laboratory, parent);
    refuseAnotherNetwork(reader.record(), wanted);
    const CheckpointPtr checkpoint = reader.checkpoint(steps);
    refuseTooFewEpochs(reader.record(), *checkpoint, wanted);
    RunRecord child = childOf(reader.record(), *checkpoint, wanted);
    child.name = text(QT_TRANSLATE_NOOP("convscope::RunStore", "%1, branch")).arg(reader.record().name);
    const QString id = write(laboratory, reader, *wholeRun(reader).history, child, *checkpoint);
    transaction.commit();
    return id;
}

QString branchRun(SqlConnection &laboratory, const QString &parent, const Weights &operated, const Experiment &wanted)
{
    SqlTransaction transaction(laboratory);
    RunLineage lineage(laboratory, parent);
    RunReader &reader = lineage.readerAt(operated.steps); // a moment from before its branch is its parent's
    refuseAnotherNetwork(reader.record(), wanted);
    const LoadedRun before = wholeRun(reader);
    const Checkpoint checkpoint = operatedCheckpoint(reader, *before.history, operated);
    refuseTooFewEpochs(reader.record(), checkpoint, wanted);
    RunRecord child = childOf(reader.record(), checkpoint, wanted);
    child.name = text(QT_TRANSLATE_NOOP("convscope::RunStore", "%1, operated")).arg(reader.record().name);
    const QString id = write(laboratory, reader, *before.history, child, checkpoint);
    transaction.commit();
    return id;
}

} // namespace convscope
