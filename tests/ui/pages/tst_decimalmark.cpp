// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/language.h"
#include "ui/views/csvchoice.h"
#include "ui/views/linesview.h"
#include "ui/views/robustnesschart.h"
#include "ui/views/viewexport.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

/// Numbers on the screen follow the language; numbers in files follow the user's choice, the same one everywhere.
class TestDecimalMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void linesHaveTheLanguagesMark();
    void robustnessHasTheLanguagesMark();
    void tablesFollowTheChoice();
    void everyMenuShowsTheChoice();

private:
    /// The texts that a widget draws, taken from a drawing of it.
    static QString drawn(ViewExport &exporter);

    Language m_language;
};

void TestDecimalMark::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_decimalmark"));
}

void TestDecimalMark::init()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
}

QString TestDecimalMark::drawn(ViewExport &exporter)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("view.svg"));
    if (!exporter.saveSvg(path)) {
        return QString();
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestDecimalMark::linesHaveTheLanguagesMark()
{
    for (const QString &code : {QStringLiteral("en"), QStringLiteral("es")}) {
        m_language.choose(code);
        LinesView view;
        view.resize(480, 200);
        view.setRange(0.25, 1.75);
        view.setLines({{QStringLiteral("boot"), {{0.25, 0.5}, {1.75, 0.125}}}});
        const bool isSpanish = code == QLatin1String("es");
        QVERIFY2(view.accessibleDescription().contains(isSpanish ? QStringLiteral("12,5") : QStringLiteral("12.5")), qPrintable(view.accessibleDescription()));
        ViewExport exporter(QStringLiteral("lines"), &view, {});
        const QString texts = drawn(exporter);
        QVERIFY(texts.contains(isSpanish ? QStringLiteral(">0,25<") : QStringLiteral(">0.25<")));
        QVERIFY(texts.contains(isSpanish ? QStringLiteral(">1,75<") : QStringLiteral(">1.75<")));
    }
}

void TestDecimalMark::robustnessHasTheLanguagesMark()
{
    for (const QString &code : {QStringLiteral("en"), QStringLiteral("es")}) {
        m_language.choose(code);
        RobustnessChart chart;
        chart.resize(640, 260);
        chart.setContent({QStringLiteral("small")}, {{QStringLiteral("noise"), {0.0, 0.25, 0.5}, {{0.875, 0.5, 0.125}}}});
        const bool isSpanish = code == QLatin1String("es");
        QVERIFY2(chart.accessibleDescription().contains(isSpanish ? QStringLiteral("87,5") : QStringLiteral("87.5")), qPrintable(chart.accessibleDescription()));
        ViewExport exporter(QStringLiteral("robustness"), &chart, {});
        QVERIFY(drawn(exporter).contains(isSpanish ? QStringLiteral(">0,25<") : QStringLiteral(">0.25<")));
    }
}

void TestDecimalMark::tablesFollowTheChoice()
{
    const ViewTable table{{QStringLiteral("Name"), QStringLiteral("Value, in nats")},
                          {{QStringLiteral("a;b"), QStringLiteral("-0.25")}, {QStringLiteral("v1.2"), QStringLiteral("1.5e-07")}, {QStringLiteral("c"), QStringLiteral("3")}}};
    QCOMPARE(table.toCsv(), QStringLiteral("Name,\"Value, in nats\"\na;b,-0.25\nv1.2,1.5e-07\nc,3\n"));
    QCOMPARE(table.toCsv(CsvStyle::Comma), QStringLiteral("Name;Value, in nats\n\"a;b\";-0,25\nv1.2;1,5e-07\nc;3\n"));
    QWidget view;
    view.resize(40, 40);
    ViewExport exporter(QStringLiteral("table"), &view, [table] { return table; });
    auto *comma = exporter.menu()->findChild<QAction *>(QStringLiteral("csvCommaAction"));
    QVERIFY(comma && !comma->isChecked());
    comma->trigger();
    QTemporaryDir folder;
    QVERIFY(exporter.saveCsv(folder.filePath(QStringLiteral("a.csv"))));
    QFile file(folder.filePath(QStringLiteral("a.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), table.toCsv(CsvStyle::Comma));
    exporter.copyNumbers();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("a;b\t-0,25\n")));
}

void TestDecimalMark::everyMenuShowsTheChoice()
{
    QMenu first;
    QMenu second;
    new CsvChoice(&first);
    new CsvChoice(&second);
    first.findChild<QAction *>(QStringLiteral("csvCommaAction"))->trigger();
    QCOMPARE(chosenCsvStyle(), CsvStyle::Comma);
    Q_EMIT second.aboutToShow();
    QVERIFY(second.findChild<QAction *>(QStringLiteral("csvCommaAction"))->isChecked());
    second.findChild<QAction *>(QStringLiteral("csvPointAction"))->trigger();
    QCOMPARE(chosenCsvStyle(), CsvStyle::Point);
}

QTEST_MAIN(TestDecimalMark)
#include "tst_decimalmark.moc"
