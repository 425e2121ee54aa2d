// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "core/runs/runwriter.h"
#include "core/training/sweep.h"
#include "tests/support/idxwriter.h"
#include "ui/models/comparetablemodel.h"
#include "ui/pages/comparepage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"
#include "ui/window/paperbox.h"
#include "ui/window/queuetrainer.h"
#include "ui/window/runnotebook.h"
#include "ui/window/sweepdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

Experiment smallExperiment(int epochs = 2)
{
    Experiment experiment;
    experiment.name = QStringLiteral("bars");
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

} // namespace

/// Gets the page that a link leads to, in place of a browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> pages;

public Q_SLOTS:
    void open(const QUrl &url) { pages << url; }
};

/// Sweeps and the paper's experiments in the real window: planned, put into the queue, trained, compared.
class TestSweepWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aSweepIsPlannedTrainedAndCompared();
    void theHopelessAreGivenUp();
    void anInterruptedSweepGoesOn();
    void fileGoesAndComes();
    void filesSayMoreThanTheWindow();
    void namesOfTheQueueAreTaken();
    void runsOfThisSessionAreTakenIn();
    void wordsAndYesOrNo();
    void wrongEntries();
    void fiftyRuns();
    void paperBox();
    void withoutLaboratory();

private:
    SweepDialog *openDialog();
    template<typename Widget>
    Widget *in(const QWidget *parent, const char *name) { return parent->findChild<Widget *>(QLatin1String(name)); }
    void type(QLineEdit *field, const QString &text);
    void chooseList(const SweepDialog *dialog, const QString &values);
    QString planOf(const SweepDialog *dialog) { return in<QLabel>(dialog, "sweepPlan")->text(); }
    ComparePage *page() { return m_window->findChild<ComparePage *>(); }
    bool isTrained() { return !m_window->notebook().trainer().isOn() && !m_window->session().activeRun(); }
    std::unique_ptr<RunStore> store() { return std::move(RunStore::open(laboratory())).value(); }
    QString laboratory() const { return m_folder->filePath(QStringLiteral("laboratory.sqlite")); }

    QTemporaryDir m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestSweepWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_sweepwindow"));
    test::writeDataset(m_data.path(), *test::barsDataset(160, 60));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestSweepWindow::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->session().openLaboratory(laboratory());
    m_window->session().loadData(m_data.path());
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
    m_window->setExperiment(smallExperiment());
}

void TestSweepWindow::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

SweepDialog *TestSweepWindow::openDialog()
{
    m_window->findChild<QAction *>(QStringLiteral("sweepAction"))->trigger();
    return m_window->findChild<SweepDialog *>();
}

void TestSweepWindow::type(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

/// Of the first setting.
void TestSweepWindow::chooseList(const SweepDialog *dialog, const QString &values)
{
    in<QComboBox>(dialog, "sweepMode")->setFocus();
    QTest::keyClick(in<QComboBox>(dialog, "sweepMode"), Qt::Key_Home);
    type(in<QLineEdit>(dialog, "sweepList"), values);
}

void TestSweepWindow::aSweepIsPlannedTrainedAndCompared()
{
    SweepDialog *dialog = openDialog();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("5 runs to train")), patience); // a logarithmic range around what it has
    const QJsonObject range = dialog->json().value()[QLatin1String("settings")][QLatin1String("training.learning_rate")].toObject();
    QCOMPARE(range[QLatin1String("from")].toDouble(), 0.0001);
    QCOMPARE(range[QLatin1String("to")].toDouble(), 0.01);
    QCOMPARE(range[QLatin1String("scale")].toString(), QStringLiteral("log"));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("judged by a short trial")), patience); // nothing has been trained yet

    chooseList(dialog, QStringLiteral("0,001 0.01"));
    QTest::mouseClick(in<QPushButton>(dialog, "sweepAdd"), Qt::LeftButton); // the batch size: 16, 32, 64
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("6 runs to train")), patience);
    QCOMPARE(in<QTreeWidget>(dialog, "sweepList")->topLevelItemCount(), 6);
    QTest::mouseClick(in<QPushButton>(dialog, "sweepStart"), Qt::LeftButton);

    QTRY_COMPARE_WITH_TIMEOUT(m_window->findChild<PageTabs *>()->currentWidget(), static_cast<QWidget *>(page()), patience);
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().rows().size(), std::size_t(6), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isTrained(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(page()->runs().rows().begin(), page()->runs().rows().end(), [](const ComparedRow &row) { return row.run->epochs.size() == 2; }), patience);
    QCOMPARE(in<QComboBox>(page(), "compareTag")->currentText(), QStringLiteral("sweep 1"));
    QVERIFY(store()->queue().value().entries.empty());
    for (int number = 1; number <= 6; ++number) {
        QVERIFY(m_window->session().finishRecording(number));
    }
    const RunList stored = store()->runs().value();
    for (const RunRecord &run : stored.runs) {
        QCOMPARE(run.tags, QStringList(QStringLiteral("sweep 1")));
        QCOMPARE(run.state, RecordState::Finished);
    }
    const auto *table = in<QTableView>(page(), "compareTable");
    QCOMPARE(table->model()->headerData(CompareTableModel::firstSetting, Qt::Horizontal).toString(), QStringLiteral("Batch size"));
    QCOMPARE(table->model()->headerData(CompareTableModel::firstSetting + 1, Qt::Horizontal).toString(), QStringLiteral("Learning rate"));
    QCOMPARE(table->model()->columnCount(), 3 + CompareTableModel::FigureCount);

    // The same once more: nothing is left to do, and now the time of others can be told.
    dialog = openDialog();
    QCOMPARE(in<QLineEdit>(dialog, "sweepName")->text(), QStringLiteral("sweep 2"));
    chooseList(dialog, QStringLiteral("0.001 0.01"));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("0 runs to train")), patience);
    QVERIFY(planOf(dialog).contains(QStringLiteral("2 are in the laboratory already")));
    type(in<QLineEdit>(dialog, "sweepList"), QStringLiteral("0.5"));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("judged by earlier runs")), patience);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<SweepDialog *>());
}

void TestSweepWindow::theHopelessAreGivenUp()
{
    m_window->setExperiment(smallExperiment(6));
    SweepDialog *dialog = openDialog();
    chooseList(dialog, QStringLiteral("0.02 0.03 0.05 1e-9"));
    QTest::mouseClick(in<QCheckBox>(dialog, "sweepStop"), Qt::LeftButton, {}, QPoint(8, in<QCheckBox>(dialog, "sweepStop")->height() / 2));
    QVERIFY(in<QSpinBox>(dialog, "sweepAfterEpochs")->isEnabled());
    QCOMPARE(dialog->json().value()[QLatin1String("stop")][QLatin1String("after_epochs")].toInt(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("4 runs to train")), patience);
    QTest::mouseClick(in<QPushButton>(dialog, "sweepStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().run(4), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().run(4)->state(), RunState::Stopped, patience);
    const TrainingRun *last = m_window->session().run(4);
    QCOMPARE(last->history()->epochCount(), std::size_t(2));
    QVERIFY(wasGivenUp(*last->history()->ended()));
    QVERIFY(reasonText(*last->history()->ended()).contains(QStringLiteral("median of 3 other runs")));
    QTRY_VERIFY_WITH_TIMEOUT(isTrained(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(store()->queue().value().entries.empty(), patience); // it doesn't wait again
    QVERIFY(m_window->session().finishRecording(4));
    QVERIFY(wasGivenUp(*store()->run(last->id()).value().end));
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(m_window->session().run(number)->state(), RunState::Finished);
    }
}

/// Stopped by a person, the run waits again, and its sweep's rule with it.
void TestSweepWindow::anInterruptedSweepGoesOn()
{
    m_window->setExperiment(smallExperiment(400));
    SweepDialog *dialog = openDialog();
    chooseList(dialog, QStringLiteral("0.02"));
    QTest::mouseClick(in<QCheckBox>(dialog, "sweepStop"), Qt::LeftButton, {}, QPoint(8, in<QCheckBox>(dialog, "sweepStop")->height() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("1 run to train")), patience);
    QTest::mouseClick(in<QPushButton>(dialog, "sweepStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().activeRun() && m_window->session().activeRun()->history()->epochCount() > 0, patience);
    m_window->session().activeRun()->stop();
    QTRY_VERIFY_WITH_TIMEOUT(isTrained(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(store()->queue().value().entries.size() == 1 && store()->queue().value().entries.front().owner.isEmpty(), patience);
    QVERIFY(store()->queue().value().entries.front().sweep->stop);
    const qint64 before = qint64(m_window->session().run(1)->history()->batchCount());
    m_window->notebook().trainer().setOn(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().activeRun() && qint64(m_window->session().activeRun()->history()->batchCount()) > before, patience);
    QCOMPARE(m_window->session().lastNumber(), 1); // no second one
    QCOMPARE(m_window->session().activeRun()->labels().tags, QStringList(QStringLiteral("sweep 1")));
}

void TestSweepWindow::fileGoesAndComes()
{
    SweepDialog *dialog = openDialog();
    in<QLineEdit>(dialog, "sweepName")->setText(QStringLiteral("tasas ñ"));
    QTest::mouseClick(in<QPushButton>(dialog, "sweepAdd"), Qt::LeftButton);
    QTest::mouseClick(in<QPushButton>(dialog, "sweepAdd"), Qt::LeftButton); // dropout
    in<QRadioButton>(dialog, "sweepRandom")->click();
    in<QSpinBox>(dialog, "sweepCount")->setValue(7);
    in<QSpinBox>(dialog, "sweepSeed")->setValue(3);
    in<QSpinBox>(dialog, "sweepSeeds")->setValue(2);
    in<QCheckBox>(dialog, "sweepStop")->setChecked(true);
    const QString file = m_folder->filePath(QStringLiteral("barrido ñ.json"));
    QCOMPARE(dialog->save(file), QString());
    const QJsonObject saved = dialog->json().value();
    QFile text(file);
    QVERIFY(text.open(QIODevice::ReadOnly));
    const Result<Sweep> sweep = sweepFromJson(text.readAll(), file); // as the command line reads it
    QVERIFY2(sweep, qPrintable(sweep.error()));
    QCOMPARE(sweep.value().name, QStringLiteral("tasas ñ"));
    QCOMPARE(sweep.value().experiments.size(), std::size_t(14));
    QCOMPARE(sweep.value().base, smallExperiment());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<SweepDialog *>());

    m_window->setExperiment(smallExperiment(9));
    dialog = openDialog();
    QCOMPARE(dialog->load(file), QString());
    QCOMPARE(dialog->json().value(), saved);
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("14 runs to train")), patience);
    QVERIFY(dialog->load(m_folder->filePath(QStringLiteral("missing.json"))).contains(QStringLiteral("missing.json")));
    test::writeFile(file, "{\"convscope_sweep\": 1, \"preset\": \"cnn-1\", \"settings\": {\"training.sede\": [1]}}");
    QVERIFY(dialog->load(file).contains(QStringLiteral("training.sede")));
    QCOMPARE(dialog->json().value(), saved); // what was there stays
    test::writeFile(file, "{\"convscope_sweep\": 1, \"preset\": \"mlp-512\", \"settings\": {\"training.seed\": [4, 5], \"training.optimizer\": [\"sgd\"]}}");
    QCOMPARE(dialog->load(file), QString());
    QCOMPARE(dialog->json().value()[QLatin1String("settings")], QJsonValue(QJsonObject{{QStringLiteral("training.seed"), QJsonArray{4, 5}}, {QStringLiteral("training.optimizer"), QJsonArray{QStringLiteral("sgd")}}}));
    QCOMPARE(dialog->json().value()[QLatin1String("name")].toString(), QStringLiteral("barrido ñ"));
}

/// What the window doesn't ask for is kept; what it can't show is refused, and what stood there stays.
void TestSweepWindow::filesSayMoreThanTheWindow()
{
    SweepDialog *dialog = openDialog();
    const QString file = m_folder->filePath(QStringLiteral("s.json"));
    const auto load = [&](const QByteArray &more) {
        test::writeFile(file, "{\"convscope_sweep\": 1, \"preset\": \"mlp-512\"" + more + "}");
        return dialog->load(file);
    };
    QCOMPARE(load(R"(, "settings": {"training.batch_size": [32, 64]}, "stop": {"rule": "median", "measure": "test_loss", "after_epochs": 4, "least_others": 8})"), QString());
    QCOMPARE(medianRuleFrom(dialog->json().value()[QLatin1String("stop")]).value(), (MedianRule{MedianRule::Measure::TestLoss, 4, 8}));
    QVERIFY(in<QLabel>(dialog, "sweepRule")->text().contains(QStringLiteral("lowest test loss")));
    QVERIFY(in<QLabel>(dialog, "sweepRule")->text().contains(QStringLiteral("8")));
    const QJsonObject before = dialog->json().value();
    for (const char *more : {R"(, "settings": {"training.learning_rate": {"from": 0.01, "to": 0.1}}, "search": "random", "count": 2, "seed": 3000000000)",
                             R"(, "settings": {"training.learning_rate": [0.1]}, "seeds": 101)",
                             R"(, "settings": {"training.engine": ["fast", "reference"]})"}) {
        const QString problem = load(more);
        QVERIFY2(problem.contains(QStringLiteral("can't show")), qPrintable(problem + QLatin1String(more)));
        QCOMPARE(dialog->json().value(), before);
    }
    test::writeFile(file, QByteArray(2 * 1024 * 1024, ' '));
    QVERIFY(dialog->load(file).contains(QStringLiteral("larger than 1 MiB")));
}

/// Waiting in the queue is enough to take a name.
void TestSweepWindow::namesOfTheQueueAreTaken()
{
    TrainingPlan plan;
    plan.trainings.emplace_back();
    plan.trainings.back().experiment = smallExperiment(9);
    QCOMPARE(store()->enqueue(plan, {QStringLiteral("sweep 1"), std::nullopt}), QString());
    SweepDialog *dialog = openDialog();
    QTRY_COMPARE_WITH_TIMEOUT(in<QLineEdit>(dialog, "sweepName")->text(), QStringLiteral("sweep 2"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("to train")) && !planOf(dialog).contains(QStringLiteral("carry this name")), patience);
    type(in<QLineEdit>(dialog, "sweepName"), QStringLiteral("sweep 1"));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("carry this name already")), patience);
}

/// A run of this session gets the tag of a sweep that takes it in, and editing its note leaves it there.
void TestSweepWindow::runsOfThisSessionAreTakenIn()
{
    m_window->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().run(1) && m_window->session().run(1)->state() == RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(1));
    const QString id = m_window->session().run(1)->id();
    QCOMPARE(store()->addTag(id, QStringLiteral("taken")), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().run(1)->labels().tags, QStringList(QStringLiteral("taken")), patience);
}

void TestSweepWindow::wordsAndYesOrNo()
{
    Experiment experiment = smallExperiment();
    experiment.architecture.convBlocks = {ConvBlock()};
    m_window->setExperiment(experiment);
    SweepDialog *dialog = openDialog();
    auto *setting = in<QComboBox>(dialog, "sweepSetting");
    QVERIFY(setting->findData(QStringLiteral("training.seed")) < 0);
    QVERIFY(setting->findData(QStringLiteral("training.threads")) < 0);
    setting->setCurrentIndex(setting->findData(QStringLiteral("training.optimizer")));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("2 runs to train")), patience);
    setting->setCurrentIndex(setting->findData(QStringLiteral("architecture.conv_blocks[0].max_pool")));
    QCOMPARE(dialog->json().value()[QLatin1String("settings")][QLatin1String("architecture.conv_blocks[0].max_pool")].toArray(), (QJsonArray{false, true}));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("2 runs to train")), patience);
    for (int i = 0; i < setting->count(); ++i) { // each has values to propose that make sense
        setting->setCurrentIndex(i);
        QVERIFY2(dialog->json(), qPrintable(setting->currentText()));
    }
}

void TestSweepWindow::wrongEntries()
{
    SweepDialog *dialog = openDialog();
    const auto *start = in<QPushButton>(dialog, "sweepStart");
    chooseList(dialog, QStringLiteral("0.1 many"));
    QTRY_VERIFY(planOf(dialog).contains(QStringLiteral("many")));
    QVERIFY(!start->isEnabled());
    type(in<QLineEdit>(dialog, "sweepList"), QStringLiteral("-1"));
    QTRY_VERIFY_WITH_TIMEOUT(planOf(dialog).contains(QStringLiteral("can't be trained")), patience);
    QVERIFY(!start->isEnabled());
    type(in<QLineEdit>(dialog, "sweepList"), QStringLiteral("0.1"));
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    type(in<QLineEdit>(dialog, "sweepName"), QStringLiteral(" "));
    QVERIFY(!start->isEnabled()); // at once, not when it has been planned
    QTRY_VERIFY(planOf(dialog).contains(QStringLiteral("needs a name")));
    type(in<QLineEdit>(dialog, "sweepName"), QStringLiteral("a"));
    QTest::mouseClick(in<QPushButton>(dialog, "sweepAdd"), Qt::LeftButton);
    auto *second = dialog->findChildren<QComboBox *>(QStringLiteral("sweepSetting")).last();
    second->setCurrentIndex(second->findData(QStringLiteral("training.learning_rate")));
    QTRY_VERIFY(planOf(dialog).contains(QStringLiteral("varied twice")));
}

void TestSweepWindow::fiftyRuns()
{
    {
        SqlConnection connection(laboratory(), SqlConnection::Mode::ReadWrite);
        for (int i = 0; i < 60; ++i) {
            RecordingTarget target = RunStore::newTarget(QString());
            target.sweep = SweepMembership{i < 50 ? QStringLiteral("big") : QStringLiteral("small"), std::nullopt};
            RunNews news;
            news.started = RunStarted();
            news.started->experiment = smallExperiment();
            news.started->experiment.training.learningRate = 0.001 * (i + 1);
            news.started->experiment.training.seed = i < 50 ? 1 : i;
            EpochReport report;
            report.epoch = 1;
            report.testAccuracy = 0.5 + 0.005 * ((i * 7) % 50);
            news.epochs = {report};
            news.end = RunEnd();
            QVERIFY(RunWriter(connection, target).write(news));
        }
    }
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().allRows().size(), std::size_t(60), patience);
    page()->showTag(QStringLiteral("big"));
    auto *table = in<QTableView>(page(), "compareTable");
    QCOMPARE(table->model()->rowCount(), 50);
    QCOMPARE(table->model()->columnCount(), 2 + CompareTableModel::FigureCount); // in the seed these are equal
    table->sortByColumn(2, Qt::DescendingOrder);
    const auto accuracyOf = [&](int row) { return table->model()->index(row, 2).data(CompareTableModel::SortRole).toDouble(); };
    for (int row = 1; row < 50; ++row) {
        QVERIFY(accuracyOf(row - 1) >= accuracyOf(row));
    }
    auto *tags = in<QComboBox>(page(), "compareTag");
    QCOMPARE(tags->count(), 3);
    tags->setFocus();
    QTest::keyClick(tags, Qt::Key_Home); // all
    QCOMPARE(table->model()->rowCount(), 60);
    type(in<QLineEdit>(page(), "compareSearch"), QStringLiteral("small"));
    QCOMPARE(table->model()->rowCount(), 10);
}

void TestSweepWindow::paperBox()
{
    Browser browser;
    m_window->findChild<QAction *>(QStringLiteral("paperAction"))->trigger();
    auto *box = m_window->findChild<PaperBox *>();
    QVERIFY(box);
    auto *list = in<QTreeWidget>(box, "paperList");
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 5, patience);
    QTest::mouseClick(in<QCheckBox>(box, "paperBatchNorm"), Qt::LeftButton, {}, QPoint(8, in<QCheckBox>(box, "paperBatchNorm")->height() / 2));
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 7, patience);
    in<QSpinBox>(box, "paperSeeds")->setFocus();
    QTest::keyClick(in<QSpinBox>(box, "paperSeeds"), Qt::Key_Up);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 10, patience); // seed 2 of the convolutional networks
    QVERIFY(in<QLabel>(box, "paperText")->text().contains(QStringLiteral("10 runs to train")));
    QTest::mouseClick(in<QPushButton>(box, "paperShow"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(browser.pages.size(), 1, patience);
    QFile page(browser.pages.first().toLocalFile());
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("--seeds 1-2") && html.contains("LibTorch"));
    QTest::mouseClick(in<QPushButton>(box, "paperTrain"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(store()->queue().value().entries.size(), std::size_t(10), patience);
    QCOMPARE(store()->queue().value().entries.front().sweep->name, QStringLiteral("paper"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().activeRun(), patience);
    m_window->notebook().trainer().setOn(false); // it would take hours
    m_window->session().activeRun()->stop();
    QTRY_VERIFY_WITH_TIMEOUT(isTrained(), patience);
}

void TestSweepWindow::withoutLaboratory()
{
    MainWindow window(m_language, *m_appearance);
    window.show();
    window.findChild<QAction *>(QStringLiteral("sweepAction"))->trigger();
    QVERIFY(!window.findChild<SweepDialog *>());
    const auto isSaid = [&window] {
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("no laboratory")); });
    };
    QTRY_VERIFY(isSaid());
}

QTEST_MAIN(TestSweepWindow)
#include "tst_sweepwindow.moc"
