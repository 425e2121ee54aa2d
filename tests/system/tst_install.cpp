// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace convscope;

namespace {

constexpr int patience = 300000; // milliseconds; far more than it takes

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray error;
};

} // namespace

/// The program as `cmake --install` puts it into a folder: it finds its engine there, and a double click on a run opens it.
class TestInstall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsInItsPlace();
    void desktopFilesAreValid();
    void runsAreKnownByTheirFirstBytes();
    void theEngineIsFound();
    void doubleClickAddsARun();
    void aBadFileLeavesTheWindowOpen();

private:
    QString installed(const QString &path) const { return m_prefix.filePath(QStringLiteral("an other place/") + path); }
    QProcessEnvironment environment() const;
    Outcome run(const QString &program, const QStringList &arguments, const QProcessEnvironment *given = nullptr) const;
    /// A run in a file of its own.
    QString exportedRun();
    /// Opens the window with that file, waits until `isDone`, and ends it.
    template<typename Condition>
    void openWindow(const QString &file, Condition isDone);

    QTemporaryDir m_prefix;
    QTemporaryDir m_home;
    QString m_data;
};

void TestInstall::initTestCase()
{
    m_data = m_home.filePath(QStringLiteral("data"));
    test::writeDataset(m_data, *test::barsDataset(256, 50));
    const Outcome outcome = run(QStringLiteral(CMAKE), {QStringLiteral("--install"), QStringLiteral(BUILD_FOLDER), QStringLiteral("--prefix"), installed(QString())});
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
}

QProcessEnvironment TestInstall::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "CONVSCOPE_ENGINE", "CONVSCOPE_LABORATORY"}) {
        environment.remove(QLatin1String(name)); // the engine is to be found without help
    }
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("share")));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

Outcome TestInstall::run(const QString &program, const QStringList &arguments, const QProcessEnvironment *given) const
{
    QProcess process;
    process.setProcessEnvironment(given ? *given : environment());
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestInstall::everythingIsInItsPlace()
{
    for (const char *file : {"bin/convscope", "lib/convscope/libconvscope_engine.so", "share/applications/convscope.desktop", "share/mime/packages/convscope.xml",
                             "share/icons/hicolor/scalable/apps/convscope.svg"}) {
        QVERIFY2(QFileInfo(installed(QLatin1String(file))).isFile(), file);
    }
}

void TestInstall::desktopFilesAreValid()
{
    QFile file(installed(QStringLiteral("share/applications/convscope.desktop")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines.contains("Exec=convscope %F"));
    QVERIFY(lines.contains("MimeType=application/x-convscope-run;"));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
    if (tool.isEmpty()) {
        QSKIP("desktop-file-validate is not installed");
    }
    const Outcome outcome = run(tool, {file.fileName()});
    QVERIFY2(outcome.exitCode == 0, outcome.output.constData());
}

void TestInstall::runsAreKnownByTheirFirstBytes()
{
    // The bytes that the description names are those that the store writes.
    QFile exported(exportedRun());
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QCOMPARE(exported.read(100).mid(68, 4), QByteArray("CnvS"));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("update-mime-database"));
    if (tool.isEmpty()) {
        QSKIP("update-mime-database is not installed");
    }
    const QString folder = installed(QStringLiteral("share/mime"));
    const Outcome outcome = run(tool, {folder});
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
    QFile globs(folder + QStringLiteral("/globs2"));
    QVERIFY(globs.open(QIODevice::ReadOnly));
    QVERIFY(globs.readAll().contains("application/x-convscope-run:*.convscope"));
}

void TestInstall::theEngineIsFound()
{
    const Outcome outcome = run(installed(QStringLiteral("bin/convscope")), words("train --preset first-steps --train-images 256 --epochs 1 --threads 1 --laboratory none --data") + QStringList{m_data});
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
}

QString TestInstall::exportedRun()
{
    const QString laboratory = m_home.filePath(QStringLiteral("source.sqlite"));
    const QString file = m_home.filePath(QStringLiteral("mi ejecución.convscope"));
    if (!QFileInfo::exists(file)) {
        QProcessEnvironment elsewhere = environment();
        elsewhere.insert(QStringLiteral("CONVSCOPE_LABORATORY"), laboratory);
        run(installed(QStringLiteral("bin/convscope")), words("train --preset first-steps --train-images 256 --epochs 1 --threads 1 --data") + QStringList{m_data}, &elsewhere);
        run(installed(QStringLiteral("bin/convscope")), words("export latest --format convscope") + QStringList{file}, &elsewhere);
    }
    return file;
}

template<typename Condition>
void TestInstall::openWindow(const QString &file, Condition isDone)
{
    QProcess window;
    window.setProcessEnvironment(environment());
    window.start(installed(QStringLiteral("bin/convscope")), {file, QStringLiteral("--data"), m_data, QStringLiteral("--language"), QStringLiteral("en")});
    QVERIFY(window.waitForStarted(patience));
    QTRY_VERIFY_WITH_TIMEOUT(isDone() || window.state() == QProcess::NotRunning, patience);
    QVERIFY2(window.state() == QProcess::Running, window.readAllStandardError().constData());
    QCOMPARE(::kill(pid_t(window.processId()), SIGTERM), 0);
    QVERIFY(window.waitForFinished(patience));
    QCOMPARE(window.exitCode(), 130);
}

void TestInstall::doubleClickAddsARun()
{
    const QString file = exportedRun();
    QVERIFY(QFileInfo::exists(file));
    const QString laboratory = m_home.filePath(QStringLiteral("share/ConvScope/ConvScope/laboratory.sqlite"));
    const auto count = [&laboratory] {
        const auto store = QFileInfo::exists(laboratory) ? RunStore::open(laboratory) : Result<std::unique_ptr<RunStore>>::failure(QStringLiteral("none yet"));
        return store ? store.value()->runs().value().runs.size() : 0;
    };
    openWindow(file, [&] { return count() == 1; });
}

void TestInstall::aBadFileLeavesTheWindowOpen()
{
    const QString file = m_home.filePath(QStringLiteral("bad.convscope"));
    test::writeFile(file, QByteArray(9000, 'x'));
    const QString laboratory = m_home.filePath(QStringLiteral("share/ConvScope/ConvScope/laboratory.sqlite"));
    QFile::remove(laboratory); // made anew when the window is there
    openWindow(file, [&] { return QFileInfo::exists(laboratory); });
    // A mistyped command is no file.
    const Outcome typed = run(installed(QStringLiteral("bin/convscope")), {QStringLiteral("trian")});
    QCOMPARE(typed.exitCode, 2);
    QVERIFY2(typed.error.contains("trian"), typed.error.constData());
}

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"
