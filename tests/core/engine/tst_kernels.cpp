// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/densekernels.h"
#include "core/engine/pooledkernels.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace convscope;

namespace {

using Floats = std::vector<float>;
using Doubles = std::vector<double>;

constexpr double tolerance = 2e-5;

/// The nearest number that bfloat16 has: 8 bits of it.
float nearestBfloat16(float value)
{
    int exponent = 0;
    const float fraction = std::frexp(value, &exponent);
    return std::ldexp(std::nearbyint(fraction * 256.0f), exponent - 8);
}

class Numbers
{
public:
    /// `isShort`: numbers that bfloat16 has, whose products and sums must then be as exact as float32's.
    explicit Numbers(bool isShort = false)
        : m_isShort(isShort)
    {
    }

    Floats normal(int count, double share = 1.0)
    {
        Floats values(static_cast<std::size_t>(count));
        for (float &value : values) {
            const float drawn = m_uniform(m_random) < share ? m_normal(m_random) : 0.0f;
            value = m_isShort ? nearestBfloat16(drawn) : drawn;
        }
        return values;
    }

private:
    const bool m_isShort;
    std::mt19937 m_random{1};
    std::normal_distribution<float> m_normal;
    std::uniform_real_distribution<double> m_uniform;
};

double largestDifference(const Floats &a, const Doubles &b)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        largest = std::max(largest, std::abs(double(a[i]) - b[i]) / std::max(1.0, std::abs(b[i])));
    }
    return largest;
}

int padded(int count, int width)
{
    return (count + width - 1) / width * width;
}

/// A block in the kernels' layouts, and the same computed naively in double precision.
struct PooledCase
{
    PooledCase(const PooledKernels &kernels, int side, int inputs, int outputs, int kernelSize, int padding, float slope, bool isShort = false)
        : channels(inputs)
        , filters(outputs)
    {
        shape.mapSide = side + 2 * padding;
        shape.channels = channels == 1 ? 1 : padded(channels, kernels.vectorFloats);
        shape.filters = padded(filters, kernels.vectorFloats);
        shape.kernelSize = kernelSize;
        shape.pooledSide = (shape.mapSide - kernelSize + 1) / 2;
        shape.slope = slope;
        Numbers numbers(isShort);
        map.resize(std::size_t(shape.mapFloats()));
        const Floats inside = numbers.normal(side * side * channels);
        for (int i = 0; i < int(inside.size()); ++i) {
            const int x = i / channels % side + padding;
            const int y = i / channels / side + padding;
            map[std::size_t(mapIndex(y, x, i % channels))] = inside[std::size_t(i)];
        }
        weights = numbers.normal(filters * channels * shape.taps());
        bias = numbers.normal(filters);
        bias.resize(std::size_t(shape.filters));
        gradient = numbers.normal(shape.pooledCells() * shape.filters, 0.6);
    }

    int mapIndex(int y, int x, int c) const { return (y * shape.mapSide + x) * shape.channels + c; }
    int weightIndex(int f, int c, int tap) const { return (f * channels + c) * shape.taps() + tap; }
    int windowIndex(int cell, int place, int c, int tap) const
    {
        const int y = 2 * (cell / shape.pooledSide) + place / 2 + tap / shape.kernelSize;
        const int x = 2 * (cell % shape.pooledSide) + place % 2 + tap % shape.kernelSize;
        return mapIndex(y, x, c);
    }
    double convolved(int f, int cell, int place) const
    {
        double sum = bias[std::size_t(f)];
        for (int c = 0; c < channels; ++c) {
            for (int t = 0; t < shape.taps(); ++t) {
                sum += double(weights[std::size_t(weightIndex(f, c, t))]) * map[std::size_t(windowIndex(cell, place, c, t))];
            }
        }
        return sum;
    }

    PooledShape shape;
    int channels, filters;
    Floats map, weights, bias, gradient;
};

const PooledKernels *pooledTable(const QString &name)
{
    return name == QLatin1String("best") ? pooledKernels() : name == QLatin1String("bfloat16") ? pooledBfloat16Kernels() : &pooledKernelsAvx2;
}

const DenseKernels *denseTable(const QString &name)
{
    return name == QLatin1String("best") ? denseKernels() : name == QLatin1String("bfloat16") ? denseBfloat16Kernels() : &denseKernelsAvx2;
}

} // namespace

/// The inner loops against naive sums in double precision, for the processor's best instruction set and for AVX2.
class TestKernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pooledBlock_data();
    void pooledBlock();
    void firstOfEqualsIsTaken();
    void pooledBlockNoticesNan();
    void denseLayer_data();
    void denseLayer();
};

void TestKernels::initTestCase()
{
    if (!pooledKernels()) {
        QSKIP("this processor has none of the instruction sets");
    }
}

void TestKernels::pooledBlock_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("filters");
    QTest::addColumn<int>("kernelSize");
    QTest::addColumn<int>("padding");
    QTest::addColumn<double>("slope");
    for (const char *table : {"best", "avx2", "bfloat16"}) {
        const auto row = [table](const char *name, int side, int channels, int filters, int kernelSize, int padding, double slope) {
            QTest::addRow("%s, %s", name, table) << QString::fromLatin1(table) << side << channels << filters << kernelSize << padding << slope;
        };
        row("a picture", 28, 1, 32, 3, 1, 0.0);
        row("the paper's second block", 14, 32, 64, 3, 1, 0.0);
        row("nothing a multiple of anything", 15, 20, 23, 5, 2, 1.0 / 128);
        row("7x7, one pooled cell", 8, 3, 9, 7, 0, 0.0);
        row("1x1", 9, 8, 8, 1, 0, 1.0 / 128);
        row("even kernel, odd rest", 10, 17, 40, 4, 1, 0.0);
    }
}

void TestKernels::pooledBlock()
{
    QFETCH(QString, table);
    QFETCH(int, side);
    QFETCH(int, channels);
    QFETCH(int, filters);
    QFETCH(int, kernelSize);
    QFETCH(int, padding);
    QFETCH(double, slope);
    if (!pooledTable(table)) {
        QSKIP("this processor has no AVX512-BF16");
    }
    const PooledKernels &kernels = *pooledTable(table);
    const PooledCase block(kernels, side, channels, filters, kernelSize, padding, float(slope), table == QLatin1String("bfloat16"));
    const PooledShape &shape = block.shape;
    const std::size_t outputs = std::size_t(shape.pooledCells() * shape.filters);
    Floats forwardWeights(std::size_t(shape.weightFloats())), backwardWeights(forwardWeights.size());
    Floats scratch(block.map.size());
    kernels.packForward(shape, channels, 0, filters / 2, block.weights.data(), forwardWeights.data());
    kernels.packForward(shape, channels, filters / 2, filters, block.weights.data(), forwardWeights.data());
    if (channels > 1) { // nobody asks for the gradient of a picture
        kernels.packBackward(shape, channels, 0, filters, block.weights.data(), backwardWeights.data());
    }
    Floats output(outputs);
    std::vector<std::uint8_t> places(outputs);
    QVERIFY(kernels.forward(shape, block.map.data(), forwardWeights.data(), block.bias.data(), output.data(),
                            shape.pooledSide * shape.filters, places.data(), true, scratch.data()));

    Floats gradient = block.gradient;
    Floats biasGradient(std::size_t(shape.filters));
    kernels.activationGradient(shape, places.data(), gradient.data(), biasGradient.data());
    Doubles expectedOutput(outputs), expectedBias(std::size_t(shape.filters)), expectedMap(block.map.size());
    Doubles expectedWeights(block.weights.size());
    for (int cell = 0; cell < shape.pooledCells(); ++cell) {
        for (int f = 0; f < shape.filters; ++f) {
            const std::size_t at = std::size_t(cell * shape.filters + f);
            if (f >= filters) {
                expectedBias[std::size_t(f)] += gradient[at];
                continue; // padding: its output is 0
            }
            const int place = places[at] & placeMask;
            double largest = -std::numeric_limits<double>::infinity();
            for (int q = 0; q < 4; ++q) {
                largest = std::max(largest, block.convolved(f, cell, q));
            }
            QVERIFY2(std::abs(block.convolved(f, cell, place) - largest) < 1e-4, // equal but for rounding
                     qPrintable(QStringLiteral("cell %1, filter %2, place %3").arg(cell).arg(f).arg(place)));
            expectedOutput[at] = largest > 0.0 ? largest : largest * slope;
            QCOMPARE((places[at] & belowZero) != 0, output[at] <= 0.0f);
            const double g = block.gradient[at] * (output[at] > 0.0f ? 1.0 : slope);
            expectedBias[std::size_t(f)] += g;
            for (int c = 0; c < channels; ++c) {
                for (int t = 0; t < shape.taps(); ++t) {
                    const std::size_t from = std::size_t(block.windowIndex(cell, place, c, t));
                    expectedWeights[std::size_t(block.weightIndex(f, c, t))] += g * block.map[from];
                    expectedMap[from] += g * block.weights[std::size_t(block.weightIndex(f, c, t))];
                }
            }
        }
    }
    QVERIFY(largestDifference(output, expectedOutput) < tolerance);
    QVERIFY(largestDifference(biasGradient, expectedBias) < tolerance);

    Floats weightGradient(forwardWeights.size()), plain(block.weights.size());
    std::vector<SparseGradient> lists(std::size_t(std::max(shape.pooledCells() + 1, 4 * shape.pooledSide * shape.filters)));
    std::vector<int> counts(std::size_t(4 * shape.pooledSide));
    if (channels == 1) {
        kernels.pictureWeightGradient(shape, block.map.data(), gradient.data(), places.data(), weightGradient.data());
    } else {
        kernels.weightGradient(shape, filters, block.map.data(), gradient.data(), places.data(), lists.data(), scratch.data(),
                               weightGradient.data());
        Floats mapGradient(block.map.size());
        kernels.sourceGradient(shape, filters, backwardWeights.data(), gradient.data(), places.data(), lists.data(), counts.data(),
                               mapGradient.data());
        QVERIFY(largestDifference(mapGradient, expectedMap) < tolerance);
    }
    for (int f = 0; f < filters; ++f) {
        for (int c = 0; c < channels; ++c) {
            for (int t = 0; t < shape.taps(); ++t) {
                const int from = channels == 1 ? t * shape.filters + f : (f * shape.taps() + t) * shape.channels + c;
                plain[std::size_t(block.weightIndex(f, c, t))] = weightGradient[std::size_t(from)];
            }
        }
    }
    QVERIFY(largestDifference(plain, expectedWeights) < tolerance);
}

void TestKernels::firstOfEqualsIsTaken()
{
    for (const PooledKernels *kernels : {pooledKernels(), &pooledKernelsAvx2}) {
        PooledCase block(*kernels, 4, 1, 5, 1, 0, 0.0f);
        std::fill(block.map.begin(), block.map.end(), 1.0f);
        Floats packed(std::size_t(block.shape.weightFloats())), scratch(block.map.size());
        kernels->packForward(block.shape, 1, 0, 5, block.weights.data(), packed.data());
        Floats output(std::size_t(4 * block.shape.filters));
        std::vector<std::uint8_t> places(output.size(), 0xff);
        kernels->forward(block.shape, block.map.data(), packed.data(), block.bias.data(), output.data(), 2 * block.shape.filters,
                         places.data(), false, scratch.data());
        for (const std::uint8_t place : places) {
            QCOMPARE(place & placeMask, 0);
        }
    }
}

void TestKernels::pooledBlockNoticesNan()
{
    for (const PooledKernels *kernels : {pooledKernels(), &pooledKernelsAvx2}) {
        for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            PooledCase block(*kernels, 6, 3, 5, 3, 1, 0.0f);
            block.map[std::size_t(block.mapIndex(4, 5, 1))] = value;
            Floats packed(std::size_t(block.shape.weightFloats())), scratch(block.map.size());
            kernels->packForward(block.shape, 3, 0, 5, block.weights.data(), packed.data());
            Floats output(std::size_t(9 * block.shape.filters));
            std::vector<std::uint8_t> places(output.size());
            QVERIFY(!kernels->forward(block.shape, block.map.data(), packed.data(), block.bias.data(), output.data(),
                                      3 * block.shape.filters, places.data(), true, scratch.data()));
        }
    }
}

void TestKernels::denseLayer_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    for (const char *table : {"best", "avx2", "bfloat16"}) {
        const auto row = [table](int pictures, int inputs, int outputs) {
            QTest::addRow("%d x %d -> %d, %s", pictures, inputs, outputs, table) << QString::fromLatin1(table) << pictures << inputs << outputs;
        };
        row(64, 784, 120);
        row(65, 300, 37);
        row(200, 33, 5);
        row(7, 9, 4);
        row(1, 1, 1);
    }
}

void TestKernels::denseLayer()
{
    QFETCH(QString, table);
    QFETCH(int, pictures);
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    if (!denseTable(table)) {
        QSKIP("this processor has no AVX512-BF16");
    }
    const DenseKernels &kernels = *denseTable(table);
    Numbers numbers(table == QLatin1String("bfloat16"));
    const Floats input = numbers.normal(pictures * inputs, 0.1), weight = numbers.normal(outputs * inputs);
    const Floats bias = numbers.normal(outputs), gradient = numbers.normal(pictures * outputs, 0.5);
    const DenseShape shape{pictures, inputs, outputs, true, 1.0f / 128};
    Doubles expectedOutput(gradient.size()), expectedWeights(weight.size()), expectedBias(bias.size()), expectedInput(input.size());
    for (int n = 0; n < pictures; ++n) {
        for (int o = 0; o < outputs; ++o) {
            double sum = bias[std::size_t(o)];
            const double g = gradient[std::size_t(n * outputs + o)];
            expectedBias[std::size_t(o)] += g;
            for (int i = 0; i < inputs; ++i) {
                const std::size_t x = std::size_t(n * inputs + i), w = std::size_t(o * inputs + i);
                sum += double(input[x]) * weight[w];
                expectedWeights[w] += g * input[x];
                expectedInput[x] += g * weight[w];
            }
            expectedOutput[std::size_t(n * outputs + o)] = sum > 0.0 ? sum : sum / 128.0;
        }
    }
    // In two parts, as two threads would do it.
    const int half = outputs / 2, middle = inputs / 4 * 2;
    Floats packed(std::size_t(padded(pictures, pictureBlock) * inputs)), output(gradient.size());
    kernels.packInput(shape, 0, middle, input.data(), packed.data());
    kernels.packInput(shape, middle, inputs, input.data(), packed.data());
    kernels.forward(shape, 0, half, packed.data(), weight.data(), bias.data(), output.data());
    kernels.forward(shape, half, outputs, packed.data(), weight.data(), bias.data(), output.data());
    QVERIFY(largestDifference(output, expectedOutput) < tolerance);

    Floats weightGradient(weight.size()), biasGradient(bias.size()), inputGradient(input.size());
    std::vector<SparseGradient> lists(std::size_t(outputs * pictureBlock));
    std::vector<int> counts(static_cast<std::size_t>(outputs));
    kernels.weightGradient(shape, 0, half, input.data(), gradient.data(), lists.data(), counts.data(), weightGradient.data(), biasGradient.data());
    kernels.weightGradient(shape, half, outputs, input.data(), gradient.data(), lists.data(), counts.data(), weightGradient.data(), biasGradient.data());
    QVERIFY(largestDifference(weightGradient, expectedWeights) < tolerance);
    QVERIFY(largestDifference(biasGradient, expectedBias) < tolerance);
    Floats scratch(std::size_t(kernels.inputGradientScratch(shape)));
    kernels.inputGradient(shape, 0, middle, weight.data(), gradient.data(), inputGradient.data(), scratch.data());
    kernels.inputGradient(shape, middle, inputs, weight.data(), gradient.data(), inputGradient.data(), scratch.data());
    QVERIFY(largestDifference(inputGradient, expectedInput) < tolerance);
}

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
