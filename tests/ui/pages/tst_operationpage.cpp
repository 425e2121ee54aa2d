// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/language.h"
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"
#include "ui/models/inspection.h"
#include "ui/pages/operationnetworkview.h"
#include "ui/pages/operationpage.h"
#include "ui/pages/sandboxview.h"
#include "ui/pages/trainingstepview.h"
#include "ui/views/numbergridview.h"
#include "ui/views/operationstage.h"
#include "ui/views/operationtexts.h"
#include "ui/views/stepstage.h"
#include "ui/views/viewexport.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSettings>
#include <QSlider>
#include <QStandardPaths>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds

Experiment experimentOf(const Architecture &architecture)
{
    Experiment experiment;
    experiment.name = QStringLiteral("taken apart");
    experiment.architecture = architecture;
    experiment.training.batchSize = 32;
    experiment.training.epochs = 1;
    experiment.training.threads = 1;
    return experiment;
}

/// cnn-1, mlp-512 and first-steps in shape, with fewer filters and neurons; and three blocks with all there is.
Architecture architectureOf(const QString &name)
{
    if (name == QLatin1String("cnn-1")) {
        return {{{32, 3, 1, false, Activation::Relu, true}, {16, 3, 1, false, Activation::Relu, true}}, {{60, Activation::Relu, 0.25}, {12, Activation::Relu, 0.0}}};
    }
    if (name == QLatin1String("mlp-512")) {
        return {{}, {{512, Activation::Relu, 0.0}}};
    }
    if (name == QLatin1String("first-steps")) {
        return {{{8, 3, 1, false, Activation::Relu, true}}, {{32, Activation::Relu, 0.0}}};
    }
    return {{{4, 5, 2, true, Activation::Relu, false}, {5, 7, 3, true, Activation::LeakyRelu, false}, {3, 7, 0, true, Activation::Tanh, false}}, {{16, Activation::Sigmoid, 0.5}}};
}

} // namespace

class TestOperationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutRun();
    void everyLayerIsShown_data();
    void everyLayerIsShown();
    void clickAndDrag();
    void keyboardMovesTheWindow();
    void slidesByItself();
    void aUnitFromOutside();
    void softmaxAndLoss();
    void anotherPicture();
    void oneTrainingStep();
    void stepsOfOtherLayers();
    void stepWithoutItsData();
    void stepOfARecordedMoment();
    void sandboxComputesLive();
    void sandboxSizes();
    void sandboxSlides();
    void choicesComeBack();
    void numbersCanBeCopied();
    void speaksSpanish();
    void hiddenPagesAskForNothing();

private:
    void train(const QString &name);
    OperationStage *stage() { return m_page->findChild<OperationStage *>(); }
    StepStage *stepStage() { return m_page->findChild<StepStage *>(); }
    QComboBox *combo(const char *name) { return m_page->findChild<QComboBox *>(QString::fromLatin1(name)); }
    QSpinBox *spin(const char *name) { return m_page->findChild<QSpinBox *>(QString::fromLatin1(name)); }
    NumberGridView *grid(const char *name) { return m_page->findChild<NumberGridView *>(QString::fromLatin1(name)); }
    void waitForContent() { QTRY_VERIFY_WITH_TIMEOUT(stage()->content().has_value(), patience); }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<TrainingRun> m_run;
    std::unique_ptr<OperationPage> m_page;
};

void TestOperationPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_operationpage"));
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(96, 30);
}

void TestOperationPage::init()
{
    QSettings().clear();
    m_inspection = std::make_unique<Inspection>();
    m_page = std::make_unique<OperationPage>(*m_inspection);
    m_inspection->setInspector(&m_engine->inspector());
    m_inspection->setData(m_data);
    m_page->resize(748, 640); // the page's share of a window of 1280 x 800
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestOperationPage::cleanup()
{
    m_page.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_inspection.reset();
    m_run.reset();
}

void TestOperationPage::train(const QString &name)
{
    m_run = std::make_unique<TrainingRun>(1, experimentOf(architectureOf(name)), m_data, m_engine);
    m_run->start();
    m_inspection->setRun(m_run.get());
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_run->state()), patience);
    QCOMPARE(m_run->state(), RunState::Finished);
    waitForContent();
    QTRY_COMPARE_WITH_TIMEOUT(stage()->content()->weights->steps, qint64(3), patience);
}

void TestOperationPage::withoutRun()
{
    auto *text = m_page->findChild<QLabel *>(QStringLiteral("emptyText"));
    auto *button = m_page->findChild<QPushButton *>(QStringLiteral("emptyButton"));
    QVERIFY(text->isVisible());
    QVERIFY(!text->text().isEmpty());
    QSignalSpy spy(m_page.get(), &OperationPage::startRequested);
    m_page->setStartProblem(QStringLiteral("No data."));
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), QStringLiteral("No data."));
    m_page->setStartProblem({});
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    // The sandbox needs no run.
    QTest::mouseClick(m_page->findChild<QAbstractButton *>(QStringLiteral("operationSandbox")), Qt::LeftButton);
    QVERIFY(grid("sandboxResultView")->isVisible());
    QCOMPARE(grid("sandboxResultView")->grid().width, 7);
}

void TestOperationPage::everyLayerIsShown_data()
{
    QTest::addColumn<QString>("network");
    QTest::newRow("cnn-1") << QStringLiteral("cnn-1");
    QTest::newRow("mlp-512") << QStringLiteral("mlp-512");
    QTest::newRow("first-steps") << QStringLiteral("first-steps");
    QTest::newRow("three blocks, 5x5 and 7x7, batch norm, no pooling") << QStringLiteral("three");
}

void TestOperationPage::everyLayerIsShown()
{
    QFETCH(QString, network);
    train(network);
    const std::vector<LayerSummary> layers = summarize(architectureOf(network), 28, 10).layers;
    QCOMPARE(combo("operationLayer")->count(), int(layers.size()) + 1); // and softmax
    auto *area = m_page->findChild<QScrollArea *>(QStringLiteral("operationScrollArea"));
    auto *text = m_page->findChild<QLabel *>(QStringLiteral("operationText"));
    QSet<QString> texts;
    for (int i = 0; i <= int(layers.size()); ++i) {
        combo("operationLayer")->setCurrentIndex(i);
        QCOMPARE(stage()->problem(), QString());
        QVERIFY2(!text->text().isEmpty(), qPrintable(QString::number(i)));
        texts << text->text();
        QVERIFY(!stage()->accessibleDescription().isEmpty());
        if (i < int(layers.size())) {
            QCOMPARE(stage()->anatomy()->layer.kind, layers[std::size_t(i)].kind);
            QVERIFY(std::abs(stage()->anatomy()->result - stage()->anatomy()->output) < 1e-5 * std::max(1.0, std::abs(stage()->anatomy()->output)));
        }
        // Nothing is drawn beyond the page's width; what is higher scrolls.
        QCoreApplication::processEvents();
        QVERIFY(stage()->width() <= area->viewport()->width());
        QVERIFY2(stage()->drawnSize().width() <= area->viewport()->width() + 1.0, qPrintable(QStringLiteral("layer %1: %2").arg(i).arg(stage()->drawnSize().width())));
        QVERIFY(stage()->height() >= int(stage()->drawnSize().height()));
        QVERIFY(stage()->targets().output.isValid());
    }
    QVERIFY(texts.size() >= 5 || network == QLatin1String("mlp-512"));
}

void TestOperationPage::clickAndDrag()
{
    train(QStringLiteral("cnn-1"));
    combo("operationLayer")->setCurrentIndex(1);
    stage()->grab(); // lays the targets out
    const QRectF output = stage()->targets().output;
    const auto on = [](const QRectF &map, double x, double y) {
        return QPoint(int(map.left() + (x + 0.5) * map.width() / 28.0), int(map.top() + (y + 0.5) * map.height() / 28.0));
    };
    QTest::mouseClick(stage(), Qt::LeftButton, {}, on(output, 20, 7));
    QCOMPARE(m_page->unit(), (UnitAddress{1, 0, 7, 20}));
    QCOMPARE(spin("operationRow")->value(), 8); // counted from 1
    QCOMPARE(spin("operationColumn")->value(), 21);
    const QRectF input = stage()->targets().input;
    QTest::mousePress(stage(), Qt::LeftButton, {}, on(input, 5, 5));
    QCOMPARE(m_page->unit(), (UnitAddress{1, 0, 5, 5})); // padding 1, 3 x 3: the window's middle
    QTest::mouseMove(stage(), on(input, 9, 12));
    QTest::mouseRelease(stage(), Qt::LeftButton, {}, on(input, 9, 12));
    QCOMPARE(m_page->unit(), (UnitAddress{1, 0, 12, 9}));
    const auto parts = std::get<ConvolutionParts>(stage()->anatomy()->parts);
    QCOMPARE(parts.top, 11);
    QCOMPARE(parts.left, 8);
    combo("operationLayer")->setCurrentIndex(3); // max-pooling: the same part of the picture
    QCOMPARE(m_page->unit(), (UnitAddress{3, 0, 6, 4}));
}

void TestOperationPage::keyboardMovesTheWindow()
{
    train(QStringLiteral("first-steps"));
    m_page->setUnit({1, 2, 0, 26});
    QTest::keyClick(stage(), Qt::Key_Right);
    QCOMPARE(m_page->unit(), (UnitAddress{1, 2, 0, 27}));
    QTest::keyClick(stage(), Qt::Key_Right); // the edge
    QTest::keyClick(stage(), Qt::Key_Up);
    QCOMPARE(m_page->unit(), (UnitAddress{1, 2, 0, 27}));
    QTest::keyClick(stage(), Qt::Key_Down);
    QTest::keyClick(stage(), Qt::Key_Left);
    QCOMPARE(m_page->unit(), (UnitAddress{1, 2, 1, 26}));
    QTest::keyClick(stage(), Qt::Key_End);
    QCOMPARE(m_page->unit(), (UnitAddress{1, 2, 27, 27}));
    QTest::keyClick(stage(), Qt::Key_Home);
    QCOMPARE(m_page->unit(), (UnitAddress{1, 2, 0, 0}));
}

void TestOperationPage::slidesByItself()
{
    train(QStringLiteral("first-steps"));
    m_page->setUnit({1, 0, 27, 20});
    stage()->setInterval(1);
    QTest::keyClick(stage(), Qt::Key_Space);
    QVERIFY(stage()->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!stage()->isPlaying(), patience); // to the last place, and stops
    QCOMPARE(m_page->unit(), (UnitAddress{1, 0, 27, 27}));
    QTest::mouseClick(m_page->findChild<QAbstractButton *>(QStringLiteral("operationPlay")), Qt::LeftButton); // from the beginning
    QVERIFY(stage()->isPlaying());
    QVERIFY(m_page->unit().y < 27);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->unit().y == 2, patience);
    m_page->hide();
    QVERIFY(!stage()->isPlaying());
}

void TestOperationPage::aUnitFromOutside()
{
    m_page->setPart(OperationPage::Part::Sandbox);
    m_page->setUnit({4, 3, 2, 1}); // before there is a network
    QCOMPARE(m_page->part(), OperationPage::Part::Network);
    train(QStringLiteral("cnn-1"));
    QCOMPARE(m_page->unit(), (UnitAddress{4, 3, 2, 1}));
    m_page->setUnit({4, 99, 99, -5}); // the nearest
    QCOMPARE(m_page->unit(), (UnitAddress{4, 15, 13, 0}));
    const auto parts = std::get<ConvolutionParts>(stage()->anatomy()->parts);
    QCOMPARE(parts.strongest.size(), std::size_t(3));
    QCOMPARE(parts.others, 29);
}

void TestOperationPage::softmaxAndLoss()
{
    train(QStringLiteral("mlp-512"));
    combo("operationLayer")->setCurrentIndex(combo("operationLayer")->count() - 1);
    QVERIFY(stage()->content()->isSoftmax);
    QCOMPARE(stage()->content()->label, int(m_data->test.labels[0]));
    stage()->grab();
    const QRectF rows = stage()->targets().output;
    QTest::mouseClick(stage(), Qt::LeftButton, {}, QPoint(40, int(rows.top() + rows.height() * 0.45)));
    QCOMPARE(m_page->unit().channel, 4);
    QTest::keyClick(stage(), Qt::Key_Down);
    QCOMPARE(m_page->unit().channel, 5);
    const ViewTable table = operationTable(*stage()->content(), stage()->anatomy());
    QCOMPARE(table.rows.size(), 11); // ten classes and the loss
}

void TestOperationPage::anotherPicture()
{
    train(QStringLiteral("first-steps"));
    spin("operationPicture")->setValue(7);
    QCOMPARE(m_inspection->probe().testIndex, 7);
    QTRY_VERIFY_WITH_TIMEOUT(stage()->content()->pass->layers.front().values == testPicture(*m_data, 7).values, patience);
    m_inspection->setProbeIndex(3); // from another page
    QCOMPARE(spin("operationPicture")->value(), 3);
}

void TestOperationPage::oneTrainingStep()
{
    train(QStringLiteral("cnn-1"));
    m_page->setPart(OperationPage::Part::Step);
    QTRY_VERIFY_WITH_TIMEOUT(stepStage()->step().has_value(), patience);
    QCOMPARE(stepStage()->step()->steps, qint64(3)); // where the run ended
    QCOMPARE(stepStage()->step()->before.values, m_inspection->weights()->find("conv1.weight")->values);
    QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("stepState"))->text().contains(QLatin1Char('3')));
    QCOMPARE(stepStage()->phase(), 6);
    QTest::keyClick(stepStage(), Qt::Key_Right);
    QTest::keyClick(stepStage(), Qt::Key_Down);
    QCOMPARE(stepStage()->chosen(), 4);
    stepStage()->setInterval(1);
    QTest::keyClick(stepStage(), Qt::Key_Space);
    QVERIFY(stepStage()->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!stepStage()->isPlaying(), patience);
    QCOMPARE(stepStage()->phase(), 6);
    QCOMPARE(stepStage()->table().rows.size(), 9);
}

void TestOperationPage::stepsOfOtherLayers()
{
    train(QStringLiteral("three"));
    m_page->setPart(OperationPage::Part::Step);
    QTRY_VERIFY_WITH_TIMEOUT(stepStage()->step().has_value(), patience);
    QCOMPARE(combo("stepLayer")->count(), 5); // three convolutions, a hidden layer, the output
    combo("stepLayer")->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(stepStage()->step() && stepStage()->step()->before.name == "conv2.weight", patience);
    spin("stepChannel")->setValue(5); // counted from 1
    spin("stepSlice")->setValue(4);
    QCOMPARE(stepStage()->table().rows.size(), 49);
    const float first = stepStage()->step()->before.values[(4 * 4 + 3) * 49];
    QCOMPARE(stepStage()->table().rows.front().at(2), QString::number(double(first), 'g', 8));
    combo("stepLayer")->setCurrentIndex(4);
    QTRY_VERIFY_WITH_TIMEOUT(stepStage()->step() && stepStage()->step()->before.name == "output.weight", patience);
    QCOMPARE(stepStage()->table().rows.size(), 16);
}

void TestOperationPage::stepWithoutItsData()
{
    train(QStringLiteral("first-steps"));
    m_inspection->setData(test::barsDataset(64, 30));
    m_page->setPart(OperationPage::Part::Step);
    auto *state = m_page->findChild<QLabel *>(QStringLiteral("stepState"));
    QTRY_VERIFY(state->text().contains(QStringLiteral("bars")));
    QVERIFY(!stepStage()->step());
}

void TestOperationPage::stepOfARecordedMoment()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("laboratory.sqlite"));
    const RecordingTarget target = RunStore::newTarget(QString());
    {
        Experiment experiment = experimentOf(architectureOf(QStringLiteral("first-steps")));
        experiment.training.epochs = 2;
        TrainingRun recorded(1, experiment, m_data, m_engine);
        recorded.recordInto(file, target);
        recorded.start(RunControl::Begin::OneBatch); // a pause leaves a checkpoint
        QTRY_COMPARE_WITH_TIMEOUT(recorded.state(), RunState::Paused, patience);
        const auto kept = [&] { return Laboratory(file).checkpointNear(target.id, 1).result(); };
        QTRY_VERIFY_WITH_TIMEOUT(kept() && kept().value().checkpoint->steps == 1, patience);
        recorded.resume();
        QTRY_VERIFY_WITH_TIMEOUT(isFinal(recorded.state()), patience);
        QCOMPARE(recorded.closeRecording(std::chrono::milliseconds(patience)), QString());
    }
    const Laboratory laboratory(file);
    const auto record = laboratory.load(target.id).result();
    QVERIFY2(record, qPrintable(record.error()));
    // Changed at the end, as at a pause: it acts on the step after the checkpoint, which still holds the settings before.
    RunEvent change;
    change.kind = RunEvent::Kind::SettingsChanged;
    change.steps = 6;
    change.before = change.after = liveSettingsOf(record.value().record.start.experiment);
    change.after.learningRate = 0.125;
    record.value().history->append(change);
    m_run = std::make_unique<TrainingRun>(2, record.value().record);
    m_run->setHistory(record.value().history);
    m_inspection->setLaboratory(&laboratory);
    m_inspection->setRun(m_run.get());
    waitForContent();
    m_page->setPart(OperationPage::Part::Step);
    QTRY_VERIFY_WITH_TIMEOUT(stepStage()->step() && stepStage()->step()->steps == 6, patience);
    QCOMPARE(stepStage()->step()->learningRate, 0.125);
    // Of the pause, or of the first epoch where that was written, too.
    const qint64 kept = laboratory.checkpointNear(target.id, 2).result().value().checkpoint->steps;
    QVERIFY(kept == 1 || kept == 3);
    m_inspection->setPosition(2);
    QTRY_VERIFY_WITH_TIMEOUT(stepStage()->step() && stepStage()->step()->steps == kept, patience);
    QVERIFY2(m_page->findChild<QLabel *>(QStringLiteral("stepState"))->text().contains(QStringLiteral("nearest")),
             qPrintable(m_page->findChild<QLabel *>(QStringLiteral("stepState"))->text()));
    QCOMPARE(stepStage()->step()->learningRate, change.before.learningRate);
    const WeightsPtr after = laboratory.weights(target.id, kept + 1).result().value();
    QCOMPARE(stepStage()->step()->after.values, after->find("conv1.weight")->values);
    m_inspection->setRun(nullptr);
    m_inspection->setLaboratory(nullptr);
}

void TestOperationPage::sandboxComputesLive()
{
    m_page->setPart(OperationPage::Part::Sandbox);
    NumberGridView *picture = grid("sandboxPictureView");
    NumberGridView *kernel = grid("sandboxKernelView");
    NumberGridView *result = grid("sandboxResultView");
    combo("sandboxKernel")->setCurrentIndex(5); // identity
    const float before = result->grid().at(0, 0);
    QTest::mouseClick(picture, Qt::LeftButton, {}, picture->cell(1 * 9 + 1).center().toPoint());
    QCOMPARE(result->grid().at(0, 0), 1.0f - before);
    kernel->setChosen(4);
    kernel->setFocus();
    QTest::keyClick(kernel, Qt::Key_2);
    auto *editor = kernel->findChild<QLineEdit *>();
    QVERIFY(editor->isVisible());
    QTest::keyClicks(editor, QStringLiteral(",5"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(kernel->grid().at(1, 1), 2.5f);
    QCOMPARE(result->grid().at(0, 0), 2.5f * (1.0f - before));
    QTest::keyClick(kernel, Qt::Key_Minus); // no number: nothing changes
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(kernel->grid().at(1, 1), 2.5f);
}

void TestOperationPage::sandboxSizes()
{
    m_page->setPart(OperationPage::Part::Sandbox);
    auto *formula = m_page->findChild<QLabel *>(QStringLiteral("sandboxFormula"));
    NumberGridView *result = grid("sandboxResultView");
    spin("sandboxStride")->setValue(2);
    spin("sandboxPadding")->setValue(1);
    combo("sandboxKernelSize")->setCurrentIndex(1); // 5 x 5
    QCOMPARE(result->grid().width, 4); // (9 + 2 - 5) / 2 + 1
    QVERIFY(formula->text().endsWith(QStringLiteral("(9 + 2 · 1 − 5) / 2⌋ + 1 = 4")));
    spin("sandboxSide")->setValue(5);
    spin("sandboxPadding")->setValue(0);
    combo("sandboxKernelSize")->setCurrentIndex(2); // 7 x 7 on 5 x 5
    QVERIFY(result->grid().values.empty());
    QVERIFY(formula->text().contains(QStringLiteral("does not fit")));
    m_page->findChild<SandboxView *>()->setPlaying(true);
    QVERIFY(!m_page->findChild<SandboxView *>()->isPlaying());
    combo("sandboxPicture")->setCurrentIndex(2); // from the test picture
    spin("sandboxSide")->setValue(9);
    NumberGridView *picture = grid("sandboxPictureView");
    QCOMPARE(picture->grid(), sandbox::cropOf(m_inspection->probe().picture, 9));
    m_inspection->setProbeIndex(4); // it follows the test picture …
    QCOMPARE(picture->grid(), sandbox::cropOf(m_inspection->probe().picture, 9));
    QTest::mouseClick(picture, Qt::LeftButton, {}, picture->cell(10).center().toPoint());
    const sandbox::Grid drawn = picture->grid();
    QVERIFY(drawn != sandbox::cropOf(m_inspection->probe().picture, 9));
    m_inspection->setProbeIndex(5); // … until somebody has drawn in it
    QCOMPARE(picture->grid(), drawn);
    spin("sandboxSide")->setValue(8);
    QCOMPARE(picture->grid(), sandbox::cropOf(m_inspection->probe().picture, 8));
}

void TestOperationPage::sandboxSlides()
{
    m_page->setPart(OperationPage::Part::Sandbox);
    auto *view = m_page->findChild<SandboxView *>();
    NumberGridView *result = grid("sandboxResultView");
    QTest::mouseClick(result, Qt::LeftButton, {}, result->cell(46).center().toPoint());
    QCOMPARE(result->chosen(), 46);
    QTest::keyClick(result, Qt::Key_Space);
    QVERIFY(view->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!view->isPlaying(), patience);
    QCOMPARE(result->chosen(), 48);
}

void TestOperationPage::choicesComeBack()
{
    m_page->setPart(OperationPage::Part::Sandbox);
    const auto speed = [this] { return m_page->findChild<SandboxView *>()->findChild<QSlider *>(QStringLiteral("operationSpeed")); };
    speed()->setValue(17);
    m_page = std::make_unique<OperationPage>(*m_inspection);
    QCOMPARE(m_page->part(), OperationPage::Part::Sandbox);
    QCOMPARE(speed()->value(), 17);
    QSettings().setValue(QStringLiteral("operation/sandboxSpeed"), 9999);
    m_page->setPart(OperationPage::Part::Step);
    m_page = std::make_unique<OperationPage>(*m_inspection);
    QCOMPARE(m_page->part(), OperationPage::Part::Step);
    QCOMPARE(speed()->value(), 8); // as at first
}

void TestOperationPage::numbersCanBeCopied()
{
    train(QStringLiteral("first-steps"));
    m_page->setUnit({1, 0, 4, 4});
    auto *view = m_page->findChild<OperationNetworkView *>();
    view->exporter()->copyNumbers();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 12); // a header, nine products, bias, result
    QTemporaryDir folder;
    QVERIFY(view->exporter()->savePng(folder.filePath(QStringLiteral("a.png"))));
    QVERIFY(view->exporter()->saveSvg(folder.filePath(QStringLiteral("a.svg"))));
    QVERIFY(m_page->findChild<SandboxView *>()->exporter()->saveCsv(folder.filePath(QStringLiteral("a.csv"))));
    QSignalSpy spy(m_page.get(), &OperationPage::errorOccurred);
    QVERIFY(!view->exporter()->savePng(folder.filePath(QStringLiteral("a.csv/b.png")))); // below a file
    QCOMPARE(spy.size(), 1);
}

void TestOperationPage::speaksSpanish()
{
    train(QStringLiteral("first-steps"));
    Language language;
    language.choose(QStringLiteral("es"));
    QTRY_COMPARE(m_page->findChild<QAbstractButton *>(QStringLiteral("operationSandbox"))->text(), QStringLiteral("Zona de pruebas"));
    QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("operationText"))->text().startsWith(QStringLiteral("El núcleo")));
    QVERIFY(combo("operationLayer")->itemText(1).contains(QStringLiteral("Convolución")));
    language.choose(QStringLiteral("en"));
    QTRY_VERIFY(m_page->findChild<QLabel *>(QStringLiteral("operationText"))->text().startsWith(QStringLiteral("The kernel")));
}

void TestOperationPage::hiddenPagesAskForNothing()
{
    train(QStringLiteral("first-steps"));
    m_page->hide();
    const auto pass = stage()->content()->pass;
    m_inspection->setProbeIndex(9);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(stage()->content()->pass, pass);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(stage()->content()->pass != pass, patience);
}

QTEST_MAIN(TestOperationPage)
#include "tst_operationpage.moc"
