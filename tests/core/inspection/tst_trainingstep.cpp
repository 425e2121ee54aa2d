// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/processor.h"
#include "core/training/engineloader.h"
#include "core/training/schedule.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

WeightsPtr after(const test::KeepingSink &sink, qint64 steps)
{
    for (const WeightsPtr &weights : sink.published) {
        if (weights->steps == steps) {
            return weights;
        }
    }
    return nullptr;
}

Experiment experimentOf(int kind)
{
    Experiment experiment;
    experiment.training.batchSize = 48; // the last batch of an epoch is shorter
    experiment.training.epochs = 3;
    experiment.training.threads = 1;
    experiment.architecture = {{{6, 3, 1, false, Activation::Relu, true}, {5, 3, 1, false, Activation::Relu, true}}, {{20, Activation::Relu, 0.25}}};
    switch (kind) {
    case 1:
        experiment.training.optimizer = Optimizer::Sgd;
        experiment.training.learningRate = 0.05;
        experiment.training.weightDecay = 0.01;
        experiment.training.schedule.kind = ScheduleKind::Cosine;
        break;
    case 2:
        experiment.architecture = {{{4, 5, 2, true, Activation::Relu, false}, {6, 7, 3, true, Activation::Tanh, false}, {5, 3, 0, true, Activation::LeakyRelu, false}}, {}};
        experiment.training.augmentation.mirror = 0.5;
        break;
    case 3:
        experiment.architecture = {{}, {{32, Activation::Relu, 0.5}}};
        experiment.training.engine = Computation::Reference;
        break;
    case 4:
        experiment.training.precision = Precision::Bfloat16;
        break;
    default:
        break;
    }
    return experiment;
}

double largestDifference(const std::vector<float> &a, const std::vector<float> &b)
{
    double largest = a.size() == b.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, double(std::abs(a[i] - b[i])));
    }
    return largest;
}

} // namespace

class TestTrainingStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void afterIsTheTrainersOwn_data();
    void afterIsTheTrainersOwn();
    void partsAddUp_data();
    void partsAddUp();
    void frozenFiltersStay_data();
    void frozenFiltersStay();
    void adamByHand();
    void sgdByHand();
    void changedSettingsAct();
    void wrongQuestions();

private:
    test::KeepingSink train(const Experiment &experiment)
    {
        test::KeepingSink sink;
        sink.asks = true;
        RunControl control;
        m_engine->train(experiment, *m_data, sink, control);
        return sink;
    }
    Result<TrainingStep> step(const Experiment &experiment, const CheckpointPtr &checkpoint, const char *parameter)
    {
        return m_engine->inspector().trainingStep({experiment, m_data, checkpoint, std::nullopt, parameter});
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestTrainingStep::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(200, 40);
}

void TestTrainingStep::afterIsTheTrainersOwn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("parameter");
    QTest::newRow("adam, convolution") << 0 << "conv1.weight";
    QTest::newRow("adam, second convolution") << 0 << "conv2.weight";
    QTest::newRow("adam, bias") << 0 << "hidden1.bias";
    QTest::newRow("sgd, cosine, weight decay") << 1 << "conv1.weight";
    QTest::newRow("batch norm, 5x5 and 7x7, mirrored") << 2 << "conv2.weight";
    QTest::newRow("batch norm's own") << 2 << "norm3.weight";
    QTest::newRow("bfloat16") << 4 << "conv2.weight";
    QTest::newRow("mlp, reference") << 3 << "hidden1.weight";
}

void TestTrainingStep::afterIsTheTrainersOwn()
{
    QFETCH(int, kind);
    QFETCH(QString, parameter);
    const Experiment experiment = experimentOf(kind);
    if (experiment.training.precision == Precision::Bfloat16 && !processorHasBfloat16()) {
        QSKIP("this processor has no AVX512-BF16");
    }
    const test::KeepingSink sink = train(experiment);
    QCOMPARE(sink.checkpoints.size(), std::size_t(4)); // before the first batch, after each epoch
    for (int i = 0; i < 3; ++i) {
        const CheckpointPtr &checkpoint = sink.checkpoints[std::size_t(i)];
        const Result<TrainingStep> step = this->step(experiment, checkpoint, parameter.toUtf8().constData());
        QVERIFY2(step, qPrintable(step.error()));
        const TrainingStep &s = step.value();
        QCOMPARE(s.steps, checkpoint->steps);
        QCOMPARE(s.epoch, i + 1);
        QCOMPARE(s.batch, qint64(1));
        QCOMPARE(s.images, qint64(48));
        QCOMPARE(s.before.values, after(sink, s.steps)->find(parameter.toStdString())->values);
        QCOMPARE(largestDifference(s.after.values, after(sink, s.steps + 1)->find(parameter.toStdString())->values), 0.0);
        const BatchPoint &point = sink.points[std::size_t(s.steps)];
        QCOMPARE(float(s.lossBefore), point.loss);
        QCOMPARE(float(s.learningRate), point.learningRate);
        QVERIFY(std::isfinite(s.lossAfter));
        QVERIFY(s.lossAfter != s.lossBefore);
        QVERIFY(s.after.values != s.before.values);
    }
}

void TestTrainingStep::partsAddUp_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("adam") << 0;
    QTest::newRow("sgd") << 1;
}

void TestTrainingStep::partsAddUp()
{
    QFETCH(int, kind);
    const Experiment experiment = experimentOf(kind);
    const test::KeepingSink sink = train(experiment);
    for (const CheckpointPtr &checkpoint : sink.checkpoints) {
        const Result<TrainingStep> step = this->step(experiment, checkpoint, "conv1.weight");
        QVERIFY(step);
        QCOMPARE(step.value().optimizerSteps, checkpoint->steps + 1);
        for (std::size_t i = 0; i < step.value().before.values.size(); ++i) {
            const StepParts parts = stepPartsOf(step.value(), i);
            QVERIFY(std::abs(parts.after - double(step.value().after.values[i])) < 1e-6);
            QVERIFY(std::abs(parts.first - double(step.value().firstAfter.values[i])) < 1e-6);
            if (kind == 0) {
                QVERIFY(std::abs(parts.second - double(step.value().secondAfter.values[i])) < 1e-6);
            }
        }
    }
}

void TestTrainingStep::frozenFiltersStay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("parameter");
    QTest::newRow("adam") << 0 << "conv2.weight";
    QTest::newRow("adam, bias") << 0 << "conv2.bias";
    QTest::newRow("sgd, weight decay") << 1 << "conv2.weight";
    QTest::newRow("of another block") << 0 << "conv1.weight";
    QTest::newRow("batch norm's own") << 2 << "norm2.weight";
}

/// By hand as the optimiser does it: the third filter of the second block isn't moved, the others are.
void TestTrainingStep::frozenFiltersStay()
{
    QFETCH(int, kind);
    QFETCH(QString, parameter);
    Experiment experiment = experimentOf(kind);
    experiment.training.frozenFilters = {{1, 2}};
    const bool isThere = !parameter.startsWith(QLatin1String("conv1"));
    const Result<TrainingStep> answer = step(experiment, train(experiment).checkpoints[1], parameter.toUtf8().constData());
    QVERIFY2(answer, qPrintable(answer.error()));
    const TrainingStep &step = answer.value();
    const std::size_t size = step.before.values.size() / std::size_t(step.before.shape.front());
    for (std::size_t i = 0; i < step.before.values.size(); ++i) {
        const StepParts parts = stepPartsOf(step, i);
        QCOMPARE(parts.isFrozen, isThere && i / size == 2);
        QVERIFY(std::abs(parts.after - double(step.after.values[i])) < 1e-6);
        QVERIFY(std::abs(parts.first - double(step.firstAfter.values[i])) < 1e-6);
        if (parts.isFrozen) {
            QCOMPARE(parts.change, 0.0);
            QCOMPARE(step.after.values[i], step.before.values[i]);
        }
    }
}

void TestTrainingStep::adamByHand()
{
    TrainingStep step;
    step.learningRate = 0.001;
    step.optimizerSteps = 2;
    step.before.values = {0.5f};
    step.gradient.values = {2.0f};
    step.firstBefore.values = {0.25f};
    step.secondBefore.values = {0.5f};
    const StepParts parts = stepPartsOf(step, 0);
    QVERIFY(std::abs(parts.first - 0.425) < 1e-12); // 0.9 * 0.25 + 0.1 * 2
    QVERIFY(std::abs(parts.second - 0.5035) < 1e-12); // 0.999 * 0.5 + 0.001 * 4
    QVERIFY(std::abs(parts.correction1 - 0.19) < 1e-12);
    QVERIFY(std::abs(parts.correction2 - 0.001999) < 1e-12);
    QVERIFY(std::abs(parts.firstCorrected - 0.425 / 0.19) < 1e-12);
    QVERIFY(std::abs(parts.change + 0.001 * (0.425 / 0.19) / (std::sqrt(0.5035 / 0.001999) + 1e-8)) < 1e-15);
    QVERIFY(std::abs(parts.after - (0.5 + parts.change)) < 1e-12);
}

void TestTrainingStep::sgdByHand()
{
    TrainingStep step;
    step.optimizer = Optimizer::Sgd;
    step.learningRate = 0.1;
    step.momentum = 0.5;
    step.weightDecay = 0.25;
    step.before.values = {2.0f};
    step.gradient.values = {1.0f};
    step.firstBefore.values = {4.0f};
    const StepParts parts = stepPartsOf(step, 0);
    QCOMPARE(parts.decayed, 1.5); // 1 + 0.25 * 2
    QCOMPARE(parts.first, 3.5); // 0.5 * 4 + 1.5
    QCOMPARE(parts.change, -0.35);
    QCOMPARE(parts.after, 1.65);
}

void TestTrainingStep::changedSettingsAct()
{
    const Experiment experiment = experimentOf(0);
    const CheckpointPtr checkpoint = train(experiment).checkpoints[1];
    LiveSettings changed = checkpoint->live;
    changed.learningRate = 0.0;
    const auto frozen = m_engine->inspector().trainingStep({experiment, m_data, checkpoint, changed, "conv1.weight"});
    QVERIFY(frozen);
    QCOMPARE(frozen.value().after.values, frozen.value().before.values);
    changed = checkpoint->live;
    changed.dropout = 0.0;
    const auto without = m_engine->inspector().trainingStep({experiment, m_data, checkpoint, changed, "conv1.weight"});
    QVERIFY(without.value().lossBefore != frozen.value().lossBefore);
}

void TestTrainingStep::wrongQuestions()
{
    const Experiment experiment = experimentOf(0);
    const CheckpointPtr checkpoint = train(experiment).checkpoints[0];
    QVERIFY(!step(experiment, nullptr, "conv1.weight").error().isEmpty());
    QVERIFY(!step(experiment, checkpoint, "conv9.weight").ok());
    QVERIFY(!step(experimentOf(3), checkpoint, "hidden1.weight").ok()); // another network's
    QVERIFY(!m_engine->inspector().trainingStep({experiment, nullptr, checkpoint, std::nullopt, "conv1.weight"}).ok());
}

QTEST_GUILESS_MAIN(TestTrainingStep)
#include "tst_trainingstep.moc"
