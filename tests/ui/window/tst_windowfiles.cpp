// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "core/runs/safetensors.h"
#include "core/training/experimentfile.h"
#include "tests/support/idxwriter.h"
#include "ui/forms/experimentform.h"
#include "ui/views/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/runspanel.h"
#include "ui/window/windowfiles.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QImage>
#include <QListView>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace convscope;

namespace {

constexpr int patience = 120000; // milliseconds; far more than it takes

Experiment smallExperiment(const char *name, int epochs)
{
    Experiment experiment;
    experiment.name = QString::fromLatin1(name);
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The real window and files from outside: what is dropped on it or named on the command line, and what a run is written as.
class TestWindowFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void badFilesGetASentence_data();
    void badFilesGetASentence();
    void severalAreDroppedAtOnce();
    void settingsAreDropped();
    void aDataFolderIsDropped();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void tensorBoardWantsItsName();
    void weightsComeBack();
    void weightsThatDontFitAreRefused();
    void weightsWaitForARunThatTrains();

private:
    void train(const char *name, int epochs);
    /// Chooses that entry of the run's menu, and that file in the dialog which comes.
    void exportAs(const char *format, const QString &path);
    TrainingRun *run(int number) { return m_window->session().run(number); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<RunStore> store(const QString &name = QStringLiteral("laboratory.sqlite")) const { return std::move(RunStore::open(path(name))).value(); }
    bool says(const QString &part) { return m_window->findChild<MessageBar *>()->texts().join(QLatin1Char('\n')).contains(part); }

    QTemporaryDir m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowFiles::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_windowfiles"));
    test::writeDataset(m_data.filePath(QStringLiteral("data")), *test::barsDataset(160, 60));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestWindowFiles::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->session().openLaboratory(path(QStringLiteral("laboratory.sqlite")));
    m_window->session().loadData(m_data.filePath(QStringLiteral("data")));
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
}

void TestWindowFiles::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void TestWindowFiles::train(const char *name, int epochs)
{
    m_window->setExperiment(smallExperiment(name, epochs));
    m_window->start();
    TrainingRun *active = m_window->session().activeRun();
    QVERIFY(active);
    QTRY_COMPARE_WITH_TIMEOUT(active->state(), RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(active->number()));
}

void TestWindowFiles::exportAs(const char *format, const QString &path)
{
    QTimer answer;
    connect(&answer, &QTimer::timeout, this, [&answer, path] {
        if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            answer.stop();
            dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path); // selectFile() leaves a field that has the focus as it is
            static_cast<QDialog *>(dialog)->accept();
        }
    });
    answer.start(10);
    auto *action = m_window->findChild<QAction *>(QStringLiteral("export-") + QLatin1String(format));
    QVERIFY(action);
    action->trigger();
    QVERIFY(!answer.isActive()); // it was asked
}

void TestWindowFiles::badFilesGetASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence");
    const QByteArray garbage(5000, 'x');
    QTest::newRow("garbage as a run") << "bad.convscope" << garbage << "bad.convscope";
    QTest::newRow("empty run") << "empty.convscope" << QByteArray() << "empty.convscope";
    QTest::newRow("garbage as a laboratory") << "bad.sqlite" << garbage << "bad.sqlite";
    QTest::newRow("half a header") << "half" << QByteArray("SQLite format 3\0", 16) << "half";
    QTest::newRow("garbage as settings") << "bad.json" << garbage << "bad.json";
    QTest::newRow("garbage as weights") << "bad.safetensors" << garbage << "bad.safetensors";
    QTest::newRow("header of 2^63 bytes") << "huge.safetensors" << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10) << "huge.safetensors";
    QTest::newRow("text") << "notes.txt" << QByteArray("hello") << "is nothing that can be opened here";
    QTest::newRow("PyTorch's own file") << "model.pt" << QByteArray("PK\3\4") << "safetensors.torch.save_file";
    QTest::newRow("pickle") << "model.PKL" << QByteArray("\x80\2}q\1.") << "hold programs";
    QTest::newRow("missing") << "" << QByteArray() << "There is no file";
    QTest::newRow("pipe") << "pipe" << QByteArray() << "is nothing that can be opened here";
    QTest::newRow("folder without pictures") << "folder" << QByteArray() << "folder";
    QTest::newRow("picture") << "picture.png" << QByteArray() << "Drop it on the page";
}

void TestWindowFiles::badFilesGetASentence()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sentence);
    const QString file = path(name.isEmpty() ? QStringLiteral("nowhere.convscope") : name);
    if (name == QLatin1String("pipe")) {
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    } else if (name == QLatin1String("folder")) {
        QVERIFY(QDir().mkpath(file));
    } else if (name == QLatin1String("picture.png")) {
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QVERIFY(picture.save(file));
    } else if (!name.isEmpty()) {
        test::writeFile(file, content);
    }
    m_window->files().open({file});
    QTRY_VERIFY2_WITH_TIMEOUT(says(sentence), qPrintable(m_window->findChild<MessageBar *>()->texts().join(QLatin1Char('\n'))), patience);
    QCOMPARE(store()->runs().value().runs.size(), std::size_t(0));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience); // everything else can still be used
    if (!content.isEmpty()) {
        QCOMPARE(contentOf(file), content);
    }
}

void TestWindowFiles::severalAreDroppedAtOnce()
{
    const QString other = path(QStringLiteral("other.sqlite"));
    train("one", 1);
    train("two", 1);
    train("three", 1);
    QVERIFY(store(QStringLiteral("other.sqlite"))->importRuns(path(QStringLiteral("laboratory.sqlite"))));
    QStringList files{other};
    for (const int number : {1, 2}) {
        files << path(QStringLiteral("ñ %1.CONVSCOPE").arg(number));
        QCOMPARE(store()->exportRun(run(number)->id(), files.last()), QString());
    }
    for (const int number : {1, 2, 3}) {
        const QString id = run(number)->id();
        Q_EMIT m_window->findChild<RunsPanel *>()->removeRequested({number});
        QTRY_VERIFY_WITH_TIMEOUT(!run(number), patience);
        QCOMPARE(store()->erase(id), QString());
    }
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : std::as_const(files)) {
        urls << QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE_WITH_TIMEOUT(store()->runs().value().runs.size(), std::size_t(3), patience); // none comes twice
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("3 runs were added.")), patience);
    QAbstractItemModel *shown = m_window->findChild<QListView *>(QStringLiteral("runsView"))->model();
    QTRY_COMPARE_WITH_TIMEOUT(shown->rowCount(), 3, patience);
}

void TestWindowFiles::settingsAreDropped()
{
    Experiment wanted = smallExperiment("from a file", 7);
    wanted.training.learningRate = 0.0125;
    const QString file = path(QStringLiteral("mine.json"));
    QCOMPARE(writeExperimentFile(file, wanted), QString());
    m_window->files().open({file});
    const auto *form = m_window->findChild<ExperimentForm *>();
    QCOMPARE(form->experiment().training.epochs, 7);
    QCOMPARE(form->experiment().training.learningRate, 0.0125);
}

void TestWindowFiles::aDataFolderIsDropped()
{
    const QString folder = path(QStringLiteral("more pictures"));
    test::writeDataset(folder, *test::barsDataset(96, 20));
    m_window->files().open({folder});
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().data()->train.count, 96, patience);
}

void TestWindowFiles::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("convscope") << "run.convscope" << QByteArray("SQLite format 3");
    QTest::newRow("safetensors") << "run.safetensors" << QByteArray("conv1.weight");
    QTest::newRow("onnx") << "run.onnx" << QByteArray("Conv");
    QTest::newRow("pytorch") << "run.py" << QByteArray("import torch");
    QTest::newRow("tensorboard") << "events.out.tfevents.1.run" << QByteArray("brain.Event:2");
    QTest::newRow("csv") << "run.csv" << QByteArray("epoch");
    QTest::newRow("settings") << "run.json" << QByteArray("convscope_experiment");
}

void TestWindowFiles::everyFormatIsWritten()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, part);
    train("run", 2);
    const QString file = path(name);
    exportAs(QTest::currentDataTag(), file);
    QTRY_VERIFY2_WITH_TIMEOUT(says(QStringLiteral("was written to")) || says(QStringLiteral("ONNX")), qPrintable(m_window->findChild<MessageBar *>()->texts().join(QLatin1Char('\n'))), patience);
    if (!QFileInfo::exists(file)) {
        QVERIFY(says(QStringLiteral("built without")));
        QSKIP("ONNX's headers were not there when the program was built");
    }
    QVERIFY(contentOf(file).contains(part));
}

void TestWindowFiles::tensorBoardWantsItsName()
{
    train("run", 1);
    exportAs("tensorboard", path(QStringLiteral("curves")));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("with “tfevents” in their name")), patience);
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("curves"))));
}

void TestWindowFiles::weightsComeBack()
{
    train("trained", 2);
    const QString file = path(QStringLiteral("weights.safetensors"));
    exportAs("safetensors", file);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), patience);
    m_window->setExperiment(smallExperiment("something else", 1)); // the file names its own network
    m_window->files().open({file});
    QTRY_VERIFY_WITH_TIMEOUT(run(2) && run(2)->state() == RunState::Paused, patience);
    QVERIFY(says(QStringLiteral("waits before its first batch")));
    QCOMPARE(run(2)->name(), QStringLiteral("trained"));
    QCOMPARE(run(2)->history()->batchCount(), std::size_t(0));
    QVERIFY(run(2)->labels().note.contains(QDir::toNativeSeparators(file)));
    // Stopped, it is a run like others: the same weights leave it again, to the bit.
    m_window->findChild<QAction *>(QStringLiteral("stopAction"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Stopped, patience);
    QVERIFY(m_window->session().finishRecording(2));
    const QString again = path(QStringLiteral("again.safetensors"));
    exportAs("safetensors", again);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(again), patience);
    const auto before = readSafetensors(file);
    const auto after = readSafetensors(again);
    QVERIFY2(after, qPrintable(after.error()));
    QCOMPARE(after.value().size(), before.value().size());
    for (std::size_t i = 0; i < before.value().size(); ++i) {
        QCOMPARE(after.value()[i].name, before.value()[i].name);
        QVERIFY(after.value()[i].values == before.value()[i].values);
    }
    // And it trains on.
    m_window->findChild<QAction *>(QStringLiteral("continueRunAction"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Finished, patience);
    QVERIFY(run(2)->history()->epochs().front().trainLoss < run(1)->history()->epochs().front().trainLoss);
    QVERIFY(store()->run(run(2)->id()).value().note.contains(QStringLiteral("weights.safetensors")));
}

void TestWindowFiles::weightsThatDontFitAreRefused()
{
    // From another program: no network is named, so the form's counts.
    const QByteArray header = R"({"hidden1.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}})";
    const auto size = quint64(header.size());
    const QString file = path(QStringLiteral("foreign.safetensors"));
    test::writeFile(file, QByteArray(reinterpret_cast<const char *>(&size), 8) + header + QByteArray(4, '\0'));
    m_window->files().open({file});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("don't fit this network: “hidden1.weight”")), patience);
    QVERIFY(!run(1));
}

void TestWindowFiles::weightsWaitForARunThatTrains()
{
    train("trained", 1);
    const QString file = path(QStringLiteral("weights.safetensors"));
    exportAs("safetensors", file);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), patience);
    m_window->setExperiment(smallExperiment("busy", 1));
    m_window->start(RunControl::Begin::OneBatch);
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Paused, patience);
    m_window->files().open({file});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Stop it before other weights are loaded")), patience);
    QVERIFY(!run(3));
}

QTEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
