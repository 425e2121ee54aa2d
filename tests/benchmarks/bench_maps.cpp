// SPDX-License-Identifier: GPL-3.0-or-later
// What the Feature maps page costs a training: cnn-1 on real Fashion-MNIST in the real window, the page shown and hidden by turns, so that
// whatever else the machine does meets both alike. bench_maps TURNS prints one JSON object: batches a second of each turn, the ratio of the
// medians, how often the page drew, and what one drawing takes. Needs a display.
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "ui/pages/featuremapspage.h"
#include "ui/pages/mapscanvas.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace convscope;

namespace {

constexpr int patience = 300000; // milliseconds
constexpr int turnLength = 3000;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double batchesPerSecond(const TrainingRun &run)
{
    QElapsedTimer timer;
    timer.start();
    const std::size_t before = run.history()->batchCount();
    QTest::qWait(turnLength);
    return double(run.history()->batchCount() - before) * 1e9 / double(timer.nsecsElapsed());
}

double millisecondsOfDrawing(MapsCanvas &canvas)
{
    std::vector<double> all;
    for (int i = 0; i < 15; ++i) {
        const FlowPtr flow = canvas.flow(0);
        canvas.setFlow(0, flow, canvas.title(0)); // colours everything anew
        QElapsedTimer timer;
        timer.start();
        canvas.viewport()->repaint();
        all.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(all);
}

/// Of one picture through weights that were never seen before.
double millisecondsOfPassing(const Inspector &inspector, const Flow &flow)
{
    std::vector<double> all;
    for (int i = 0; i < 15; ++i) {
        const WeightsPtr weights = std::make_shared<Weights>(*flow.weights);
        QElapsedTimer timer;
        timer.start();
        inspector.forward(weights, flow.probe.picture);
        all.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(all);
}

QJsonArray arrayOf(const std::vector<double> &values)
{
    QJsonArray array;
    for (double value : values) {
        array.append(value);
    }
    return array;
}

int measure(MainWindow &window, int turns)
{
    window.show();
    window.load(systemFashionMnistFolder());
    if (!QTest::qWaitFor([&] { return window.session().startProblem().isEmpty(); }, patience)) {
        return 1;
    }
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    experiment.training.epochs = 100; // stopped long before
    window.setExperiment(experiment);
    window.start();
    TrainingRun *run = window.session().activeRun();
    auto *pages = window.findChild<PageTabs *>();
    auto *page = window.findChild<FeatureMapsPage *>();
    if (!run || !QTest::qWaitFor([&] { return run->history()->batchCount() > 20; }, patience)) {
        return 1;
    }
    std::vector<double> hidden, shown;
    qint64 flows = 0;
    FlowPtr last;
    for (int i = 0; i < turns; ++i) {
        pages->setCurrentWidget(pages->count() > 0 ? pages->widget(pages->count() - 1) : nullptr); // Data: nothing moves there
        QTest::qWait(300);
        hidden.push_back(batchesPerSecond(*run));
        pages->setCurrentWidget(page);
        QTest::qWait(300);
        const auto counter = QObject::connect(page->canvas(), &MapsCanvas::focusChanged, [&] {
            flows += page->canvas()->flow(0) != last ? 1 : 0;
            last = page->canvas()->flow(0);
        });
        shown.push_back(batchesPerSecond(*run));
        QObject::disconnect(counter);
    }
    std::vector<double> ratios;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        ratios.push_back(shown[i] / hidden[i]);
    }
    const double drawing = millisecondsOfDrawing(*page->canvas());
    const FlowPtr flow = page->canvas()->flow(0);
    window.session().stopAndWait();
    const double passing = millisecondsOfPassing(window.session().engine()->inspector(), *flow);
    const QJsonObject result{{QStringLiteral("hidden_batches_per_second"), arrayOf(hidden)}, {QStringLiteral("shown_batches_per_second"), arrayOf(shown)},
                             {QStringLiteral("ratio_of_medians"), median(shown) / median(hidden)}, {QStringLiteral("median_of_ratios"), median(ratios)},
                             {QStringLiteral("flows_per_second"), double(flows) * 1000.0 / double(turns) / turnLength},
                             {QStringLiteral("drawing_ms"), drawing}, {QStringLiteral("passing_ms"), passing}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("bench_maps TURNS; see the head of its source.\n", stderr);
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_maps"));
    Language language;
    language.choose(QStringLiteral("en"));
    Appearance appearance(application);
    MainWindow window(language, appearance);
    return measure(window, std::max(1, std::atoi(argv[1])));
}
