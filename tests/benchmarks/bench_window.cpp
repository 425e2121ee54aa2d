// SPDX-License-Identifier: GPL-3.0-or-later
// The real window: how soon it appears and can start, and how it behaves while cnn-1 trains with Curves open. Needs a display.
// bench_window SPAWNED IMAGES PAUSES: when the process was started (nanoseconds of the monotonic clock), how many pictures an
// epoch trains (0: no training), and how often it is paused in the third epoch. Prints one JSON object.
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "tests/benchmarks/gapmeter.h"
#include "tests/benchmarks/paintwatcher.h"
#include "ui/charts/plotview.h"
#include "ui/window/firstpaint.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace convscope;

namespace {

constexpr int kPatience = 300000; // milliseconds
constexpr int kThreads = 2;

/// Thrown with a sentence where the measurement can't go on.
struct Failure
{
    const char *sentence;
};

void wait(const std::function<bool()> &condition, const char *sentence)
{
    if (!QTest::qWaitFor(condition, kPatience)) {
        throw Failure{sentence};
    }
}

/// Turns the event loop until the signal has come. Unlike wait(), it doesn't sleep between two looks.
template <typename Object, typename Signal>
void waitForSignal(const Object *object, Signal signal, const char *sentence)
{
    QEventLoop loop;
    QObject::connect(object, signal, &loop, [&loop] { loop.exit(1); });
    QTimer::singleShot(kPatience, &loop, [&loop] { loop.exit(0); });
    if (!loop.exec()) {
        throw Failure{sentence};
    }
}

double millisecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// As the program starts it: the engine is loaded once the window is up.
QJsonObject measureStart(MainWindow &window, std::chrono::steady_clock::time_point spawned)
{
    PaintWatcher watcher(&window, [] { return true; });
    GapMeter meter;
    meter.start();
    window.show();
    FirstPaint::then(&window, [&window] { window.load(systemFashionMnistFolder()); });
    waitForSignal(&watcher, &PaintWatcher::painted, "The window was never painted.");
    QJsonObject result{{QStringLiteral("first_paint_ms"), millisecondsSince(spawned)}};
    const QAction *start = window.findChild<QAction *>(QStringLiteral("startAction"));
    if (!start->isEnabled()) {
        waitForSignal(start, &QAction::enabledChanged, "Start was never enabled.");
    }
    result.insert(QStringLiteral("start_enabled_ms"), millisecondsSince(spawned));
    result.insert(QStringLiteral("loading_gaps"), meter.stop());
    return result;
}

bool showsBatches(const PlotView &plot)
{
    const auto &series = plot.scene().series;
    return std::any_of(series.begin(), series.end(), [](const PlotSeries &one) { return one.curve && one.curve->size() > 0; });
}

/// Presses Start; milliseconds to the first point on the chart.
double pressStart(MainWindow &window)
{
    auto *plot = window.findChild<PlotView *>(QStringLiteral("lossPlot"));
    PaintWatcher watcher(plot, [plot] { return showsBatches(*plot); });
    const auto pressed = std::chrono::steady_clock::now();
    window.findChild<QAction *>(QStringLiteral("startAction"))->trigger();
    waitForSignal(&watcher, &PaintWatcher::painted, "No batch was drawn.");
    return millisecondsSince(pressed);
}

/// Milliseconds from pause() to the paused state, and the most batches that were still trained in between.
QJsonObject measurePauses(TrainingRun &run, int times)
{
    QJsonArray latencies;
    qint64 mostBatches = 0;
    for (int i = 0; i < times; ++i) {
        const std::size_t from = run.history()->batchCount();
        wait([&] { return run.history()->batchCount() >= from + 3; }, "Training did not go on.");
        const auto pressed = std::chrono::steady_clock::now();
        const std::size_t before = run.history()->batchCount();
        run.pause();
        while (run.state() != RunState::Paused) {
            waitForSignal(&run, &TrainingRun::stateChanged, "A pause did not act.");
        }
        latencies.append(millisecondsSince(pressed));
        mostBatches = std::max(mostBatches, qint64(run.history()->batchCount() - before));
        run.resume();
        wait([&] { return run.state() == RunState::Training; }, "Training did not go on.");
    }
    return {{QStringLiteral("pause_ms"), latencies}, {QStringLiteral("most_batches_after_pause"), mostBatches}};
}

QJsonObject measureTraining(MainWindow &window, int images, int pauses)
{
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    experiment.training.epochs = 100; // stopped long before
    experiment.training.trainImages = images;
    experiment.training.threads = kThreads;
    window.setExperiment(experiment);
    QJsonObject result{{QStringLiteral("start_to_first_point_ms"), pressStart(window)}};
    TrainingRun *run = window.session().activeRun();
    if (!run) {
        throw Failure{"Training has ended before its time."};
    }
    // Not at the same time: a timer of 1 ms wakes this thread so often that training would feel it.
    waitForSignal(run, &TrainingRun::epochFinished, "The epoch did not end.");
    result.insert(QStringLiteral("train_images_per_second"), run->history()->epochs().front().trainImagesPerSecond);
    GapMeter meter;
    meter.start();
    waitForSignal(run, &TrainingRun::epochFinished, "The second epoch did not end.");
    result.insert(QStringLiteral("gaps"), meter.stop());
    const QJsonObject paused = measurePauses(*run, pauses);
    for (auto entry = paused.begin(); entry != paused.end(); ++entry) {
        result.insert(entry.key(), entry.value());
    }
    window.session().stopAndWait();
    wait([run] { return isFinal(run->state()); }, "Training did not stop.");
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fputs("bench_window SPAWNED IMAGES PAUSES; see the head of its source.\n", stderr);
        return 2;
    }
    // steady_clock is the monotonic clock, whose zero all processes share.
    const std::chrono::steady_clock::time_point spawned{std::chrono::nanoseconds(std::atoll(argv[1]))};
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_window"));
    Language language;
    language.choose(QStringLiteral("en"));
    Appearance appearance(application);
    MainWindow window(language, appearance);
    try {
        QJsonObject result = measureStart(window, spawned);
        if (const int images = std::atoi(argv[2]); images > 0) {
            result.insert(QStringLiteral("training"), measureTraining(window, images, std::atoi(argv[3])));
        }
        std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    } catch (const Failure &failure) {
        window.session().stopAndWait();
        std::fprintf(stderr, "%s\n", failure.sentence);
        return 1;
    }
    return 0;
}
