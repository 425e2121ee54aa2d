// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"
#include "ui/pages/comparepage.h"
#include "ui/views/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reportactions.h"
#include "ui/window/runspanel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

} // namespace

/// Reports from the real window: through its menus, as files and on (the preview of) paper.
class TestReportWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void fileMenuWritesTheSelectedRun();
    void theKindChangesTheName();
    void pdfAndBadPaths();
    void severalAreSelectedWithTheMouse();
    void tickedRunsAreCompared();
    void printsWithPreview();
    void followsTheLanguage();
    void withoutALaboratory();

private:
    void train();
    QByteArray contentOf(const QString &path) const;
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    /// Whether a message says so.
    bool isSaid(const QString &part) const;
    void answerFileDialog(const QString &file);
    ReportActions *reports() { return m_window->findChild<ReportActions *>(); }

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestReportWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_reportwindow"));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QSettings().clear();
    test::writeDataset(path("data"), *test::barsDataset(160, 60));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->session().openLaboratory(path("laboratory.sqlite"));
    m_window->session().loadData(path("data"));
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
    train();
    train();
}

void TestReportWindow::cleanup()
{
    m_language.choose(QStringLiteral("en"));
    for (QPrintPreviewDialog *open : m_window->findChildren<QPrintPreviewDialog *>()) {
        delete open;
    }
}

void TestReportWindow::cleanupTestCase()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void TestReportWindow::train()
{
    Experiment experiment;
    experiment.name = QStringLiteral("bars/1");
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 2;
    experiment.training.threads = 1;
    m_window->setExperiment(experiment);
    m_window->start();
    const TrainingRun *active = m_window->session().activeRun();
    QVERIFY(active);
    QTRY_COMPARE_WITH_TIMEOUT(active->state(), RunState::Finished, patience);
}

QByteArray TestReportWindow::contentOf(const QString &file) const
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

bool TestReportWindow::isSaid(const QString &part) const
{
    const QList<QLabel *> labels = m_window->findChild<MessageBar *>()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) { return label->text().contains(part); });
}

void TestReportWindow::answerFileDialog(const QString &file)
{
    QTimer::singleShot(0, qApp, [file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLineEdit *>()->text().endsWith(QStringLiteral("bars-1.html"))); // a proposal that is a file's name
        dialog->findChild<QLineEdit *>()->setText(file);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

void TestReportWindow::fileMenuWritesTheSelectedRun()
{
    answerFileDialog(path("año/one")); // the folder is there, the ending isn't
    QVERIFY(QDir().mkpath(path("año")));
    m_window->findChild<QAction *>(QStringLiteral("reportAction"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(QStringLiteral("one.html")), patience);
    const QByteArray page = contentOf(path("año/one.html"));
    QVERIFY(page.contains("Run “bars/1”"));
    QVERIFY(page.contains("of 60 test pictures rightly"));
}

/// The name follows the kind before the dialog asks whether a file shall be overwritten.
void TestReportWindow::theKindChangesTheName()
{
    m_window->findChild<QAction *>(QStringLiteral("reportAction"))->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    auto *kinds = dialog->findChild<QComboBox *>(QStringLiteral("fileTypeCombo"));
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_Down);
    QTRY_VERIFY(dialog->findChild<QLineEdit *>()->text().endsWith(QStringLiteral("bars-1.pdf")));
    dialog->findChild<QLineEdit *>()->setText(path("kind.htm"));
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(isSaid(QStringLiteral("does not end in .pdf")));
    QVERIFY(!QFile::exists(path("kind.htm")));
}

void TestReportWindow::pdfAndBadPaths()
{
    reports()->write({1}, path("one.pdf"));
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(QStringLiteral("one.pdf")), patience);
    QVERIFY(contentOf(path("one.pdf")).startsWith("%PDF-"));
    reports()->write({1}, QStringLiteral("/proc/none/report.html"));
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(QStringLiteral("/proc/none")), patience);
    reports()->write({}, path("none.html"));
    QVERIFY(isSaid(QStringLiteral("There is no run to report on")));
    reports()->write({99}, path("none.html"));
    QVERIFY(!QFile::exists(path("none.html")));
}

void TestReportWindow::severalAreSelectedWithTheMouse()
{
    auto *panel = m_window->findChild<RunsPanel *>();
    auto *list = panel->findChild<QListView *>();
    const auto click = [&](int number, Qt::KeyboardModifiers keys) { // through the window, so that the key counts as held down
        const QPoint place = list->viewport()->mapTo(m_window.get(), list->visualRect(panel->shownIndexOf(number)).center());
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, keys, place);
    };
    click(2, Qt::NoModifier);
    QTRY_COMPARE(panel->selectedRuns(), QList<int>{2});
    click(1, Qt::ControlModifier);
    QTRY_COMPARE(panel->selectedRuns().size(), 2);
    QCOMPARE(panel->selectedRun(), 1);
    click(2, Qt::NoModifier);
    QTRY_COMPARE(panel->selectedRuns(), QList<int>{2});
}

void TestReportWindow::tickedRunsAreCompared()
{
    auto *page = m_window->findChild<ComparePage *>();
    QSignalSpy spy(page, &ComparePage::reportRequested);
    page->show();
    Q_EMIT page->runsWanted();
    QTRY_COMPARE_WITH_TIMEOUT(page->runs().rows().size(), std::size_t(2), patience);
    page->runs().setTicked({1, 2});
    disconnect(page, &ComparePage::reportRequested, reports(), nullptr); // no dialog here
    page->findChild<QAction *>(QStringLiteral("compareReport"))->trigger();
    QCOMPARE(spy.size(), 1);
    const auto numbers = spy.first().first().value<QList<int>>();
    QCOMPARE(numbers, (QList<int>{1, 2}));
    reports()->write(numbers, path("both.html"));
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(QStringLiteral("both.html")), patience);
    QVERIFY(contentOf(path("both.html")).contains("Comparison of 2 runs"));
    QVERIFY(contentOf(path("both.html")).contains("All settings are equal."));
}

void TestReportWindow::printsWithPreview()
{
    QAction *print = m_window->findChild<QAction *>(QStringLiteral("printAction"));
    QCOMPARE(print->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_P));
    print->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QPrintPreviewDialog *>(), patience);
    auto *pages = m_window->findChild<QPrintPreviewDialog *>()->findChild<QPrintPreviewWidget *>();
    QTRY_VERIFY_WITH_TIMEOUT(pages->pageCount() >= 2, patience);
}

void TestReportWindow::followsTheLanguage()
{
    m_language.choose(QStringLiteral("es"));
    QCoreApplication::processEvents();
    QCOMPARE(m_window->findChild<QAction *>(QStringLiteral("printAction"))->text(), QStringLiteral("I&mprimir informe…"));
    reports()->write({1}, path("es.html"));
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(QStringLiteral("es.html")), patience);
    QVERIFY(contentOf(path("es.html")).contains("Ejecución «bars/1»"));
}

void TestReportWindow::withoutALaboratory()
{
    MainWindow other(m_language, *m_appearance);
    other.findChild<ReportActions *>()->write({1}, path("none.html"));
    const QList<QLabel *> labels = other.findChild<MessageBar *>()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("are not kept")); }));
    other.closeWithoutAsking();
}

QTEST_MAIN(TestReportWindow)
#include "tst_reportwindow.moc"
