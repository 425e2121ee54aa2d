// SPDX-License-Identifier: GPL-3.0-or-later
// How quickly the gallery of 10,000 test pictures is filtered, sorted and scrolled: bench_gallery TIMES prints one JSON object with the
// milliseconds from a choice to its pictures drawn, and from a scrolled page to its pictures drawn. The answers are made up. Needs a
// display and Fashion-MNIST.
#include "ui/models/inspection.h"
#include "ui/pages/predictionsgallery.h"
#include "ui/views/picturegrid.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QtTest>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace convscope;

namespace {

EpochAnswersPtr madeUp(const Dataset &data, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    TestProbabilities probabilities{data.test.count, data.classes, {}};
    for (int i = 0; i < data.test.count; ++i) {
        std::vector<double> shares;
        double sum = 0.0;
        for (int label = 0; label < data.classes; ++label) {
            shares.push_back(std::pow(share(random), 8.0) + (label == data.test.labels[std::size_t(i)] ? share(random) : 0.0));
            sum += shares.back();
        }
        for (const double one : shares) {
            probabilities.values.push_back(std::uint16_t(std::lround(65535.0 * one / sum)));
        }
    }
    auto answers = std::make_shared<EpochAnswers>();
    answers->epoch = int(seed);
    answers->predicted = predictedClasses(probabilities);
    answers->probabilities = std::make_shared<TestProbabilities>(std::move(probabilities));
    return answers;
}

PredictionsStatePtr stateOf(const DatasetPtr &data)
{
    auto state = std::make_shared<PredictionsState>();
    state->data = data;
    state->epoch = 2;
    state->shown = madeUp(*data, 2);
    state->other = madeUp(*data, 1);
    state->comparison.epoch = 1;
    state->epochs = {state->other, state->shown};
    state->answers = answersFrom(*state->shown->probabilities, data->test.labels);
    state->otherAnswers = answersFrom(*state->other->probabilities, data->test.labels);
    state->confusion = confusionOf(data->test.labels, state->shown->predicted, data->classes);
    state->otherConfusion = confusionOf(data->test.labels, state->other->predicted, data->classes);
    return state;
}

/// Each choice once, then again.
PredictionsFilter choice(int number)
{
    PredictionsFilter filter;
    filter.which = PredictionsFilter::Which(number % 6);
    filter.order = PredictionsFilter::Order(number / 6 % 5);
    filter.trueClass = number / 30 % 3 == 1 ? number % 10 : -1;
    filter.predicted = number / 30 % 3 == 2 ? number % 10 : -1;
    return filter;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("bench_gallery TIMES; see the head of its source.\n", stderr);
        return 2;
    }
    const QApplication application(argc, argv);
    const Result<DatasetPtr> data = loadDataset(systemFashionMnistFolder());
    if (!data) {
        std::fprintf(stderr, "%s\n", qPrintable(data.error()));
        return 1;
    }
    Inspection inspection;
    inspection.setData(data.value());
    PredictionsGallery gallery(inspection);
    gallery.resize(1280, 760);
    gallery.show();
    if (!QTest::qWaitForWindowExposed(&gallery)) {
        std::fputs("The gallery did not come to the screen.\n", stderr);
        return 1;
    }
    gallery.setState(stateOf(data.value()));
    inspection.setProbeIndex(0);
    QJsonArray filterTimes;
    QJsonArray scrollTimes;
    const int times = std::max(1, std::atoi(argv[1]));
    for (int i = 0; i < times; ++i) {
        QCoreApplication::processEvents();
        QElapsedTimer clock;
        clock.start();
        gallery.setFilter(choice(i));
        gallery.repaint();
        gallery.grid()->viewport()->repaint();
        filterTimes.append(double(clock.nsecsElapsed()) / 1e6);
    }
    gallery.setFilter({});
    QScrollBar *bar = gallery.grid()->verticalScrollBar();
    for (int i = 0; i < times; ++i) {
        QCoreApplication::processEvents();
        QElapsedTimer clock;
        clock.start();
        bar->setValue(bar->value() + bar->pageStep() < bar->maximum() ? bar->value() + bar->pageStep() : 0);
        gallery.grid()->viewport()->repaint();
        scrollTimes.append(double(clock.nsecsElapsed()) / 1e6);
    }
    const QJsonObject found{{QStringLiteral("filter_ms"), filterTimes}, {QStringLiteral("scroll_ms"), scrollTimes}};
    std::puts(QJsonDocument(found).toJson(QJsonDocument::Compact).constData());
    return 0;
}
