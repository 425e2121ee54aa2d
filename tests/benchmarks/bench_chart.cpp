// SPDX-License-Identifier: GPL-3.0-or-later
// The Curves page with a run of very many batches: how long repainting both of its charts takes, and zooming. Needs a display.
// bench_chart [BATCHES]. Prints one JSON object.
#include "ui/charts/plotview.h"
#include "ui/pages/curvescharts.h"
#include "ui/pages/curvespage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QtTest>

#include <cmath>
#include <cstdio>

using namespace convscope;

namespace {

constexpr int kBatchesPerEpoch = 938; // 60,000 pictures in batches of 64
constexpr int kTimes = 60;

std::shared_ptr<RunHistory> longRun(int batches)
{
    auto history = std::make_shared<RunHistory>();
    RunStarted start;
    start.batchesPerEpoch = kBatchesPerEpoch;
    start.experiment.training.epochs = batches / kBatchesPerEpoch + 1;
    history->setStarted(start);
    for (int i = 1; i <= batches; ++i) {
        const float noise = float((i * 7919) % 1000) / 1000.0f;
        const float loss = 2.3f / (1.0f + float(i) / 20000.0f) * (0.6f + 0.8f * noise);
        history->append(BatchPoint{loss, 1.0f - loss / 3.0f, 0.001f});
        if (i % kBatchesPerEpoch == 0) {
            EpochReport report;
            report.epoch = i / kBatchesPerEpoch;
            report.steps = i;
            report.trainLoss = 2.3 / (1.0 + i / 20000.0);
            report.testLoss = report.trainLoss + 0.02;
            report.trainAccuracy = 1.0 - report.trainLoss / 3.0;
            report.testAccuracy = report.trainAccuracy - 0.01;
            history->append(report);
        }
    }
    return history;
}

/// Counts the paint events of the charts: a repaint that paints nothing must not pass as a fast one.
class PaintCounter : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// Both charts, with their lines made anew, as after a batch or a turn of the wheel.
void repaint(const CurvesCharts &charts)
{
    for (PlotView *plot : charts.plots()) {
        plot->refresh();
        plot->repaint();
    }
}

template <typename Action>
QJsonArray milliseconds(Action action)
{
    QJsonArray times;
    for (int i = 0; i < kTimes; ++i) {
        QElapsedTimer clock;
        clock.start();
        action(i);
        times.append(double(clock.nsecsElapsed()) * 1e-6);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    const int batches = argc > 1 ? QCoreApplication::arguments().at(1).toInt() : 1000000;
    CurvesPage page;
    page.resize(1280, 760);
    page.setHistory(longRun(batches));
    page.show();
    if (!QTest::qWaitForWindowExposed(&page)) {
        std::fputs("The window of the chart did not appear.\n", stderr);
        return 1;
    }
    const CurvesCharts &charts = *page.charts();
    PaintCounter counter;
    for (PlotView *plot : charts.plots()) {
        plot->installEventFilter(&counter);
    }
    repaint(charts); // fonts and the like
    counter.count = 0;
    QJsonObject result{{QStringLiteral("batches"), batches}};
    result.insert(QStringLiteral("repaint_ms"), milliseconds([&charts](int) { repaint(charts); }));
    PlotView *loss = charts.plot(Quantity::Loss);
    // In to a thousandth of the run, and out again; the other chart follows.
    result.insert(QStringLiteral("zoom_ms"), milliseconds([&charts, loss](int i) {
        const double factor = i < kTimes / 2 ? 0.8 : 1.25;
        loss->zoomAt(loss->scene().plot.center(), factor, 1.0);
        repaint(charts);
    }));
    if (counter.count < 4 * kTimes) {
        std::fputs("The charts were not painted: is the window covered?\n", stderr);
        return 1;
    }
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
