// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/comparison.h"
#include "core/training/presets.h"

#include <QtTest>

using namespace convscope;

namespace {

Experiment preset(const char *name)
{
    return findPreset(QString::fromLatin1(name), {}).value().experiment;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAndValues();
    void whatDiffers();
};

void TestComparison::pathsAndValues()
{
    const std::map<QString, QJsonValue> settings = settingsByPath(preset("cnn-2"));
    QCOMPARE(settings.at(QStringLiteral("training.learning_rate")).toDouble(), 0.00001);
    QCOMPARE(settings.at(QStringLiteral("architecture.conv_blocks")).toInt(), 2);
    QCOMPARE(settings.at(QStringLiteral("architecture.conv_blocks[1].filters")).toInt(), 64);
    QCOMPARE(settings.count(QStringLiteral("name")), std::size_t(0));
}

void TestComparison::whatDiffers()
{
    QCOMPARE(differingSettings({preset("cnn-2"), preset("cnn-3")}), QStringList{QStringLiteral("training.epochs")});
    QCOMPARE(differingSettings({preset("cnn-2"), preset("cnn-2")}), QStringList());
    const QStringList differing = differingSettings({preset("mlp-512"), preset("cnn-2")});
    QCOMPARE(differing.first(), QStringLiteral("training.epochs"));
    QVERIFY(differing.contains(QStringLiteral("architecture.conv_blocks")));
    QVERIFY(differing.contains(QStringLiteral("architecture.conv_blocks[0].filters")));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
