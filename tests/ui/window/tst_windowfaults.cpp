// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/diskfault.h"
#include "tests/support/idxwriter.h"
#include "ui/views/messagebar.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <cstdlib>
#include <fstream>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace convscope;

namespace {

constexpr int patience = 300000; // milliseconds; far more than it takes

/// A file system of 96 MB that only this process sees; before its first thread. Empty where the machine doesn't permit it.
std::string mountSmallDisk()
{
    char folder[] = "/tmp/convscope-disk-XXXXXX";
    if (!::mkdtemp(folder)) {
        return {};
    }
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (user == 0 ? ::unshare(CLONE_NEWNS) == 0 : ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) {
        if (user != 0) { // root in a name space of its own
            std::ofstream("/proc/self/setgroups") << "deny";
            std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
            std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
        }
        if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && ::mount("tmpfs", folder, "tmpfs", 0, "size=96m") == 0) {
            return folder;
        }
    }
    ::rmdir(folder);
    return {};
}

Experiment smallExperiment(const char *name, int epochs)
{
    Experiment experiment;
    experiment.name = QString::fromLatin1(name);
    experiment.architecture.hiddenLayers = {{64, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

} // namespace

/// A window that trains while its disk fills up or may no longer be written: training goes on, a bar says what to do, and when that is done
/// everything is saved. What was saved before is not touched.
class TestWindowFaults : public QObject
{
    Q_OBJECT

public:
    explicit TestWindowFaults(const std::string &disk)
        : m_disk(QString::fromStdString(disk))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aFullFileSystem();
    void writesThatFail_data();
    void writesThatFail();

private:
    void open(const QString &laboratory);
    TrainingRun *start(const char *name, int epochs, RunControl::Begin begin = RunControl::Begin::Running);
    QStringList messages() { return m_window->findChild<MessageBar *>()->texts(); }
    /// Both runs are there, whole, the first as it was.
    void checkSaved(const QString &laboratory, const QByteArray &seal, int epochs) const;
    QByteArray sealOf(const QString &laboratory, const QString &id) const { return RunStore::open(laboratory).value()->seals().value().value(id); }

    const QString m_disk;
    QTemporaryDir m_data;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowFaults::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_windowfaults"));
    QSettings().clear();
    test::writeDataset(m_data.filePath(QStringLiteral("data")), *test::barsDataset(160, 60));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestWindowFaults::cleanup()
{
    if (m_window) {
        m_window->closeWithoutAsking();
        m_window.reset();
    }
}

void TestWindowFaults::open(const QString &laboratory)
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->session().openLaboratory(laboratory);
    m_window->session().loadData(m_data.filePath(QStringLiteral("data")));
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
}

TrainingRun *TestWindowFaults::start(const char *name, int epochs, RunControl::Begin begin)
{
    m_window->setExperiment(smallExperiment(name, epochs));
    m_window->start(begin);
    return m_window->session().activeRun();
}

void TestWindowFaults::checkSaved(const QString &laboratory, const QByteArray &seal, int epochs) const
{
    const auto store = RunStore::open(laboratory);
    const RunList list = store.value()->runs().value();
    QCOMPARE(list.problems, QStringList());
    QCOMPARE(list.runs.size(), std::size_t(2));
    QCOMPARE(store.value()->seals().value().value(list.runs[1].id), seal);
    for (const RunRecord &record : list.runs) {
        const Result<LoadedRun> loaded = store.value()->load(record.id);
        QVERIFY2(loaded, qPrintable(loaded.error()));
        QCOMPARE(loaded.value().problems, QStringList());
        QCOMPARE(int(record.state), int(RecordState::Finished));
        QVERIFY(store.value()->resumePoint(record.id));
    }
    QCOMPARE(list.runs[0].epochs, epochs);
}

void TestWindowFaults::aFullFileSystem()
{
    if (m_disk.isEmpty()) {
        QSKIP("no file system can be mounted here");
    }
    const QString laboratory = m_disk + QStringLiteral("/laboratory.sqlite");
    open(laboratory);
    TrainingRun *first = start("before", 2);
    QTRY_COMPARE_WITH_TIMEOUT(first->state(), RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(first->number()));
    const QByteArray seal = sealOf(laboratory, first->id());
    QFile ballast(m_disk + QStringLiteral("/ballast"));
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(65536, 'x');
    while (ballast.write(block) == block.size()) {
    }
    QVERIFY(ballast.resize(ballast.size() - 6 * block.size())); // enough to begin
    TrainingRun *run = start("while it fills", 60);
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 1, patience);
    QVERIFY2(messages().first().contains(QStringLiteral("training goes on")) && messages().first().contains(QStringLiteral("Free some space")), qPrintable(messages().first()));
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Finished, patience);
    QVERIFY(!m_window->session().recordingTrouble().isEmpty());
    QVERIFY(ballast.remove()); // what the bar asks for
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 0, patience);
    QVERIFY(m_window->session().finishRecording(run->number()));
    checkSaved(laboratory, seal, 60);
}

void TestWindowFaults::writesThatFail_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("advice");
    QTest::newRow("full disk") << ENOSPC << "Free some space";
    QTest::newRow("read-only folder") << EROFS << "Change the permissions";
    QTest::newRow("broken disk") << EIO << "the disk reports an error";
    QTest::newRow("used up quota") << EDQUOT << "a quota is used up";
}

void TestWindowFaults::writesThatFail()
{
    QFETCH(const int, error);
    QFETCH(const QString, advice);
    const QTemporaryDir folder;
    const QString laboratory = folder.filePath(QStringLiteral("laboratory.sqlite"));
    open(laboratory);
    TrainingRun *first = start("before", 2);
    QTRY_COMPARE_WITH_TIMEOUT(first->state(), RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(first->number()));
    const QByteArray seal = sealOf(laboratory, first->id());
    TrainingRun *run = start("meanwhile", 20, RunControl::Begin::OneEpoch);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Paused, patience);
    QTRY_VERIFY_WITH_TIMEOUT(RunStore::open(laboratory).value()->run(run->id()), patience); // some of it is saved
    {
        const test::DiskFault fault(error, laboratory.toStdString());
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 1, patience);
        QVERIFY(fault.failures() > 0);
        QVERIFY2(messages().first().contains(QStringLiteral("training goes on")) && messages().first().contains(advice), qPrintable(messages().first()));
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Finished, patience); // it does
    }
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 0, patience);
    QVERIFY(m_window->session().finishRecording(run->number()));
    checkSaved(laboratory, seal, 20);
}

int main(int argc, char **argv)
{
    const std::string disk = mountSmallDisk();
    int failures = 0;
    {
        QApplication application(argc, argv);
        TestWindowFaults test(disk);
        failures = QTest::qExec(&test, argc, argv);
    }
    if (!disk.empty()) {
        ::umount2(disk.c_str(), MNT_DETACH);
        ::rmdir(disk.c_str());
    }
    return failures;
}

#include "tst_windowfaults.moc"
