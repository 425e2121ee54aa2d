// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from a stroke on the pad to the bars while cnn-1 trains, and what drawing takes from the training: stretches with
// and without drawing by turns. Not a test: it prints. Needs Fashion-MNIST.
#include "core/training/engineloader.h"
#include "core/training/presets.h"
#include "ui/models/inspection.h"
#include "ui/pages/trypage.h"
#include "ui/views/drawingpad.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <cstdio>

using namespace convscope;

int main(int argc, char **argv)
{
    chooseOpenMpDefaults();
    const QApplication application(argc, argv);
    const Result<DatasetPtr> data = loadDataset(systemFashionMnistFolder());
    const Result<Engine *> engine = loadEngine();
    if (!data || !engine) {
        std::fprintf(stderr, "%s\n", qPrintable(data.error() + engine.error()));
        return 1;
    }
    Inspection inspection;
    TryPage page(inspection);
    page.resize(760, 640);
    page.show();
    inspection.setData(data.value());
    inspection.setInspector(&engine.value()->inspector());
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    TrainingRun run(1, experiment, data.value(), engine.value());
    inspection.setRun(&run);
    run.start();
    auto *pad = page.findChild<DrawingPad *>(QStringLiteral("drawingPad"));
    const bool started = QTest::qWaitFor([&] { return run.history()->batchCount() > 50; }, 60000);
    std::vector<double> milliseconds;
    double speeds[2] = {0.0, 0.0};
    for (int stretch = 0; started && stretch < 8; ++stretch) {
        const bool draws = stretch % 2 == 1;
        const auto before = run.history()->batchCount();
        QElapsedTimer clock;
        clock.start();
        for (int stroke = 0; clock.elapsed() < 3000; ++stroke) {
            QElapsedTimer one;
            one.start();
            if (draws) {
                const QPointF at(100 + stroke * 7 % 200, 100 + stroke * 11 % 220);
                pad->drawing()->line(at, at + QPointF(12, 9), 40, 255);
                const int asked = page.judge()->judgement().pictureNumber;
                Q_EMIT pad->drawn();
                while (page.judge()->judgement().pictureNumber == asked) {
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
                }
                milliseconds.push_back(double(one.nsecsElapsed()) / 1e6);
            }
            QTest::qWait(16); // a mouse reports some sixty times a second
        }
        speeds[draws ? 1 : 0] += double(run.history()->batchCount() - before) / double(clock.elapsed());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    if (!milliseconds.empty()) {
        std::printf("%zu strokes: median %.1f ms, p99 %.1f ms, largest %.1f ms; training at %.2f of its speed while drawing\n", milliseconds.size(),
                    milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100], milliseconds.back(), speeds[1] / speeds[0]);
    }
    std::fflush(stdout);
    run.stop();
    run.wait();
    return 0;
}
