// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/layertablemodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace convscope;

class TestLayerTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void paperNetwork();
    void impossible();
    void numbersInSpanish();

private:
    static Architecture paper();
    static QString text(const LayerTableModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static qint64 number(const LayerTableModel &model, int row, int column)
    {
        return model.index(row, column).data(LayerTableModel::NumberRole).toLongLong();
    }
};

Architecture TestLayerTableModel::paper()
{
    Architecture architecture;
    architecture.convBlocks = {{32, 3, 1, false, Activation::Relu, true}, {64, 3, 1, false, Activation::Relu, true}};
    architecture.hiddenLayers = {{600, Activation::Relu, 0.25}, {120, Activation::Relu, 0.0}};
    return architecture;
}

void TestLayerTableModel::paperNetwork()
{
    LayerTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const ArchitectureSummary summary = summarize(paper(), 28, 10);
    model.setSummary(summary);
    QCOMPARE(model.rowCount(), int(summary.layers.size()) + 1);

    QStringList shapes;
    std::vector<qint64> parameters;
    for (int row = 0; row < model.rowCount(); ++row) {
        const qint64 count = number(model, row, LayerTableModel::ParametersColumn);
        if (count > 0)
            parameters.push_back(count);
        shapes.append(text(model, row, LayerTableModel::OutputColumn).remove(QChar(0x2009)));
    }
    // 32*1*9+32, 64*32*9+64, 3136*600+600, 600*120+120, 120*10+10, and their sum.
    QCOMPARE(parameters, (std::vector<qint64>{320, 18496, 1882200, 72120, 1210, 1974346}));
    for (const char *shape : {"1×28×28", "32×28×28", "32×14×14", "64×14×14", "64×7×7", "3,136", "600", "120", "10"})
        QVERIFY2(shapes.contains(QString::fromUtf8(shape)), shape);

    const int total = model.rowCount() - 1;
    QCOMPARE(model.rowKind(total), LayerTableModel::RowKind::Total);
    QCOMPARE(text(model, total, LayerTableModel::ParametersColumn), QStringLiteral("1,974,346"));
    // 28*28*288 + 14*14*18432 + 3136*600 + 600*120 + 120*10
    QCOMPARE(number(model, total, LayerTableModel::MultiplicationsColumn), 225792 + 3612672 + 1881600 + 72000 + 1200);
    QVERIFY(text(model, total, LayerTableModel::MultiplicationsColumn).contains(QStringLiteral("5.8")));
}

void TestLayerTableModel::impossible()
{
    Architecture architecture = paper();
    architecture.convBlocks.push_back({8, 7, 0, false, Activation::Relu, true});
    architecture.convBlocks.push_back({8, 7, 0, false, Activation::Relu, true});
    const ArchitectureSummary summary = summarize(architecture, 28, 10);
    QVERIFY(summary.problem.has_value());
    LayerTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSummary(summary);
    const int last = model.rowCount() - 1;
    QCOMPARE(model.rowKind(last), LayerTableModel::RowKind::Problem);
    QCOMPARE(text(model, last, LayerTableModel::LayerColumn), summary.problem->message);
    QVERIFY(text(model, last, LayerTableModel::ParametersColumn).isEmpty());
    QCOMPARE(model.index(last, 0).data(LayerTableModel::KindRole).toInt(), int(LayerTableModel::RowKind::Problem));
    model.setSummary(summarize(paper(), 28, 10));
    QCOMPARE(model.rowKind(model.rowCount() - 1), LayerTableModel::RowKind::Total);
}

void TestLayerTableModel::numbersInSpanish()
{
    QLocale::setDefault(QLocale(QStringLiteral("es_ES")));
    LayerTableModel model;
    model.setSummary(summarize(paper(), 28, 10));
    QCOMPARE(text(model, model.rowCount() - 1, LayerTableModel::ParametersColumn), QStringLiteral("1.974.346"));
}

QTEST_MAIN(TestLayerTableModel)
#include "tst_layertablemodel.moc"
