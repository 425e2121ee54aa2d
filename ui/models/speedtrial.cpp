// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/speedtrial.h"

#include "core/common/machine.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int trainPictures = 1024;
constexpr int testPictures = 256;

class LastEpoch : public TrainingSink
{
public:
    void started(const RunStarted &) override {}
    void batchTrained(const BatchPoint &) override {}
    void eventHappened(const RunEvent &) override {}
    void epochFinished(const EpochReport &report) override { last = report; }

    EpochReport last;
};

LabelledPictures firstOf(const LabelledPictures &half, int count, int side)
{
    LabelledPictures part;
    part.count = std::min(count, half.count);
    part.pixels.assign(half.pixels.begin(), half.pixels.begin() + std::ptrdiff_t(part.count) * side * side);
    part.labels.assign(half.labels.begin(), half.labels.begin() + part.count);
    return part;
}

} // namespace

std::optional<RunRecord> speedTrial(Engine &engine, const Dataset &data, const Experiment &experiment)
{
    Dataset part;
    part.name = data.name;
    part.side = data.side;
    part.classes = data.classes;
    part.train = firstOf(data.train, trainPictures, data.side);
    part.test = firstOf(data.test, testPictures, data.side);
    RunRecord record;
    record.start.experiment = experiment;
    TrainingSettings &settings = record.start.experiment.training;
    settings.epochs = 2;
    settings.trainImages = 0;
    settings.earlyStopping = EarlyStopping();
    settings.learningRate = std::min(settings.learningRate, 0.001); // it shall not diverge
    LastEpoch sink;
    RunControl control;
    if (engine.train(record.start.experiment, part, sink, control).kind != RunEnd::Kind::Finished) {
        return std::nullopt;
    }
    sink.last.testSeconds *= double(data.test.count) / std::max(1, part.test.count);
    // Told as if all had been trained and tested.
    sink.last.trainSeconds *= double(data.train.count) / std::max(1, part.train.count);
    record.last = sink.last;
    record.program = processorName();
    return record;
}

} // namespace convscope
