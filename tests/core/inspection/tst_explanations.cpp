// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/disturbancetest.h"
#include "core/inspection/robustness.h"
#include "core/inspection/mirrorcheck.h"
#include "core/inspection/nearestpictures.h"
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace convscope;

namespace {

constexpr int side = 4;

Picture ramp()
{
    Picture picture{side, std::vector<float>(16)};
    for (std::size_t i = 0; i < 16; ++i) {
        picture.values[i] = float(i) / 20.0f;
    }
    return picture;
}

/// One convolution of 1 x 1 with weight 2 (no bias), ReLU, then two outputs: the second is the sum of the left half, the first 0.
WeightsPtr sumOfTheLeft()
{
    auto weights = std::make_shared<Weights>();
    weights->architecture.convBlocks = {{1, 1, 0, false, Activation::Relu, false}};
    weights->side = side;
    weights->classes = 2;
    std::vector<float> output(32, 0.0f);
    for (std::size_t y = 0; y < 4; ++y) {
        output[16 + 4 * y] = output[16 + 4 * y + 1] = 1.0f;
    }
    weights->arrays = {{"conv1.weight", {1, 1, 1, 1}, {2.0f}}, {"conv1.bias", {1}, {0.0f}}, {"output.weight", {2, 16}, output}, {"output.bias", {2}, {0.0f, 0.0f}}};
    return weights;
}

float softmaxOfSecond(float logit)
{
    return std::exp(logit) / (1.0f + std::exp(logit));
}

} // namespace

class TestExplanations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void gradientByHand();
    void gradCamByHand();
    void occlusionByHand();
    void gradientIsTheSlope();
    void multilayerPerceptronsHaveNoGradCam();
    void badQuestions();
    void shufflingKeepsTheNumbers();
    void shufflingChangesEveryMap();
    void rankCorrelationByHand();
    void mirrorRule();
    void nearestIsThePictureItself();
    void disturbances();
    void curves();

private:
    Result<Explanation> explain(const ExplanationQuestion &question) { return m_engine->inspector().explain(sumOfTheLeft(), ramp(), question); }

    Engine *m_engine = nullptr;
};

void TestExplanations::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
}

void TestExplanations::gradientByHand()
{
    const Result<Explanation> explanation = explain({1, -1, 1, 1});
    QVERIFY2(explanation, qPrintable(explanation.error()));
    for (std::size_t i = 0; i < 16; ++i) {
        // ReLU's slope at 0 counts as 0: pixel 0 is black.
        QCOMPARE(explanation.value().gradient[i], i % 4 < 2 && i > 0 ? 2.0f : 0.0f);
    }
}

void TestExplanations::gradCamByHand()
{
    // The mean slope is 8/16, the activations twice the picture.
    const Result<Explanation> explanation = explain({1, -1, 1, 1});
    for (std::size_t i = 0; i < 16; ++i) {
        QVERIFY(std::abs(explanation.value().gradCam[i] - ramp().values[i]) < 1e-6f);
    }
    QCOMPARE(explanation.value().question.convolution, 0);
}

void TestExplanations::occlusionByHand()
{
    const Result<Explanation> explanation = explain({1, -1, 1, 1});
    const Picture picture = ramp();
    float logit = 0.0f;
    for (std::size_t i = 0; i < 16; ++i) {
        logit += i % 4 < 2 ? 2.0f * picture.values[i] : 0.0f;
    }
    for (std::size_t i = 0; i < 16; ++i) {
        const float without = i % 4 < 2 ? logit - 2.0f * picture.values[i] : logit;
        QVERIFY(std::abs(explanation.value().occlusion[i] - (softmaxOfSecond(logit) - softmaxOfSecond(without))) < 1e-6f);
    }
    // Squares of two by two pixels, of three in side.
    const Result<Explanation> coarse = explain({1, -1, 3, 2});
    QCOMPARE(coarse.value().occlusion[0], coarse.value().occlusion[5]);
}

void TestExplanations::gradientIsTheSlope()
{
    // Against differences, on a network that was trained.
    Experiment experiment;
    experiment.architecture = {{{4, 3, 1, true, Activation::Tanh, true}, {4, 3, 1, false, Activation::Sigmoid, true}}, {{12, Activation::Tanh, 0.2}}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 1;
    experiment.training.threads = 1;
    const DatasetPtr data = test::barsDataset(256, 50);
    struct Sink : TrainingSink
    {
        void started(const RunStarted &) override {}
        void batchTrained(const BatchPoint &) override {}
        void eventHappened(const RunEvent &) override {}
        void epochFinished(const EpochReport &) override {}
        void weightsKept(const WeightsPtr &weights) override { last = weights; }
        WeightsPtr last;
    } sink;
    RunControl control;
    m_engine->train(experiment, *data, sink, control);
    const Picture picture = testPicture(*data, 3);
    const Inspector &inspector = m_engine->inspector();
    const Result<Explanation> explanation = inspector.explain(sink.last, picture, {2, 0, 5, 2});
    QVERIFY2(explanation, qPrintable(explanation.error()));
    for (const int i : {100, 300, 405, 500}) {
        constexpr float step = 0.01f;
        Picture more = picture, less = picture;
        more.values[std::size_t(i)] += step;
        less.values[std::size_t(i)] -= step;
        const auto logit = [&](const Picture &of) { return inspector.forward(sink.last, of).value().layers.back().values[2]; };
        QVERIFY(std::abs((logit(more) - logit(less)) / (2 * step) - explanation.value().gradient[std::size_t(i)]) < 2e-3f);
    }
    QCOMPARE(explanation.value().gradCam.size(), std::size_t(784));
    QVERIFY(*std::min_element(explanation.value().gradCam.begin(), explanation.value().gradCam.end()) >= 0.0f);
}

void TestExplanations::multilayerPerceptronsHaveNoGradCam()
{
    auto weights = std::make_shared<Weights>(*sumOfTheLeft());
    weights->architecture.convBlocks.clear();
    weights->arrays.erase(weights->arrays.begin(), weights->arrays.begin() + 2);
    const Result<Explanation> explanation = m_engine->inspector().explain(weights, ramp(), {1, -1, 1, 1});
    QVERIFY2(explanation, qPrintable(explanation.error()));
    QVERIFY(explanation.value().gradCam.empty());
    QCOMPARE(explanation.value().gradient[1], 1.0f);
}

void TestExplanations::badQuestions()
{
    const Inspector &inspector = m_engine->inspector();
    QVERIFY(!inspector.explain(nullptr, ramp(), {}).ok());
    QVERIFY(!inspector.explain(sumOfTheLeft(), ramp(), {7, -1, 1, 1}).ok());
    QVERIFY(!inspector.explain(sumOfTheLeft(), Picture{3, std::vector<float>(9)}, {}).ok());
    QVERIFY(!inspector.explain(sumOfTheLeft(), ramp(), {}, [] { return true; }).ok());
}

void TestExplanations::shufflingKeepsTheNumbers()
{
    const WeightsPtr weights = sumOfTheLeft();
    const WeightsPtr shuffled = shuffledWeights(*weights, 1);
    QCOMPARE(shuffledWeights(*weights, 1)->find("output.weight")->values, shuffled->find("output.weight")->values);
    std::vector<float> before = weights->find("output.weight")->values;
    std::vector<float> after = shuffled->find("output.weight")->values;
    QVERIFY(before != after);
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    QCOMPARE(before, after);
    QCOMPARE(shuffled->find("output.bias")->values, weights->find("output.bias")->values);
    QVERIFY(m_engine->inspector().explain(shuffled, ramp(), {1, -1, 1, 1}).value().gradient != explain({1, -1, 1, 1}).value().gradient);
}

/// What the check on the page rests on: none of the three shows the picture alone.
void TestExplanations::shufflingChangesEveryMap()
{
    auto weights = std::make_shared<Weights>();
    weights->architecture.convBlocks = {{3, 3, 1, false, Activation::Relu, false}};
    weights->side = side;
    weights->classes = 2;
    std::vector<float> kernels(27), output(2 * 48);
    for (std::size_t i = 0; i < kernels.size(); ++i) {
        kernels[i] = float((i * 7) % 11) / 10.0f - 0.4f;
    }
    for (std::size_t i = 0; i < output.size(); ++i) {
        output[i] = float((i * 13) % 17) / 16.0f - 0.5f;
    }
    weights->arrays = {{"conv1.weight", {3, 1, 3, 3}, kernels}, {"conv1.bias", {3}, {0.1f, 0.2f, 0.3f}}, {"output.weight", {2, 48}, output}, {"output.bias", {2}, {0.0f, 0.0f}}};
    const ExplanationQuestion question{1, -1, 1, 1};
    const Result<Explanation> own = m_engine->inspector().explain(weights, ramp(), question);
    const Result<Explanation> shuffled = m_engine->inspector().explain(shuffledWeights(*weights, 1), ramp(), question);
    QVERIFY2(own && shuffled, qPrintable(own.error() + shuffled.error()));
    QVERIFY(own.value().gradient != shuffled.value().gradient);
    QCOMPARE(own.value().gradCam.size(), shuffled.value().gradCam.size());
    QVERIFY(own.value().gradCam != shuffled.value().gradCam);
    QVERIFY(own.value().occlusion != shuffled.value().occlusion);
}

void TestExplanations::rankCorrelationByHand()
{
    QCOMPARE(rankCorrelation({1, 2, 3}, {10, 20, 90}), 1.0);
    QCOMPARE(rankCorrelation({1, 2, 3}, {3, 2, 1}), -1.0);
    // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3.
    QVERIFY(std::abs(rankCorrelation({1, 2, 2, 3}, {1, 2, 3, 4}) - 4.5 / std::sqrt(4.5 * 5.0)) < 1e-12);
    QVERIFY(std::isnan(rankCorrelation({1, 1}, {1, 2})));
    QVERIFY(std::isnan(rankCorrelation({1, 2}, {1, 2, 3})));
}

void TestExplanations::mirrorRule()
{
    QVERIFY(mirroredIsSurer({0.6f, 0.4f}, {0.1f, 0.9f}));
    QVERIFY(mirroredIsSurer({0.6f, 0.4f}, {0.9f, 0.1f})); // of the same class
    QVERIFY(!mirroredIsSurer({0.9f, 0.1f}, {0.95f, 0.05f})); // sure of both
    QVERIFY(!mirroredIsSurer({0.6f, 0.4f}, {0.35f, 0.65f})); // not clearly
    QVERIFY(!mirroredIsSurer({}, {}));
}

void TestExplanations::nearestIsThePictureItself()
{
    auto data = std::make_shared<Dataset>();
    data->side = side;
    data->classes = 2;
    data->train.count = 3;
    data->train.labels = {0, 1, 0};
    data->train.pixels.assign(48, 0);
    for (std::size_t i = 0; i < 16; ++i) {
        data->train.pixels[16 + i] = 51; // 0.2 everywhere
        data->train.pixels[32 + i] = 255;
    }
    Picture picture{side, std::vector<float>(16, 0.2f)};
    const auto nearest = nearestPictures(m_engine->inspector(), sumOfTheLeft(), *data, picture, 2);
    QVERIFY2(nearest, qPrintable(nearest.error()));
    QCOMPARE(nearest.value().size(), std::size_t(2));
    QCOMPARE(nearest.value()[0].index, 1);
    QCOMPARE(nearest.value()[0].label, 1);
    QVERIFY(nearest.value()[0].distance < 1e-5);
    QCOMPARE(nearest.value()[1].index, 0);
    QVERIFY(std::abs(nearest.value()[1].distance - 0.4 * 4.0) < 1e-5); // 16 features of 0.4
}

void TestExplanations::disturbances()
{
    const Picture picture = ramp();
    for (int kind = 0; kind < disturbanceKinds; ++kind) {
        const DisturbanceRange range = rangeOf(Disturbance::Kind(kind));
        QCOMPARE(disturbed(picture, {Disturbance::Kind(kind), range.neutral}), picture);
        for (const double amount : {range.from, range.to}) {
            const Picture changed = disturbed(picture, {Disturbance::Kind(kind), amount});
            QVERIFY(std::all_of(changed.values.begin(), changed.values.end(), [](float value) { return value >= 0.0f && value <= 1.0f; }));
        }
    }
    const Picture right = disturbed(picture, {Disturbance::Kind::Shift, 1.0});
    QCOMPARE(right.values[0], 0.0f);
    QCOMPARE(right.values[5], picture.values[4]);
    const Picture down = disturbed(picture, {Disturbance::Kind::ShiftDown, 1.0});
    QCOMPARE(down.values[5], picture.values[1]);
    const Picture turned = disturbed(picture, {Disturbance::Kind::Turn, 90.0}); // clockwise: the left column becomes the top row
    QVERIFY(std::abs(turned.values[0] - picture.values[12]) < 1e-5f);
    QVERIFY(std::abs(turned.values[3] - picture.values[0]) < 1e-5f);
    QCOMPARE(disturbed(picture, {Disturbance::Kind::Contrast, 0.5}).values[15], picture.values[15] / 2);
    QCOMPARE(disturbed(picture, {Disturbance::Kind::Occlusion, 2.0}).values[5], 0.0f);
    QCOMPARE(disturbed(picture, {Disturbance::Kind::Occlusion, 2.0}).values[4], picture.values[4]);
    QCOMPARE(disturbed(picture, {Disturbance::Kind::Noise, 0.1}, 5), disturbed(picture, {Disturbance::Kind::Noise, 0.1}, 5));
    QVERIFY(disturbed(picture, {Disturbance::Kind::Noise, 0.1}, 5) != disturbed(picture, {Disturbance::Kind::Noise, 0.1}, 6));
    // A wide blur of one bright pixel in the middle of a large picture keeps its sum.
    Picture dot{28, std::vector<float>(784, 0.0f)};
    dot.values[14 * 28 + 14] = 1.0f;
    const Picture soft = disturbed(dot, {Disturbance::Kind::Blur, 1.0});
    QVERIFY(std::abs(std::accumulate(soft.values.begin(), soft.values.end(), 0.0) - 1.0) < 1e-4);
}

void TestExplanations::curves()
{
    const auto curve = disturbanceCurve(m_engine->inspector(), sumOfTheLeft(), ramp(), Disturbance::Kind::Shift);
    QVERIFY2(curve, qPrintable(curve.error()));
    QCOMPARE(curve.value().amounts.size(), std::size_t(21));
    QCOMPARE(curve.value().amounts[10], 0.0);
    QCOMPARE(curve.value().probabilities[10], m_engine->inspector().probabilities(sumOfTheLeft(), {ramp()}).value());
    QCOMPARE(curve.value().probabilities[0], (std::vector<float>{0.5f, 0.5f})); // all of it has left the picture
    auto data = std::make_shared<Dataset>();
    data->side = side;
    data->classes = 2;
    data->test.count = 2;
    data->test.labels = {1, 1};
    data->test.pixels.assign(32, 200);
    // Shifted to the right everything has left the left half: both pictures are then as good as empty.
    int done = 0;
    int all = 0;
    const auto count = [&](int now, int of) {
        QCOMPARE(now, done + 1);
        done = now;
        all = of;
    };
    const std::vector<Disturbance::Kind> kinds{Disturbance::Kind::Shift, Disturbance::Kind::Noise};
    const auto tested = robustness(m_engine->inspector(), {sumOfTheLeft(), sumOfTheLeft()}, *data, kinds, count);
    QVERIFY2(tested, qPrintable(tested.error()));
    QCOMPARE(tested.value().pictures, 2);
    QCOMPARE(tested.value().curves.size(), std::size_t(2));
    const Robustness::Curve &shift = tested.value().curves[0];
    QCOMPARE(shift.amounts, (std::vector<double>{0.0, 2.0, 4.0, 6.0, 8.0, 10.0}));
    QCOMPARE(shift.accuracies.size(), std::size_t(2));
    QCOMPARE(shift.accuracies[0].front(), 1.0);
    QCOMPARE(shift.accuracies[0].back(), 0.0);
    QCOMPARE(shift.accuracies[0], shift.accuracies[1]);
    QCOMPARE(done, 22); // each of two networks: once as they are, and five amounts of two kinds
    QCOMPARE(all, 22);
    QVERIFY(!robustness(m_engine->inspector(), {sumOfTheLeft()}, *data, kinds, {}, [] { return true; }));
    QVERIFY(robustness(m_engine->inspector(), {sumOfTheLeft()}, Dataset(), kinds).error().contains(QStringLiteral("no test pictures")));
    const Dataset shifted = disturbedTest(*data, {Disturbance::Kind::Shift, 1.0});
    QCOMPARE(shifted.test.labels, data->test.labels);
    QCOMPARE(int(shifted.test.pixels[0]), 0);
    QCOMPARE(int(shifted.test.pixels[1]), 200);
}

QTEST_GUILESS_MAIN(TestExplanations)
#include "tst_explanations.moc"
