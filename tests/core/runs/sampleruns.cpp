// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/runs/sampleruns.h"

#include "core/runs/checkpointbytes.h"
#include "core/runs/laboratoryfile.h"
#include "core/runs/reportbytes.h"
#include "core/runs/runstore.h"

#include <QFile>

#include <limits>

namespace convscope::test {

namespace {

constexpr qint64 batchesPerEpoch = 5;

} // namespace

RunStarted sampleStart()
{
    RunStarted start;
    start.experiment.name = QStringLiteral("muestra ñ");
    start.experiment.architecture.hiddenLayers = {HiddenLayer{2, Activation::Relu, 0.0}};
    start.experiment.training.epochs = 3;
    start.experiment.training.learningRate = 0.1;
    start.dataName = QStringLiteral("Fashion-MNIST");
    start.dataChecksum = QStringLiteral("abc123");
    start.trainImages = 320;
    start.testImages = 20;
    start.batchesPerEpoch = batchesPerEpoch;
    start.parameters = 1234;
    start.threads = 2;
    start.engine = QStringLiteral("LibTorch 0");
    return start;
}

BatchPoint samplePoint(qint64 step)
{
    return {step % 7 == 3 ? std::numeric_limits<float>::quiet_NaN() : 1.0f / float(step + 1), float(step % 11) / 11.0f, 0.1f};
}

EpochReport sampleEpoch(int epoch)
{
    EpochReport report;
    report.epoch = epoch;
    report.steps = epoch * batchesPerEpoch;
    report.trainLoss = epoch == 3 ? std::numeric_limits<double>::quiet_NaN() : 1.0 / epoch;
    report.trainAccuracy = 0.5 + 0.1 * epoch;
    report.testLoss = epoch == 3 ? std::numeric_limits<double>::infinity() : 0.7 / epoch;
    report.testAccuracy = 0.4 + 0.1 * epoch;
    report.trainSeconds = 0.25;
    report.testSeconds = 0.125;
    report.trainImagesPerSecond = 1280.0;
    if (epoch != 3) {
        TestProbabilities probabilities{20, 10, std::vector<std::uint16_t>(200)};
        for (std::size_t i = 0; i < probabilities.values.size(); ++i) {
            probabilities.values[i] = std::uint16_t(i * 257 + std::size_t(epoch));
        }
        report.probabilities = std::make_shared<TestProbabilities>(probabilities);
    }
    return report;
}

CheckpointPtr sampleCheckpoint(qint64 steps, qint64 values)
{
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->steps = steps;
    checkpoint->epoch = int((steps + batchesPerEpoch - 1) / batchesPerEpoch);
    checkpoint->batch = (steps - 1) % batchesPerEpoch + 1;
    checkpoint->epochIsComplete = steps % batchesPerEpoch == 0;
    checkpoint->lossSum = 0.1 * double(steps);
    checkpoint->correct = 3 * steps;
    checkpoint->images = 64 * steps;
    checkpoint->seconds = 0.5;
    checkpoint->live = {0.01, 0.001, 0.25};
    checkpoint->dropoutWasChanged = true;
    checkpoint->optimizerSteps = steps;
    NamedArray weight{"linear1.weight", {values / 10, 10}, {}};
    for (qint64 i = 0; i < values / 10 * 10; ++i) {
        weight.values.push_back(float(steps) + float(i) / 64.0f);
    }
    NamedArray moment = weight;
    moment.name = "linear1.weight.first_moment";
    checkpoint->weights = {weight, NamedArray{"linear1.bias", {2}, {0.5f, std::numeric_limits<float>::infinity()}}};
    checkpoint->optimizer = {moment};
    return checkpoint;
}

WeightsPtr sampleWeights(qint64 steps)
{
    auto weights = std::make_shared<Weights>(Weights{sampleStart().experiment.architecture, 3, 2, steps, {}});
    weights->arrays = {{"hidden1.weight", {2, 9}, {}}, {"hidden1.bias", {2}, {1, 2}}, {"output.weight", {2, 2}, {3, 4, 5, 6}}, {"output.bias", {2}, {7, 8}}};
    for (int i = 0; i < 18; ++i) {
        weights->arrays[0].values.push_back(float(steps) + float(i) / 32.0f);
    }
    return weights;
}

FilterFilm sampleFilm(qint64 firstStep)
{
    FilterFilm film{2, 1, firstStep, 1, {}};
    for (qint64 i = 0; i < 2 * batchesPerEpoch; ++i) {
        film.values.push_back(float(firstStep) + float(i) / 8.0f);
    }
    return film;
}

RunNews sampleNews(int epochs)
{
    RunNews news;
    news.started = sampleStart();
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        for (qint64 batch = 0; batch < batchesPerEpoch; ++batch) {
            news.batches.push_back(samplePoint((epoch - 1) * batchesPerEpoch + batch));
        }
        news.epochs.push_back(sampleEpoch(epoch));
        news.snapshots.push_back(sampleWeights(epoch * batchesPerEpoch));
        news.films.push_back(sampleFilm((epoch - 1) * batchesPerEpoch + 1));
        news.latest = sampleCheckpoint(epoch * batchesPerEpoch);
        if (epoch <= 2) {
            news.best = news.latest;
        }
    }
    RunEvent event;
    event.kind = RunEvent::Kind::SettingsChanged;
    event.steps = 3;
    event.before = {0.1, 0.0, 0.0};
    event.after = {0.05, 0.001, 0.25};
    news.events = {event};
    return news;
}

QString recordSample(const QString &file, int epochs, bool ended)
{
    const auto connection = openLaboratory(file);
    const RecordingTarget target = RunStore::newTarget(QStringLiteral("/data"));
    RunWriter writer(*connection, target);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        RunNews news = sampleNews(epoch);
        if (epoch > 1) { // only what is new
            news.started.reset();
            news.events.clear();
            news.batches.erase(news.batches.begin(), news.batches.end() - batchesPerEpoch);
            news.epochs.erase(news.epochs.begin(), news.epochs.end() - 1);
            news.snapshots.erase(news.snapshots.begin(), news.snapshots.end() - 1);
            news.films.erase(news.films.begin(), news.films.end() - 1);
        }
        writer.write(news);
    }
    if (ended) {
        RunNews last;
        last.end = RunEnd{RunEnd::Kind::Finished, epochs * batchesPerEpoch, epochs, batchesPerEpoch, {}, 0.0, false};
        writer.write(last);
    }
    return target.id;
}

void flipBit(const QString &path, qint64 byte, int bit)
{
    QFile file(path);
    char value = 0;
    if (!file.open(QIODevice::ReadWrite) || !file.seek(byte) || !file.getChar(&value) || !file.seek(byte)
        || !file.putChar(char(value ^ (1 << bit)))) {
        qFatal("no bit to flip in %s", qPrintable(path));
    }
}

bool operator==(const BatchPoint &a, const BatchPoint &b)
{
    return bytesOf(std::vector<BatchPoint>{a}) == bytesOf(std::vector<BatchPoint>{b});
}

bool sameBits(const EpochReport &a, const EpochReport &b)
{
    return bytesOf(a) == bytesOf(b);
}

bool sameBits(const Checkpoint &a, const Checkpoint &b)
{
    return bytesOf(a) == bytesOf(b);
}

} // namespace convscope::test
