// SPDX-License-Identifier: GPL-3.0-or-later
// How long a large laboratory takes to be listed and a long run to be opened, and what 100 epochs of cnn-1 take of the disk: bench_laboratory.
// Makes 2,000 runs and one of 1,000,000 batches, and records what cnn-1 would report, in a folder of its own; prints one JSON object.
#include "core/inspection/snapshotplan.h"
#include "core/model/parametershapes.h"
#include "core/runs/laboratoryfile.h"
#include "core/runs/runstore.h"
#include "core/training/presets.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUuid>

#include <cmath>
#include <cstdio>

using namespace convscope;

namespace {

constexpr int runCount = 2000;
constexpr int epochCount = 100;
constexpr qint64 batchCount = 1000 * 1000;

RunStarted start()
{
    RunStarted started;
    started.experiment.name = QStringLiteral("long");
    started.experiment.architecture.hiddenLayers = {HiddenLayer()};
    started.experiment.training.epochs = epochCount;
    started.dataName = QStringLiteral("Fashion-MNIST");
    started.dataChecksum = QString(64, QLatin1Char('a'));
    started.trainImages = 60000;
    started.testImages = 10000;
    started.batchesPerEpoch = batchCount / epochCount;
    started.threads = 2;
    return started;
}

RunNews news()
{
    RunNews all;
    all.started = start();
    for (qint64 i = 0; i < batchCount; ++i) {
        all.batches.push_back({float(2.3 * std::exp(-double(i) * 1e-5)), 0.9f, 0.1f});
    }
    for (int epoch = 1; epoch <= epochCount; ++epoch) {
        EpochReport report;
        report.epoch = epoch;
        report.steps = epoch * (batchCount / epochCount);
        report.trainLoss = 1.0 / epoch;
        report.testLoss = 1.1 / epoch;
        report.trainAccuracy = report.testAccuracy = 0.9;
        all.epochs.push_back(report);
    }
    all.end = RunEnd();
    return all;
}

void fill(const QString &file)
{
    const auto connection = openLaboratory(file);
    const RecordingTarget target = RunStore::newTarget({});
    RunWriter(*connection, target).write(news());
    RunRecord run = readRun(*connection, target.id);
    SqlTransaction transaction(*connection);
    for (int i = 1; i < runCount; ++i) {
        run.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        run.name = QString::number(i);
        writeRun(*connection, run);
    }
    transaction.commit();
}

/// Writes what cnn-1 reports in 100 epochs, with zeros for numbers: they are not compressed.
class Cnn1
{
public:
    explicit Cnn1(const QString &file)
        : m_connection(openLaboratory(file))
        , m_target(RunStore::newTarget({}))
        , m_experiment(findPreset(QStringLiteral("cnn-1"), {}).value().experiment)
        , m_batches((60000 + m_experiment.training.batchSize - 1) / m_experiment.training.batchSize)
    {
        for (const auto &[name, shape] : parameterShapes(m_experiment.architecture, 28, 10)) {
            qint64 numbers = 1;
            for (const qint64 size : shape) {
                numbers *= size;
            }
            m_arrays.push_back({name, shape, std::vector<float>(std::size_t(numbers))});
            m_parameters += numbers;
        }
    }

    qint64 bytes()
    {
        const ConvBlock &first = m_experiment.architecture.convBlocks.front();
        const qint64 kernels = qint64(first.filters) * first.kernelSize * first.kernelSize;
        const SnapshotPlan plan(epochCount, m_batches, m_parameters, kernels);
        RunNews all;
        all.started = start();
        all.started->batchesPerEpoch = m_batches;
        addSnapshot(plan, 0, all);
        for (int epoch = 1; epoch <= epochCount; ++epoch) {
            FilterFilm film{first.filters, first.kernelSize, 0, plan.filterStride(), {}};
            for (qint64 steps = (epoch - 1) * m_batches + 1; steps <= epoch * m_batches; ++steps) {
                all.batches.push_back({0.5f, 0.9f, 0.1f});
                addSnapshot(plan, steps, all);
                if (plan.keepsFilters(steps)) {
                    film.firstStep = film.values.empty() ? steps : film.firstStep;
                    film.values.resize(film.values.size() + std::size_t(kernels));
                }
            }
            all.films.push_back(film);
            addEpoch(epoch, all);
            RunWriter(*m_connection, m_target).write(all);
            all = {};
        }
        return RunStore::open(m_connection->file()).value()->diskUse(m_target.id).value();
    }

private:
    void addSnapshot(const SnapshotPlan &plan, qint64 steps, RunNews &all) const
    {
        if (plan.keepsWeights(steps)) {
            all.snapshots.push_back(std::make_shared<Weights>(Weights{m_experiment.architecture, 28, 10, steps, m_arrays}));
        }
    }

    void addEpoch(int epoch, RunNews &all) const
    {
        EpochReport report;
        report.epoch = epoch;
        report.steps = epoch * m_batches;
        report.testLoss = std::abs(50 - epoch); // the best is neither the first nor one of the last two
        report.probabilities = std::make_shared<TestProbabilities>(TestProbabilities{10000, 10, std::vector<std::uint16_t>(100000)});
        all.epochs.push_back(report);
        auto checkpoint = std::make_shared<Checkpoint>();
        checkpoint->steps = report.steps;
        checkpoint->epoch = epoch;
        checkpoint->batch = m_batches;
        checkpoint->epochIsComplete = true;
        checkpoint->weights = m_arrays;
        for (const char *moment : {".first_moment", ".second_moment"}) {
            for (NamedArray array : m_arrays) {
                array.name += moment;
                checkpoint->optimizer.push_back(std::move(array));
            }
        }
        all.latest = checkpoint;
        all.best = epoch <= 50 ? checkpoint : nullptr;
    }

    const std::unique_ptr<SqlConnection> m_connection;
    const RecordingTarget m_target;
    const Experiment m_experiment;
    const qint64 m_batches;
    std::vector<NamedArray> m_arrays;
    qint64 m_parameters = 0;
};

/// Of three times, as the program asks: the file is opened anew for each question.
template<typename Question>
double shortest(const QString &file, Question question)
{
    double milliseconds = 0.0;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto store = RunStore::open(file);
        if (!store || !question(*store.value())) {
            std::fprintf(stderr, "The laboratory can't be read.\n");
            std::exit(1);
        }
        const double taken = double(clock.nsecsElapsed()) * 1e-6;
        milliseconds = i == 0 ? taken : std::min(milliseconds, taken);
    }
    return milliseconds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("laboratory.sqlite"));
    fill(file);
    QString longRun;
    const double list = shortest(file, [&longRun](RunStore &store) {
        const Result<RunList> runs = store.runs();
        longRun = runs && runs.value().runs.size() == std::size_t(runCount) ? runs.value().runs.back().id : QString();
        return !longRun.isEmpty();
    });
    const auto laboratory = RunStore::open(file);
    const RunList all = laboratory.value()->runs().value();
    for (const RunRecord &run : all.runs) {
        longRun = run.name == QLatin1String("long") ? run.id : longRun;
    }
    const double opened = shortest(file, [&longRun](RunStore &store) {
        const Result<LoadedRun> run = store.load(longRun);
        return run && run.value().history->batchCount() == std::size_t(batchCount);
    });
    const double megabytes = double(Cnn1(folder.filePath(QStringLiteral("cnn-1.sqlite"))).bytes()) * 1e-6;
    const QJsonObject result{{QStringLiteral("list_milliseconds"), list}, {QStringLiteral("open_milliseconds"), opened}, {QStringLiteral("cnn1_megabytes"), megabytes}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
