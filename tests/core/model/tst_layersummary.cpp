// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layersummary.h"

#include <QtTest>

#include <limits>

using namespace convscope;

namespace {

/// "conv1 32x28x28 320 225792", one line a layer.
QStringList lines(const ArchitectureSummary &summary)
{
    static const QStringList kinds{QStringLiteral("input"),  QStringLiteral("conv"),   QStringLiteral("norm"),
                                   QStringLiteral("act"),    QStringLiteral("pool"),   QStringLiteral("flatten"),
                                   QStringLiteral("linear"), QStringLiteral("dropout")};
    QStringList result;
    for (const LayerSummary &layer : summary.layers) {
        const QString name = layer.name.isEmpty() ? kinds.at(int(layer.kind)) : layer.name;
        result.append(QStringLiteral("%1 [%2] %3x%4x%5 %6 %7")
                          .arg(name, QString::number(layer.block), QString::number(layer.channels),
                               QString::number(layer.height), QString::number(layer.width),
                               QString::number(layer.parameters), QString::number(layer.multiplications)));
    }
    return result;
}

Architecture paperNetwork()
{
    return {{ConvBlock{.filters = 32}, ConvBlock{.filters = 64}},
            {HiddenLayer{.width = 600, .dropout = 0.25}, HiddenLayer{.width = 120}}};
}

QString problemField(const ArchitectureSummary &summary)
{
    return summary.problem ? summary.problem->field : QString();
}

} // namespace

class LayerSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsThePapersNetwork();
    void countsPerceptronsAndNoHiddenLayer();
    void countsBatchNormAndOddPictures();
    void refusesTheImpossible_data();
    void refusesTheImpossible();
    void namesTheLayerAndKeepsWhatCameBefore();
    void survivesHugeNumbers();
    void dropoutIsThatOfTheFirstLayerWithAny();
    void setDropoutTouchesTheLayersThatHaveIt();
    void everyKindHasAName();
};

void LayerSummaryTest::countsThePapersNetwork()
{
    const ArchitectureSummary summary = summarize(paperNetwork(), 28, 10);
    QVERIFY(!summary.problem);
    const QStringList expected{
        QStringLiteral("input [-1] 1x28x28 0 0"),
        QStringLiteral("conv1 [0] 32x28x28 320 225792"), // 32 * (9 + 1); 32 * 9 * 784
        QStringLiteral("act [0] 32x28x28 0 0"),
        QStringLiteral("pool [0] 32x14x14 0 0"),
        QStringLiteral("conv2 [1] 64x14x14 18496 3612672"), // 64 * (32 * 9 + 1); 64 * 288 * 196
        QStringLiteral("act [1] 64x14x14 0 0"),
        QStringLiteral("pool [1] 64x7x7 0 0"),
        QStringLiteral("flatten [-1] 3136x1x1 0 0"),
        QStringLiteral("hidden1 [0] 600x1x1 1882200 1881600"), // 3137 * 600; 3136 * 600
        QStringLiteral("act [0] 600x1x1 0 0"),
        QStringLiteral("dropout [0] 600x1x1 0 0"),
        QStringLiteral("hidden2 [1] 120x1x1 72120 72000"), // 601 * 120
        QStringLiteral("act [1] 120x1x1 0 0"),
        QStringLiteral("output [-1] 10x1x1 1210 1200"), // 121 * 10
    };
    QCOMPARE(lines(summary), expected);
    QCOMPARE(summary.parameters, 1974346);
    QCOMPARE(summary.multiplications, 5793264);
    // 784 + 2 * 25088 + 6272 + 2 * 12544 + 3136 + 3 * 600 + 2 * 120 + 10; the flattening copies nothing.
    QCOMPARE(summary.activations, 87506);
}

void LayerSummaryTest::countsPerceptronsAndNoHiddenLayer()
{
    QCOMPARE(summarize({{}, {HiddenLayer{.width = 2048}}}, 28, 10).parameters, 1628170); // 785 * 2048 + 2049 * 10
    QCOMPARE(summarize({{}, {HiddenLayer{.width = 512}}}, 28, 10).parameters, 407050);
    const ArchitectureSummary softmax = summarize({}, 28, 10);
    QCOMPARE(lines(softmax),
             (QStringList{QStringLiteral("input [-1] 1x28x28 0 0"), QStringLiteral("flatten [-1] 784x1x1 0 0"),
                          QStringLiteral("output [-1] 10x1x1 7850 7840")}));
}

void LayerSummaryTest::countsBatchNormAndOddPictures()
{
    const ConvBlock block{.filters = 4, .kernelSize = 2, .padding = 0, .batchNorm = true};
    const ArchitectureSummary summary = summarize({{block}, {}}, 28, 3);
    QCOMPARE(lines(summary),
             (QStringList{
                 QStringLiteral("input [-1] 1x28x28 0 0"),
                 QStringLiteral("conv1 [0] 4x27x27 20 11664"), // 4 * (4 + 1); 16 * 729
                 QStringLiteral("norm1 [0] 4x27x27 8 2916"),
                 QStringLiteral("act [0] 4x27x27 0 0"),
                 QStringLiteral("pool [0] 4x13x13 0 0"), // the 27th row and column are dropped
                 QStringLiteral("flatten [-1] 676x1x1 0 0"),
                 QStringLiteral("output [-1] 3x1x1 2031 2028"),
             }));
}

void LayerSummaryTest::refusesTheImpossible_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("field");

    const ConvBlock pooled{.filters = 2};
    QTest::newRow("kernel larger than the picture") << Architecture{{ConvBlock{.kernelSize = 7, .padding = 0}}, {}} << 6
                                                    << QStringLiteral("architecture.conv_blocks[0].kernel_size");
    QTest::newRow("kernel larger than what pooling left")
        << Architecture{{pooled, pooled, pooled, ConvBlock{.kernelSize = 5, .padding = 0}}, {}} << 28
        << QStringLiteral("architecture.conv_blocks[3].kernel_size");
    QTest::newRow("fifth pooling of 28 pixels") << Architecture{{pooled, pooled, pooled, pooled, pooled}, {}} << 28
                                                << QStringLiteral("architecture.conv_blocks[4].max_pool");
    QTest::newRow("no filters") << Architecture{{ConvBlock{.filters = 0}}, {}} << 28
                                << QStringLiteral("architecture.conv_blocks[0].filters");
    QTest::newRow("kernel of nothing") << Architecture{{ConvBlock{.kernelSize = 0}}, {}} << 28
                                       << QStringLiteral("architecture.conv_blocks[0].kernel_size");
    QTest::newRow("negative padding") << Architecture{{ConvBlock{.padding = -1}}, {}} << 28
                                      << QStringLiteral("architecture.conv_blocks[0].padding");
    QTest::newRow("no neurons") << Architecture{{}, {HiddenLayer{}, HiddenLayer{.width = 0}}} << 28
                                << QStringLiteral("architecture.hidden_layers[1].width");
    QTest::newRow("pictures of nothing") << Architecture{} << 0 << QStringLiteral("architecture");
}

void LayerSummaryTest::refusesTheImpossible()
{
    QFETCH(Architecture, architecture);
    QFETCH(int, side);
    const ArchitectureSummary summary = summarize(architecture, side, 10);
    QTEST(problemField(summary), "field");
    QVERIFY(!summary.problem->message.isEmpty());
}

void LayerSummaryTest::namesTheLayerAndKeepsWhatCameBefore()
{
    const Architecture architecture{{ConvBlock{}, ConvBlock{.kernelSize = 5, .padding = 0}}, {}};
    const ArchitectureSummary summary = summarize(architecture, 6, 10);
    QCOMPARE(summary.layers.back().kind, LayerKind::MaxPool);
    QCOMPARE(summary.layers.back().height, 3);
    const QString message = summary.problem->message;
    for (const char *part : {"2", "5 × 5", "3 × 3"}) {
        QVERIFY2(message.contains(QString::fromUtf8(part)), qPrintable(message));
    }
}

void LayerSummaryTest::survivesHugeNumbers()
{
    constexpr int huge = std::numeric_limits<int>::max();
    const ArchitectureSummary million
        = summarize({{ConvBlock{.filters = 1000000}, ConvBlock{.filters = 1000000}}, {}}, 28, 10);
    QVERIFY(!million.problem);
    QCOMPARE(million.layers.at(4).parameters, 1000000LL * 9000001LL);
    QCOMPARE(million.layers.at(4).multiplications, 1000000LL * 9000000LL * 196LL);
    QCOMPARE(million.layers.back().parameters, 490000010LL);

    const ArchitectureSummary tooMany = summarize({{ConvBlock{.filters = huge}}, {}}, 28, 10);
    QCOMPARE(problemField(tooMany), QStringLiteral("architecture.conv_blocks[0].filters"));
    QVERIFY(summarize({{ConvBlock{.padding = huge}}, {}}, 28, 10).problem);
    QVERIFY(summarize({{ConvBlock{.kernelSize = huge, .padding = huge}}, {}}, huge, 10).problem);

    const ArchitectureSummary wide = summarize({{},
                                                {HiddenLayer{.width = huge}, HiddenLayer{.width = huge},
                                                 HiddenLayer{.width = huge}, HiddenLayer{.width = huge}}},
                                               28, 10);
    QCOMPARE(wide.parameters, std::numeric_limits<qint64>::max());
}

void LayerSummaryTest::dropoutIsThatOfTheFirstLayerWithAny()
{
    QCOMPARE(dropoutOf({}), 0.0);
    QCOMPARE(dropoutOf({{}, {HiddenLayer{}, HiddenLayer{.dropout = 0.4}, HiddenLayer{.dropout = 0.1}}}), 0.4);
}

void LayerSummaryTest::setDropoutTouchesTheLayersThatHaveIt()
{
    Architecture some{{}, {HiddenLayer{}, HiddenLayer{.dropout = 0.4}, HiddenLayer{.dropout = 0.1}}};
    setDropout(some, 0.3);
    QCOMPARE(some.hiddenLayers[0].dropout, 0.0);
    QCOMPARE(some.hiddenLayers[1].dropout, 0.3);
    QCOMPARE(some.hiddenLayers[2].dropout, 0.3);

    Architecture none{{}, {HiddenLayer{}, HiddenLayer{}}};
    setDropout(none, 0.3);
    QCOMPARE(none.hiddenLayers[0].dropout, 0.3);
    QCOMPARE(none.hiddenLayers[1].dropout, 0.0);

    Architecture flat;
    setDropout(flat, 0.3);
    QCOMPARE(flat, Architecture());
}

void LayerSummaryTest::everyKindHasAName()
{
    QStringList names;
    for (int kind = 0; kind <= int(LayerKind::Dropout); ++kind) {
        const QString name = layerKindName(LayerKind(kind));
        QVERIFY(!name.isEmpty());
        QVERIFY(!names.contains(name));
        names.append(name);
    }
}

QTEST_GUILESS_MAIN(LayerSummaryTest)
#include "tst_layersummary.moc"
