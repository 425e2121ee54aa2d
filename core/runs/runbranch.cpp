// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runbranch.h"

#include "core/runs/checkpointbytes.h"
#include "core/runs/reportbytes.h"
#include "core/runs/rows.h"
#include "core/runs/runreader.h"
#include "core/runs/runrows.h"
#include "core/runs/runwriter.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

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

/// What the parent reported up to the checkpoint, as the child's.
RunNews historyOf(RunReader &reader, const Checkpoint &checkpoint)
{
    const LoadedRun parent = reader.load();
    if (!parent.problems.isEmpty()) {
        throw StoreFailure{parent.problems.first()};
    }
    RunNews news;
    parent.history->readBatches(0, news.batches);
    news.batches.resize(std::min(news.batches.size(), std::size_t(checkpoint.steps)));
    for (const EpochReport &report : parent.history->epochs()) {
        if (report.epoch <= (checkpoint.epochIsComplete ? checkpoint.epoch : checkpoint.epoch - 1)) {
            news.epochs.push_back(report);
        }
    }
    for (const RunEvent &event : parent.history->events()) {
        if (event.steps < checkpoint.steps) {
            news.events.push_back(event);
        }
    }
    return news;
}

} // namespace

QString branchRun(SqlConnection &laboratory, const QString &parent, qint64 steps, const Experiment &wanted)
{
    SqlTransaction transaction(laboratory);
    RunReader reader(laboratory, parent);
    const RunRecord &before = reader.record();
    if (!isSameNetwork(before.start.experiment.architecture, wanted.architecture)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The network in the form is another one than that of the run “%1”. Use the settings of that run, then change how it is trained.")).arg(before.name)};
    }
    Checkpoint checkpoint = *reader.checkpoint(steps);
    if (wanted.training.epochs < checkpoint.epoch + int(checkpoint.epochIsComplete)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” has trained %2 epochs there. Ask for more epochs in all.")).arg(before.name).arg(checkpoint.epoch)};
    }
    RunRecord child = before;
    child.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    child.created = QDateTime::currentDateTimeUtc();
    child.name = text(QT_TRANSLATE_NOOP("convscope::RunStore", "%1, branch")).arg(before.name);
    child.note.clear();
    child.favourite = false;
    child.trashed = false;
    child.parent = before.id;
    child.parentSteps = steps;
    child.start.experiment = branched(before.start.experiment, wanted);
    child.state = RecordState::Stopped;
    child.owner.clear();
    child.end = RunEnd{RunEnd::Kind::Stopped, checkpoint.steps, checkpoint.epoch, checkpoint.batch, {}, 0.0, false, 0};
    child.batches = 0;
    child.epochs = 0;
    child.events = 0;
    child.last.reset();
    child.best.reset();
    checkpoint.live = liveSettingsOf(child.start.experiment);
    checkpoint.dropoutWasChanged = false;
    RunNews news = historyOf(reader, checkpoint);
    news.latest = std::make_shared<Checkpoint>(std::move(checkpoint));
    writeRun(laboratory, child);
    RunWriter::add(laboratory, child, news);
    transaction.commit();
    return child.id;
}

} // namespace convscope
