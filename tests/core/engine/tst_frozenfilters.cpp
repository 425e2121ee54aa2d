// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"

#include <QtTest>

#include <algorithm>
#include <span>

using namespace convscope;

namespace {

class CheckpointSink : public TrainingSink
{
public:
    explicit CheckpointSink(RunControl &control, std::size_t stopAfter = 0)
        : m_control(control)
        , m_stopAfter(stopAfter)
    {
    }
    void started(const RunStarted &) override {}
    void batchTrained(const BatchPoint &point) override
    {
        losses.push_back(point.loss);
        if (losses.size() == m_stopAfter) {
            m_control.requestStop();
        }
    }
    void eventHappened(const RunEvent &) override {}
    void epochFinished(const EpochReport &) override {}
    void checkpointTaken(const CheckpointPtr &checkpoint) override { checkpoints.push_back(checkpoint); }

    std::vector<float> losses;
    std::vector<CheckpointPtr> checkpoints;

private:
    RunControl &m_control;
    const std::size_t m_stopAfter;
};

/// Filters 2 and 4 of the first block and filter 1 of the second, which has batch normalisation behind it.
const std::vector<FrozenFilter> frozen{{0, 1}, {0, 3}, {1, 0}};

Experiment frozenExperiment(Computation engine, Optimizer optimizer)
{
    Experiment experiment;
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}, {6, 3, 1, true, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.25}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 2;
    experiment.training.threads = 1;
    experiment.training.engine = engine;
    experiment.training.optimizer = optimizer;
    experiment.training.learningRate = optimizer == Optimizer::Sgd ? 0.05 : 0.01;
    experiment.training.weightDecay = 0.01;
    experiment.training.frozenFilters = frozen;
    return experiment;
}

const NamedArray *find(const std::vector<NamedArray> &arrays, const std::string &name)
{
    const auto found = std::find_if(arrays.begin(), arrays.end(), [&name](const NamedArray &array) { return array.name == name; });
    return found == arrays.end() ? nullptr : &*found;
}

std::span<const float> part(const NamedArray &array, int filter)
{
    const std::size_t size = array.values.size() / std::size_t(array.shape[0]);
    return std::span(array.values).subspan(std::size_t(filter) * size, size);
}

bool isSame(std::span<const float> a, std::span<const float> b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

bool isSame(const std::vector<NamedArray> &a, const std::vector<NamedArray> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const NamedArray &one, const NamedArray &other) { return one.name == other.name && one.values == other.values; });
}

bool isFrozen(int block, int filter)
{
    return std::find(frozen.begin(), frozen.end(), FrozenFilter{block, filter}) != frozen.end();
}

} // namespace

/// A frozen filter stays as it is to the last bit, with all that the optimiser remembers of it; the others learn.
class TestFrozenFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void frozenOnesStayAndTheOthersMove_data() { addEngines(); }
    void frozenOnesStayAndTheOthersMove();
    void aRunThatGoesOnHasTheSameBits_data() { addEngines(); }
    void aRunThatGoesOnHasTheSameBits();
    void whatIsRememberedStaysToo_data() { addEngines(); }
    void whatIsRememberedStaysToo();
    void nothingFrozenIsAsBefore();
    void allFrozen();

private:
    void addEngines();
    void train(const Experiment &experiment, CheckpointSink &sink, RunControl &control, const CheckpointPtr &from = {})
    {
        m_engine->train(experiment, *m_data, sink, control, from);
        QVERIFY(!sink.checkpoints.empty());
    }
    Experiment experiment() const
    {
        QFETCH(int, engine);
        QFETCH(int, optimizer);
        return frozenExperiment(Computation(engine), Optimizer(optimizer));
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestFrozenFilters::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine.ok(), qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(320, 100); // ten batches
}

void TestFrozenFilters::addEngines()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<int>("optimizer");
    QTest::newRow("fast, Adam") << int(Computation::Fast) << int(Optimizer::Adam);
    QTest::newRow("fast, SGD") << int(Computation::Fast) << int(Optimizer::Sgd);
    QTest::newRow("reference, Adam") << int(Computation::Reference) << int(Optimizer::Adam);
    QTest::newRow("reference, SGD") << int(Computation::Reference) << int(Optimizer::Sgd);
}

void TestFrozenFilters::frozenOnesStayAndTheOthersMove()
{
    RunControl control;
    CheckpointSink sink(control);
    train(experiment(), sink, control);
    const Checkpoint &start = *sink.checkpoints.front();
    const Checkpoint &end = *sink.checkpoints.back();
    QCOMPARE(end.steps, qint64(20));
    const auto filters = std::to_array<std::pair<const char *, int>>({{"conv1.weight", 0}, {"conv1.bias", 0}, {"conv2.weight", 1}, {"norm2.weight", 1}, {"norm2.bias", 1}});
    for (const auto &[name, block] : filters) {
        const NamedArray *before = find(start.weights, name);
        const NamedArray *after = find(end.weights, name);
        QVERIFY(before && after);
        for (int filter = 0; filter < int(before->shape[0]); ++filter) {
            QVERIFY2(isSame(part(*before, filter), part(*after, filter)) == isFrozen(block, filter), qPrintable(QStringLiteral("%1[%2]").arg(QLatin1String(name)).arg(filter)));
        }
    }
    // A bias before batch normalisation has no gradient to speak of, but weight decay would move it.
    QVERIFY(isSame(part(*find(start.weights, "conv2.bias"), 0), part(*find(end.weights, "conv2.bias"), 0)));
    QVERIFY(find(start.weights, "hidden1.weight")->values != find(end.weights, "hidden1.weight")->values);
}

void TestFrozenFilters::aRunThatGoesOnHasTheSameBits()
{
    RunControl wholeControl;
    CheckpointSink whole(wholeControl);
    train(experiment(), whole, wholeControl);
    RunControl firstControl;
    CheckpointSink first(firstControl, 7);
    train(experiment(), first, firstControl);
    RunControl restControl;
    CheckpointSink rest(restControl);
    train(experiment(), rest, restControl, first.checkpoints.back());
    QCOMPARE(first.losses.size() + rest.losses.size(), whole.losses.size());
    QVERIFY(std::equal(rest.losses.begin(), rest.losses.end(), whole.losses.begin() + 7));
    QVERIFY(isSame(rest.checkpoints.back()->weights, whole.checkpoints.back()->weights));
    QVERIFY(isSame(rest.checkpoints.back()->optimizer, whole.checkpoints.back()->optimizer));
}

/// Frozen in the middle of a run: the moments of before stay, and so the filter goes on as if no time had passed when it is thawed.
void TestFrozenFilters::whatIsRememberedStaysToo()
{
    Experiment learning = experiment();
    learning.training.frozenFilters.clear();
    RunControl control;
    CheckpointSink first(control, 7);
    train(learning, first, control);
    RunControl restControl;
    CheckpointSink rest(restControl);
    train(experiment(), rest, restControl, first.checkpoints.back());
    const Checkpoint &before = *first.checkpoints.back();
    const Checkpoint &after = *rest.checkpoints.back();
    for (const char *name : {"conv1.weight.first_moment", "conv1.weight.second_moment", "conv1.bias.first_moment"}) {
        const NamedArray *earlier = find(before.optimizer, name);
        const NamedArray *later = find(after.optimizer, name);
        QCOMPARE(earlier != nullptr, later != nullptr); // SGD has one moment only
        for (int filter = 0; earlier && filter < 4; ++filter) {
            QCOMPARE(isSame(part(*earlier, filter), part(*later, filter)), isFrozen(0, filter));
            QVERIFY(std::any_of(part(*earlier, filter).begin(), part(*earlier, filter).end(), [](float value) { return value != 0.0f; }));
        }
    }
}

void TestFrozenFilters::nothingFrozenIsAsBefore()
{
    Experiment free = frozenExperiment(Computation::Fast, Optimizer::Adam);
    free.training.frozenFilters.clear();
    RunControl control;
    CheckpointSink sink(control);
    train(free, sink, control);
    const Checkpoint &start = *sink.checkpoints.front();
    const Checkpoint &end = *sink.checkpoints.back();
    for (int filter = 0; filter < 4; ++filter) {
        QVERIFY(!isSame(part(*find(start.weights, "conv1.weight"), filter), part(*find(end.weights, "conv1.weight"), filter)));
    }
}

/// The rest of the network learns on filters that were never trained.
void TestFrozenFilters::allFrozen()
{
    Experiment experiment = frozenExperiment(Computation::Fast, Optimizer::Adam);
    experiment.training.frozenFilters = {{0, 0}, {0, 1}, {0, 2}, {0, 3}};
    RunControl control;
    CheckpointSink sink(control);
    train(experiment, sink, control);
    const Checkpoint &start = *sink.checkpoints.front();
    const Checkpoint &end = *sink.checkpoints.back();
    QCOMPARE(find(start.weights, "conv1.weight")->values, find(end.weights, "conv1.weight")->values);
    QCOMPARE(find(start.weights, "conv1.bias")->values, find(end.weights, "conv1.bias")->values);
    QVERIFY(find(start.weights, "conv2.weight")->values != find(end.weights, "conv2.weight")->values);
    QVERIFY(sink.losses.back() < sink.losses.front());
}

QTEST_GUILESS_MAIN(TestFrozenFilters)
#include "tst_frozenfilters.moc"
