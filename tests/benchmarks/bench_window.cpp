// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with cnn-1 training on all of Fashion-MNIST, Curves open: gaps in the event loop over an epoch, how long
// a pause takes to act, and how long Start takes to the first batch. Prints one JSON object.
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace convscope;

namespace {

constexpr int patience = 600000; // milliseconds

/// A timer that wants to fire every millisecond and notes how late it is.
class GapMeter : public QObject
{
public:
    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_gaps.push_back(double(m_clock.nsecsElapsed()) * 1e-6);
            m_clock.start();
        });
    }

    void start()
    {
        m_gaps.clear();
        m_clock.start();
        m_timer.start();
    }

    QJsonObject result()
    {
        m_timer.stop();
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto at = [this](double share) { return m_gaps.empty() ? 0.0 : m_gaps[std::size_t(share * double(m_gaps.size() - 1))]; };
        return {{QStringLiteral("samples"), qint64(m_gaps.size())},
                {QStringLiteral("median_ms"), at(0.5)},
                {QStringLiteral("p99_ms"), at(0.99)},
                {QStringLiteral("longest_ms"), at(1.0)}};
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

bool wait(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patience);
}

/// Milliseconds from pause() to the paused state, and the batches that were still trained in between.
QJsonObject measurePauses(TrainingRun &run)
{
    std::vector<double> latencies;
    qint64 mostBatches = 0;
    for (int i = 0; i < 20; ++i) {
        const std::size_t from = run.history()->batchCount();
        wait([&] { return run.history()->batchCount() >= from + 5; });
        QElapsedTimer clock;
        clock.start();
        const std::size_t before = run.history()->batchCount();
        run.pause();
        QEventLoop loop;
        QObject::connect(&run, &TrainingRun::stateChanged, &loop, &QEventLoop::quit);
        if (run.state() != RunState::Paused) {
            loop.exec();
        }
        latencies.push_back(double(clock.nsecsElapsed()) * 1e-6);
        mostBatches = std::max(mostBatches, qint64(run.history()->batchCount() - before));
        run.resume();
        wait([&] { return run.state() == RunState::Training; });
    }
    std::sort(latencies.begin(), latencies.end());
    return {{QStringLiteral("median_ms"), latencies[latencies.size() / 2]},
            {QStringLiteral("longest_ms"), latencies.back()},
            {QStringLiteral("most_batches_after"), mostBatches}};
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_window"));
    Language language;
    language.choose(QStringLiteral("en"));
    Appearance appearance(application);
    MainWindow window(language, appearance);
    window.resize(1280, 800);
    window.show();
    window.load(systemFashionMnistFolder());
    if (!wait([&] { return window.session().data() && window.session().engine(); })) {
        return 1;
    }
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    experiment.training.epochs = 2;
    window.setExperiment(experiment);
    QElapsedTimer startClock;
    startClock.start();
    window.start();
    TrainingRun *run = window.session().activeRun();
    if (!run || !wait([run] { return run->history()->batchCount() > 0; })) {
        return 1;
    }
    QJsonObject result{{QStringLiteral("start_to_first_batch_ms"), startClock.elapsed()}};
    GapMeter meter;
    meter.start();
    QEventLoop loop;
    QObject::connect(run, &TrainingRun::epochFinished, &loop, &QEventLoop::quit);
    loop.exec();
    result.insert(QStringLiteral("event_loop_gaps"), meter.result());
    result.insert(QStringLiteral("train_images_per_second"), run->history()->epochs().front().trainImagesPerSecond);
    result.insert(QStringLiteral("pause"), measurePauses(*run));
    run->stop();
    wait([run] { return isFinal(run->state()); });
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    return 0;
}
