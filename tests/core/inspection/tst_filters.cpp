// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/animatedpng.h"
#include "core/inspection/filteranalysis.h"
#include "core/inspection/patch.h"
#include "core/inspection/surgery.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

FilterLayer layerOf(std::vector<std::vector<float>> filters, qint64 steps = 10)
{
    FilterLayer layer;
    layer.name = "conv1";
    layer.convIndex = 0;
    layer.steps = steps;
    layer.filters = int(filters.size());
    layer.channels = 1;
    layer.height = 1;
    layer.width = int(filters.front().size());
    for (const auto &filter : filters) {
        layer.values.insert(layer.values.end(), filter.begin(), filter.end());
    }
    return layer;
}

/// conv1 2x1x3x3 with batch normalisation, conv2 1x2x3x3, output 1x4.
Weights smallWeights()
{
    Weights weights;
    weights.architecture.convBlocks = {{2, 3, 1, true, Activation::Relu, true}, {1, 3, 1, false, Activation::Relu, true}};
    weights.side = 8;
    weights.classes = 1;
    const auto ramp = [](std::size_t count, float first) {
        std::vector<float> values(count);
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = first + float(i);
        }
        return values;
    };
    weights.arrays = {{"conv1.weight", {2, 1, 3, 3}, ramp(18, 1)}, {"conv1.bias", {2}, {5, 6}},       {"norm1.weight", {2}, {1, 2}},
                      {"norm1.bias", {2}, {3, 4}},                 {"norm1.running_mean", {2}, {7, 8}}, {"norm1.running_var", {2}, {9, 10}},
                      {"conv2.weight", {1, 2, 3, 3}, ramp(18, 100)}, {"conv2.bias", {1}, {50}},        {"output.weight", {1, 4}, {1, 2, 3, 4}},
                      {"output.bias", {1}, {0}}};
    return weights;
}

std::vector<int> filtersOf(const std::vector<FilterFinding> &findings, FilterFinding::Kind kind)
{
    std::vector<int> filters;
    for (const FilterFinding &finding : findings) {
        if (finding.kind == kind) {
            filters.push_back(finding.filter);
        }
    }
    return filters;
}

struct Chunk
{
    QByteArray type;
    QByteArray data;
};

/// Fails where a length or a checksum is wrong.
std::vector<Chunk> chunksOf(const QByteArray &png)
{
    std::vector<Chunk> chunks;
    qsizetype at = 8;
    while (at + 12 <= png.size()) {
        const auto size = qsizetype(qFromBigEndian<quint32>(png.constData() + at));
        if (at + 12 + size > png.size() || qFromBigEndian<quint32>(png.constData() + at + 8 + size) != pngChecksum(png.mid(at + 4, size + 4))) {
            return {};
        }
        chunks.push_back({png.mid(at + 4, 4), png.mid(at + 8, size)});
        at += size + 12;
    }
    return at == png.size() ? chunks : std::vector<Chunk>();
}

} // namespace

class TestFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersHaveTheirShapes();
    void numbersByHand();
    void orders();
    void findings();
    void deadDependsOnTheActivation();
    void twinsOfMany();
    void badNumbersAreFound();
    void receptiveFieldsByHand();
    void patchesReachBeyondTheBorder();
    void silencingTakesAllOfAFilter();
    void resettingTakesTheRunningStatistics();
    void settingOneChannel();
    void namedKernels();
    void badOperationsAreRefused();
    void animationHasRightChunks();
    void animationsThatCannotBe();
};

void TestFilters::layersHaveTheirShapes()
{
    const Weights weights = smallWeights();
    QCOMPARE(filterLayerNames(weights.architecture), (std::vector<std::string>{"conv1", "conv2"}));
    const auto second = filterLayer(weights, 1);
    QVERIFY(second);
    QCOMPARE(second->filters, 1);
    QCOMPARE(second->channels, 2);
    QCOMPARE(second->kernel(0, 1)[0], 109.0f);
    QVERIFY(!filterLayer(weights, 2));
    QVERIFY(!filterLayer(weights, -1));

    Weights mlp;
    mlp.architecture.hiddenLayers = {{3, Activation::Relu, 0.0}};
    mlp.side = 2;
    mlp.arrays = {{"hidden1.weight", {3, 4}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}};
    const auto neurons = filterLayer(mlp, 0);
    QVERIFY(neurons);
    QCOMPARE(neurons->filters, 3);
    QCOMPARE(neurons->width, 2);
    QCOMPARE(neurons->convIndex, -1);
    mlp.side = 3; // doesn't fit
    QVERIFY(!filterLayer(mlp, 0));
    QCOMPARE(filterLayerNames(Architecture{}), std::vector<std::string>{"output"});
}

void TestFilters::numbersByHand()
{
    const FilterLayer layer = layerOf({{3, 4}, {0, 0}, {-6, 8}});
    QCOMPARE(filteranalysis::norms(layer), (std::vector<double>{5, 0, 10}));
    QVERIFY(std::abs(filteranalysis::cosine(layer.filter(0), layer.filter(2)) - 14.0 / 50.0) < 1e-12);
    QCOMPARE(filteranalysis::cosine(layer.filter(0), layer.filter(1)), 0.0);
    const FilterLayer start = layerOf({{3, 0}, {0, 0}, {-6, 8}}, 0);
    const std::vector<double> changes = filteranalysis::changes(layer, start);
    QVERIFY(std::abs(changes[0] - 4.0 / 3.0) < 1e-12);
    QCOMPARE(changes[1], 0.0);
    QCOMPARE(changes[2], 0.0);
    QCOMPARE(difference(layer, start).values, (std::vector<float>{0, 4, 0, 0, 0, 0}));
    QCOMPARE(largestMagnitude(layer.values), 8.0f);
    // Longer than one block of the sum.
    const FilterLayer lengthy = layerOf({std::vector<float>(49, 2.0f)});
    QVERIFY(std::abs(filteranalysis::norms(lengthy)[0] - 14.0) < 1e-9);
}

void TestFilters::orders()
{
    const FilterLayer layer = layerOf({{1, 0}, {0, 3}, {2, 0.1f}, {0.1f, 2}});
    const FilterLayer start = layerOf({{1, 0}, {0, 2}, {1, 0.1f}, {0.1f, 1.9f}}, 0);
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Index, nullptr), (std::vector<int>{0, 1, 2, 3}));
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Norm, nullptr), (std::vector<int>{1, 2, 3, 0}));
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Similarity, nullptr), (std::vector<int>{1, 3, 2, 0}));
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Change, &start), (std::vector<int>{2, 1, 3, 0}));
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Change, nullptr), (std::vector<int>{0, 1, 2, 3}));
}

void TestFilters::findings()
{
    using Kind = FilterFinding::Kind;
    const FilterLayer start = layerOf({{1, 0}, {0, 1}, {1, 1}, {1, -1}}, 0);
    const FilterLayer layer = layerOf({{1, 0.01f}, {0.3f, 11}, {5, 0.1f}, {3, -1}});
    std::vector<FilterStatistics> statistics(4);
    for (FilterStatistics &filter : statistics) {
        filter.activePlaces = 0.5;
    }
    statistics[3].activePlaces = 0.0;
    const auto found = filteranalysis::findings(layer, &start, statistics, Activation::Relu);
    QCOMPARE(filtersOf(found, Kind::Dead), std::vector<int>{3});
    QCOMPARE(filtersOf(found, Kind::Unchanged), std::vector<int>{0});
    QCOMPARE(filtersOf(found, Kind::Exploding), std::vector<int>{1});
    QCOMPARE(filtersOf(found, Kind::Twin), (std::vector<int>{0, 2})); // 3 is at 0.949 of 0: just below
    for (const FilterFinding &finding : found) {
        if (finding.kind == Kind::Twin) {
            QCOMPARE(finding.other, finding.filter == 0 ? 2 : 0);
            QVERIFY(finding.value > twinCosine);
        }
    }
    QVERIFY(filtersOf(filteranalysis::findings(layer, nullptr, {}, Activation::Relu), Kind::Dead).empty());
    // At the start nothing has changed, and that is no news.
    QVERIFY(filtersOf(filteranalysis::findings(start, &start, {}, Activation::Relu), Kind::Unchanged).empty());
}

void TestFilters::deadDependsOnTheActivation()
{
    const FilterLayer layer = layerOf({{1, 0}, {0, 1}});
    const auto dead = [&layer](const FilterStatistics &first, const FilterStatistics &second, Activation activation) {
        return filtersOf(filteranalysis::findings(layer, nullptr, {first, second}, activation), FilterFinding::Kind::Dead);
    };
    const FilterStatistics silent{0.0, 0.0, 0.0, 0.0f, 0.0f, {}};
    const FilterStatistics hardlyActive{0.001, 0.01, 0.1, 0.0f, 0.3f, {}};
    QCOMPARE(dead(silent, hardlyActive, Activation::Relu), std::vector<int>{0});
    const FilterStatistics belowZero{-0.5, 0.0, 0.0, -0.9f, -0.1f, {}}; // never above zero, but it tells pictures apart
    const FilterStatistics saturated{1.0, 1.0, 1.0, 1.0f, 1.0f, {}};
    QCOMPARE(dead(belowZero, saturated, Activation::Tanh), std::vector<int>{1});
    const FilterStatistics leaking{-0.005, 0.0, 0.0, -0.009f, -0.001f, {}}; // what is behind it learns, at a hundredth of the rate
    QVERIFY(dead(leaking, hardlyActive, Activation::LeakyRelu).empty());
    QCOMPARE(dead(leaking, silent, Activation::LeakyRelu), std::vector<int>{1});
}

/// Every pair is compared once, and what is given up ends soon.
void TestFilters::twinsOfMany()
{
    constexpr int count = 40;
    FilterLayer layer = layerOf(std::vector<std::vector<float>>(count, {0, 0, 0}));
    for (int i = 0; i < count; ++i) { // in pairs, each pair in a direction of its own
        const double angle = 0.08 * (i / 2);
        const auto at = layer.values.begin() + 3 * i;
        at[0] = float(std::cos(angle)) * float(1 + i % 2);
        at[1] = float(std::sin(angle)) * float(1 + i % 2);
    }
    const auto found = filteranalysis::findings(layer, nullptr, {}, Activation::Relu);
    QCOMPARE(int(found.size()), count);
    for (const FilterFinding &finding : found) {
        QCOMPARE(finding.kind, FilterFinding::Kind::Twin);
        QCOMPARE(finding.other, finding.filter ^ 1);
        QVERIFY(std::abs(finding.value - 1.0) < 1e-6);
        QVERIFY(std::abs(finding.value - filteranalysis::cosine(layer.filter(finding.filter), layer.filter(finding.other))) < 1e-12);
    }
    int asked = 0;
    const auto afterTwo = [&asked] { return ++asked > 2; };
    QVERIFY(filteranalysis::order(layer, FilterOrder::Similarity, nullptr, afterTwo).size() < 3);
    QVERIFY(int(filteranalysis::findings(layer, nullptr, {}, Activation::Relu, [] { return true; }).size()) == 0);
}

void TestFilters::badNumbersAreFound()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const FilterLayer start = layerOf({{1, 0}, {0, 1}}, 0);
    const FilterLayer layer = layerOf({{1, 0.5f}, {nan, 1}});
    QCOMPARE(filtersOf(filteranalysis::findings(layer, &start, {}, Activation::Relu), FilterFinding::Kind::Exploding), std::vector<int>{1});
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Norm, nullptr), (std::vector<int>{1, 0}));
    QCOMPARE(filteranalysis::order(layer, FilterOrder::Similarity, nullptr), (std::vector<int>{1, 0}));
    QCOMPARE(largestMagnitude(layer.values), 1.0f);
}

void TestFilters::receptiveFieldsByHand()
{
    // cnn-1: 3x3 with padding 1, pooling, 3x3 with padding 1.
    const Architecture cnn{{{32, 3, 1, false, Activation::Relu, true}, {64, 3, 1, false, Activation::Relu, true}}, {}};
    QCOMPARE(receptivePatch(Weights{cnn, 28, 10, 0, {}}, 0, 0, 5), (Patch{4, -1, 3}));
    // (3, 2) of the second sees places 2..4, 1..3 after the pooling, so 4..9, 2..7 before it, and one more around.
    QCOMPARE(receptivePatch(Weights{cnn, 28, 10, 0, {}}, 1, 3, 2), (Patch{1, 3, 8}));
    const Architecture noPool{{{4, 5, 0, true, Activation::Relu, false}, {4, 7, 3, true, Activation::Relu, false}}, {}};
    QCOMPARE(receptivePatch(Weights{noPool, 28, 10, 0, {}}, 1, 0, 10), (Patch{7, -3, 11}));
}

void TestFilters::patchesReachBeyondTheBorder()
{
    const Picture picture{2, {0.1f, 0.2f, 0.3f, 0.4f}};
    QCOMPARE(cut(picture, {-1, 1, 3}).values, (std::vector<float>{0, 0.3f, 0.4f, 0, 0, 0, 0, 0, 0}));
}

void TestFilters::silencingTakesAllOfAFilter()
{
    const Weights weights = smallWeights();
    const WeightsPtr silent = surgery::silence(weights, 0, 1);
    QVERIFY(silent);
    const auto layer = filterLayer(*silent, 0);
    QCOMPARE(largestMagnitude(layer->filter(1)), 0.0f);
    QCOMPARE(layer->filter(0)[8], 9.0f);
    QCOMPARE(silent->find("conv1.bias")->values, (std::vector<float>{5, 0}));
    QCOMPARE(silent->find("norm1.weight")->values, (std::vector<float>{1, 0}));
    QCOMPARE(silent->find("norm1.bias")->values, (std::vector<float>{3, 0}));
    QCOMPARE(silent->find("norm1.running_var")->values, (std::vector<float>{9, 10}));
    QCOMPARE(weights.find("conv1.bias")->values, (std::vector<float>{5, 6})); // a copy
}

void TestFilters::resettingTakesTheRunningStatistics()
{
    const Weights start = smallWeights();
    Weights later = start;
    for (NamedArray &array : later.arrays) {
        std::fill(array.values.begin(), array.values.end(), -1.0f);
    }
    const WeightsPtr reset = surgery::resetTo(later, start, 0, 0);
    QVERIFY(reset);
    QCOMPARE(filterLayer(*reset, 0)->filter(0)[0], 1.0f);
    QCOMPARE(filterLayer(*reset, 0)->filter(1)[0], -1.0f);
    QCOMPARE(reset->find("norm1.running_mean")->values, (std::vector<float>{7, -1}));
    QCOMPARE(reset->find("conv1.bias")->values, (std::vector<float>{5, -1}));
    Weights other = start;
    other.find("conv1.weight")->values.resize(2);
    QVERIFY(!surgery::resetTo(later, other, 0, 0));
}

void TestFilters::settingOneChannel()
{
    const Weights weights = smallWeights();
    const std::vector<float> blur = surgery::namedKernel(NamedKernel::Blur, 3);
    const WeightsPtr set = surgery::setKernel(weights, 1, 0, 1, blur);
    QVERIFY(set);
    const auto layer = filterLayer(*set, 1);
    QCOMPARE(std::vector<float>(layer->kernel(0, 1).begin(), layer->kernel(0, 1).end()), blur);
    QCOMPARE(layer->kernel(0, 0)[0], 100.0f);
    QCOMPARE(set->find("conv2.bias")->values, std::vector<float>{50});
}

void TestFilters::namedKernels()
{
    QCOMPARE(surgery::namedKernel(NamedKernel::SobelX, 3), (std::vector<float>{-1, 0, 1, -2, 0, 2, -1, 0, 1}));
    const std::vector<float> five = surgery::namedKernel(NamedKernel::Identity, 5);
    QCOMPARE(five.size(), std::size_t(25));
    QCOMPARE(five[12], 1.0f);
    QCOMPARE(std::count(five.begin(), five.end(), 0.0f), std::ptrdiff_t(24));
    for (const int size : {3, 5, 7}) {
        for (const auto &[kernel, sum] : std::vector<std::pair<NamedKernel, float>>{{NamedKernel::Identity, 1.0f},
                                                                                    {NamedKernel::Edge, 0.0f},
                                                                                    {NamedKernel::SobelX, 0.0f},
                                                                                    {NamedKernel::SobelY, 0.0f},
                                                                                    {NamedKernel::Blur, 1.0f},
                                                                                    {NamedKernel::Sharpen, 1.0f}}) {
            const std::vector<float> values = surgery::namedKernel(kernel, size);
            float total = 0.0f;
            for (const float value : values) {
                total += value;
            }
            QVERIFY(std::abs(total - sum) < 1e-5f);
        }
    }
    QVERIFY(surgery::namedKernel(NamedKernel::Edge, 2).empty());
    QVERIFY(surgery::namedKernel(NamedKernel::Edge, 1).empty());
}

void TestFilters::badOperationsAreRefused()
{
    const Weights weights = smallWeights();
    QVERIFY(!surgery::silence(weights, 2, 0));
    QVERIFY(!surgery::silence(weights, 0, 2));
    QVERIFY(!surgery::silence(weights, 0, -1));
    QVERIFY(!surgery::setKernel(weights, 0, 0, 1, std::vector<float>(9)));
    QVERIFY(!surgery::setKernel(weights, 0, 0, 0, std::vector<float>(8)));
    QVERIFY(!surgery::setKernel(weights, 0, 0, 0, std::vector<float>(9, std::numeric_limits<float>::infinity())));
}

void TestFilters::animationHasRightChunks()
{
    // The checksum of an empty IEND, as in every PNG.
    QCOMPARE(pngChecksum("IEND"), quint32(0xae426082));
    std::vector<QImage> frames;
    for (const QColor color : {QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue)}) {
        QImage frame(40, 30, QImage::Format_RGB32);
        frame.fill(color);
        frames.push_back(frame);
    }
    QByteArray png = animatedPng(frames, 50);
    const std::vector<Chunk> chunks = chunksOf(png);
    QByteArray types;
    for (const Chunk &chunk : chunks) {
        types += chunk.type + ' ';
    }
    QCOMPARE(types, QByteArray("IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND "));
    QCOMPARE(qFromBigEndian<quint32>(chunks[1].data.constData()), quint32(3)); // frames
    QCOMPARE(qFromBigEndian<quint32>(chunks[1].data.constData() + 4), quint32(0)); // for ever
    quint32 sequence = 0;
    for (const Chunk &chunk : chunks) {
        if (chunk.type == "fcTL" || chunk.type == "fdAT") {
            QCOMPARE(qFromBigEndian<quint32>(chunk.data.constData()), sequence++);
        }
        if (chunk.type == "fcTL") {
            QCOMPARE(chunk.data.size(), qsizetype(26));
            QCOMPARE(qFromBigEndian<quint32>(chunk.data.constData() + 4), quint32(40));
            QCOMPARE(qFromBigEndian<quint16>(chunk.data.constData() + 20), quint16(50));
            QCOMPARE(qFromBigEndian<quint16>(chunk.data.constData() + 22), quint16(1000));
        }
    }
    // Whoever knows no animation sees the first frame; and each later frame is a picture, once it is put into an IDAT.
    QCOMPARE(QImage::fromData(png).pixelColor(20, 15), QColor(Qt::red));
    const auto asPng = [&chunks](const QByteArray &pixels) -> QByteArray {
        const auto chunk = [](const QByteArray &type, const QByteArray &data) -> QByteArray {
            QByteArray bytes(4, '\0');
            qToBigEndian(quint32(data.size()), bytes.data());
            QByteArray sum(4, '\0');
            qToBigEndian(pngChecksum(type + data), sum.data());
            return bytes + type + data + sum;
        };
        return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", chunks[0].data) + chunk("IDAT", pixels) + chunk("IEND", {});
    };
    QCOMPARE(QImage::fromData(asPng(chunks[7].data.mid(4))).pixelColor(0, 0), QColor(Qt::blue));
}

void TestFilters::animationsThatCannotBe()
{
    QVERIFY(animatedPng({}, 50).isEmpty());
    QVERIFY(animatedPng({QImage(4, 4, QImage::Format_RGB32), QImage(5, 4, QImage::Format_RGB32)}, 50).isEmpty());
    QVERIFY(animatedPng({QImage()}, 50).isEmpty());
}

QTEST_GUILESS_MAIN(TestFilters)
#include "tst_filters.moc"
