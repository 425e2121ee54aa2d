// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <bit>

using namespace convscope;

/// `convscope report` as a process, without a display; and the command that a report gives, typed into a shell.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesBothKinds();
    void speaksSpanish();
    void comparesSeveral();
    void usage_data();
    void usage();
    void unwritable();
    void theCommandInItRepeatsTheRun_data();
    void theCommandInItRepeatsTheRun();

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output;
        QByteArray error;
    };
    Outcome run(const QString &program, const QStringList &arguments) const;
    Outcome convscope(const QStringList &arguments, const char *language = "en") const;
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QByteArray contentOf(const char *name) const;

    QString m_program;
    QTemporaryDir m_folder;
};

TestReportCommand::Outcome TestReportCommand::run(const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), path("lab.sqlite"));
    environment.insert(QStringLiteral("PATH"), QFileInfo(m_program).path() + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

TestReportCommand::Outcome TestReportCommand::convscope(const QStringList &arguments, const char *language) const
{
    return run(m_program, arguments + QStringList{QStringLiteral("--language"), QString::fromLatin1(language)});
}

QByteArray TestReportCommand::contentOf(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestReportCommand::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    test::writeDataset(path("my data"), *test::barsDataset(256, 50));
    test::writeFile(path("net.json"), R"({"convscope_experiment": 1, "name": "a net", "training": {"epochs": 2, "batch_size": 32, "seed": 5, "learning_rate": 0.003},
                                         "architecture": {"conv_blocks": [{"filters": 4}], "hidden_layers": [{"width": 16, "dropout": 0.25}]}})");
    for (const char *words : {"train --settings net.json --threads 1", "train --preset first-steps --epochs 1 --train-images 0 --seed 9 --threads 1"}) {
        const Outcome trained = convscope(QString::fromLatin1(words).split(QLatin1Char(' ')) + QStringList{QStringLiteral("--data"), path("my data")});
        QVERIFY2(trained.code == 0, trained.error.constData());
    }
}

void TestReportCommand::writesBothKinds()
{
    const Outcome html = convscope({QStringLiteral("report"), QStringLiteral("latest"), path("run.html")});
    QVERIFY2(html.code == 0, html.error.constData());
    QVERIFY2(html.error.isEmpty(), html.error.constData());
    QVERIFY(html.output.contains("run.html"));
    const QByteArray page = contentOf("run.html");
    QVERIFY(page.startsWith("<!DOCTYPE html>") && page.contains("lang=\"en\"") && page.contains("Run “first-steps”"));
    QVERIFY(page.contains("of 50 test pictures rightly"));
    const Outcome pdf = convscope({QStringLiteral("report"), QStringLiteral("latest"), path("run.pdf")});
    QVERIFY2(pdf.code == 0, pdf.error.constData());
    QVERIFY2(pdf.error.isEmpty(), pdf.error.constData());
    QVERIFY(contentOf("run.pdf").startsWith("%PDF-") && contentOf("run.pdf").count("/Type /Page\n") >= 2);
}

void TestReportCommand::speaksSpanish()
{
    QCOMPARE(convscope({QStringLiteral("report"), QStringLiteral("latest"), path("es.html")}, "es").code, 0);
    const QByteArray page = contentOf("es.html");
    QVERIFY(page.contains("lang=\"es\"") && page.contains("Ejecución «first-steps»") && page.contains("Cómo repetirla"));
    QVERIFY(!page.contains("How to repeat") && !page.contains("Settings"));
}

void TestReportCommand::comparesSeveral()
{
    const auto store = RunStore::open(path("lab.sqlite"));
    const Result<RunList> list = store.value()->runs();
    const Outcome outcome = convscope({QStringLiteral("report"), list.value().runs[1].id.left(8), QStringLiteral("latest"), list.value().runs[1].id, path("both.html")});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    const QByteArray page = contentOf("both.html");
    QVERIFY(page.contains("Comparison of 2 runs")); // none twice
    QVERIFY(page.contains("<h2>1 a net</h2>") && page.contains("<h2>2 first-steps</h2>"));
}

void TestReportCommand::usage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("nothing") << QStringList{} << QByteArray("ID FILE");
    QTest::newRow("no file") << QStringList{QStringLiteral("latest")} << QByteArray("the file to write");
    QTest::newRow("no kind") << QStringList{QStringLiteral("latest"), QStringLiteral("report")} << QByteArray(".html or .pdf");
    QTest::newRow("other kind") << QStringList{QStringLiteral("latest"), QStringLiteral("report.docx")} << QByteArray("report.docx");
    QTest::newRow("no such run") << QStringList{QStringLiteral("latest"), QStringLiteral("abcdefgh"), QStringLiteral("r.html")} << QByteArray("abcdefgh");
}

void TestReportCommand::usage()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, reason);
    const Outcome outcome = convscope(QStringList{QStringLiteral("report")} + words);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.error.contains(reason), outcome.error.constData());
    QVERIFY(!QFile::exists(path("r.html")));
}

void TestReportCommand::unwritable()
{
    for (const char *file : {"/proc/none/r.html", "/proc/none/r.pdf"}) {
        const Outcome outcome = convscope({QStringLiteral("report"), QStringLiteral("latest"), QString::fromLatin1(file)});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains(file), outcome.error.constData());
    }
    const Outcome noLaboratory = convscope({QStringLiteral("report"), QStringLiteral("latest"), QStringLiteral("r.html"), QStringLiteral("--laboratory"), QStringLiteral("/proc/none/lab.sqlite")});
    QCOMPARE(noLaboratory.code, 4);
}

void TestReportCommand::theCommandInItRepeatsTheRun_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("settings") << "a net";
    QTest::newRow("preset") << "first-steps";
}

void TestReportCommand::theCommandInItRepeatsTheRun()
{
    QFETCH(QString, name);
    const auto store = RunStore::open(path("lab.sqlite"));
    const std::vector<RunRecord> before = store.value()->runs().value().runs;
    const auto original = std::find_if(before.begin(), before.end(), [&name](const RunRecord &record) { return record.name == name; });
    QVERIFY(original != before.end());
    QCOMPARE(convscope({QStringLiteral("report"), original->id, path("repeat.html")}).code, 0);
    QStringList codes; // as a person copies them
    const QString page = QString::fromUtf8(contentOf("repeat.html"));
    static const QRegularExpression code(QStringLiteral("<pre><code>(.*?)</code></pre>"), QRegularExpression::DotMatchesEverythingOption);
    for (QRegularExpressionMatchIterator match = code.globalMatch(page); match.hasNext();) {
        codes << match.next().captured(1).replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"))
                     .replace(QStringLiteral("&quot;"), QStringLiteral("\"")).replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    }
    QVERIFY(!codes.isEmpty());
    if (codes.size() == 2) {
        test::writeFile(path("a-net.json"), codes.first().toUtf8());
    }
    QVERIFY2(!codes.last().contains(m_folder.path()), qPrintable(codes.last())); // the home folder is its owner's matter
    const Outcome repeated = run(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), codes.last()});
    QVERIFY2(repeated.code == 0, repeated.error.constData());
    const RunRecord again = store.value()->run(store.value()->findId(QStringLiteral("latest")).value()).value();
    QVERIFY(again.id != original->id);
    QCOMPARE(std::bit_cast<quint64>(again.last->testLoss), std::bit_cast<quint64>(original->last->testLoss));
    QCOMPARE(std::bit_cast<quint64>(again.last->trainLoss), std::bit_cast<quint64>(original->last->trainLoss));
}

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
