// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"
#include "ui/models/opinionhistory.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

class TestOpinionHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coarseFirst();
    void aLaboratoryThatCantBeOpened();
};

void TestOpinionHistory::coarseFirst()
{
    QCOMPARE(coarseToFine({}), std::vector<qint64>());
    QCOMPARE(coarseToFine({7}), std::vector<qint64>{7});
    QCOMPARE(coarseToFine({0, 1, 2, 3, 4}), (std::vector<qint64>{0, 4, 2, 1, 3}));
}

/// It is said once for each time that somebody asks.
void TestOpinionHistory::aLaboratoryThatCantBeOpened()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("lab.sqlite"));
    test::writeFile(file, QByteArray("this is no laboratory").repeated(100));
    OpinionHistory history;
    QSignalSpy failures(&history, &OpinionHistory::failed);
    const OpinionHistory::Question question{nullptr, file, QStringLiteral("run"), {4, std::vector<float>(16, 0.5f)}};
    for (int times = 1; times <= 2; ++times) {
        history.ask(question, {0, 1, 2});
        QVERIFY(history.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!history.isBusy(), 30000);
        QCoreApplication::processEvents();
        QVERIFY(!history.isBusy());
        QCOMPARE(failures.count(), times);
        QVERIFY(failures.last().first().toString().contains(QStringLiteral("lab.sqlite")));
        QVERIFY(history.opinions().empty());
    }
}

QTEST_GUILESS_MAIN(TestOpinionHistory)
#include "tst_opinionhistory.moc"
