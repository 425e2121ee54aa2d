// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "tests/support/drawnclothes.h"
#include "tests/support/idxwriter.h"
#include "ui/models/inspection.h"
#include "ui/pages/tryhistory.h"
#include "ui/pages/trypage.h"
#include "ui/views/drawingpad.h"
#include "ui/views/linesview.h"
#include "ui/views/messagebar.h"
#include "ui/views/picturestrip.h"
#include "ui/views/probabilitybars.h"
#include "ui/views/robustnesschart.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPointingDevice>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTabWidget>
#include <QTabletEvent>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

} // namespace

/// The real page with a small network that has learned the bars, driven by mouse and keyboard.
class TestTryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void drawingIsPossibleBeforeAnyTraining();
    void aDrawnBarIsNamed();
    void rightButtonAndEraserRubOut();
    void undoAndRedo();
    void keyboardDraws();
    void fillFillsWhatIsEnclosed();
    void drawnOutlinesAreFilled();
    void pastingAndDropping();
    void badFilesAreSaid();
    void drawingOnALoadedPictureChangesIt();
    void explanationsFollowThePicture();
    void sliderMovesThePicture();
    void shiftTestOfOneRun();
    void runsOfTheLaboratory();
    void historyGrowsWhileItTrains();
    void manyFilesMakeATable();
    void aPensPressureSetsTheWidth();
    void templatesAreNotSeen();
    void oddFilesBecomePictures_data();
    void oddFilesBecomePictures();

private:
    DrawingPad *pad() { return m_page->findChild<DrawingPad *>(QStringLiteral("drawingPad")); }
    ProbabilityBars *bars() { return m_page->findChild<ProbabilityBars *>(QStringLiteral("probabilityBars")); }
    QString label(const char *name) { return m_page->findChild<QLabel *>(QLatin1String(name))->text(); }
    void click(const char *name) { QTest::mouseClick(m_page->findChild<QAbstractButton *>(QLatin1String(name)), Qt::LeftButton); }
    /// In pixels of a 28 x 28 picture.
    QPoint at(double x, double y)
    {
        const double side = std::min(pad()->width(), pad()->height());
        return {int((pad()->width() - side) / 2 + x * side / 28), int((pad()->height() - side) / 2 + y * side / 28)};
    }
    void stroke(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(pad(), button, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, pad()->mapToGlobal(to), button, button, Qt::NoModifier);
        QCoreApplication::sendEvent(pad(), &move);
        QTest::mouseRelease(pad(), button, {}, to);
    }
    void startRun();
    void showTab(const QString &title)
    {
        auto *tabs = m_page->findChild<QTabWidget *>(QStringLiteral("tryTabs"));
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == title) {
                tabs->setCurrentIndex(i);
            }
        }
        QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
    }
    bool judged() { return QTest::qWaitFor([this] { return m_page->judge()->isIdle() && m_page->judge()->judgement().pictureNumber > 0; }, patience); }

    DatasetPtr m_data;
    Engine *m_engine = nullptr;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<TrainingRun> m_run;
    std::unique_ptr<TryPage> m_page;
    QTemporaryDir m_folder;
};

void TestTryPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_trypage"));
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(512, 100);
}

void TestTryPage::init()
{
    QSettings().clear();
    m_inspection = std::make_unique<Inspection>();
    m_page = std::make_unique<TryPage>(*m_inspection);
    m_page->resize(760, 640);
    m_page->show();
    m_inspection->setData(m_data);
    m_inspection->setInspector(&m_engine->inspector());
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestTryPage::cleanup()
{
    m_page.reset();
    m_inspection.reset();
    m_run.reset();
}

void TestTryPage::startRun()
{
    Experiment experiment;
    experiment.name = QStringLiteral("bars");
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
    experiment.training.batchSize = 16;
    experiment.training.epochs = 4;
    experiment.training.learningRate = 0.01;
    experiment.training.threads = 1;
    m_run = std::make_unique<TrainingRun>(1, experiment, m_data, m_engine);
    m_inspection->setRun(m_run.get());
    m_run->start();
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_run->state()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->weights() != nullptr, patience);
    QVERIFY(m_run->history()->epochs().back().testAccuracy > 0.9);
    // A bar's place is its class, so it must stay where it was drawn.
    click("cropBox");
}

void TestTryPage::drawingIsPossibleBeforeAnyTraining()
{
    QVERIFY(m_page->findChild<QPushButton *>(QStringLiteral("tryStartButton"))->isVisible());
    QSignalSpy starts(m_page.get(), &TryPage::startRequested);
    click("tryStartButton");
    QCOMPARE(starts.count(), 1);
    stroke(at(6, 14), at(22, 14));
    QVERIFY(judged());
    QVERIFY(!m_page->judge()->judgement().prepared.isEmpty);
    QVERIFY(m_page->judge()->judgement().probabilities.empty());
    QVERIFY(label("verdictDetail").contains(QStringLiteral("Nothing has been trained yet")));
    QCOMPARE(bars()->accessibleDescription(), QStringLiteral("No answer yet."));
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Drawing"));
    QCOMPARE(m_inspection->probe().picture, m_page->judge()->judgement().prepared.picture);
}

void TestTryPage::aDrawnBarIsNamed()
{
    startRun();
    stroke(at(1, 10.5), at(27, 10.5)); // class 3 is a bar at row 10
    QVERIFY(judged());
    QCOMPARE(ProbabilityBars::mostLikely(bars()->probabilities()), 3);
    QCOMPARE(label("verdictLabel"), m_data->className(3));
    QVERIFY(bars()->accessibleDescription().contains(m_data->className(3)));
    QCOMPARE(bars()->order().front(), 0);
    click("sortedBox");
    QCOMPARE(bars()->order().front(), 3);
    QCOMPARE(bars()->table().rows.size(), qsizetype(10));
    click("padClearButton");
    QVERIFY(judged());
    QVERIFY(bars()->probabilities().empty());
    QVERIFY(!label("verdictDetail").isEmpty());
}

void TestTryPage::rightButtonAndEraserRubOut()
{
    stroke(at(6, 14), at(22, 14));
    QVERIFY(!pad()->drawing()->isBlank());
    m_page->findChild<QSlider *>(QStringLiteral("brushWidth"))->setValue(16);
    stroke(at(4, 14), at(24, 14), Qt::RightButton);
    QVERIFY(pad()->drawing()->isBlank());
    stroke(at(6, 14), at(22, 14));
    click("eraserButton");
    stroke(at(4, 10), at(24, 10));
    stroke(at(4, 14), at(24, 14));
    stroke(at(4, 18), at(24, 18));
    QVERIFY(pad()->drawing()->isBlank());
}

void TestTryPage::undoAndRedo()
{
    stroke(at(6, 8), at(22, 8));
    const QImage one = pad()->drawing()->image();
    stroke(at(6, 18), at(22, 18));
    const QImage two = pad()->drawing()->image();
    QVERIFY(one != two);
    pad()->setFocus();
    QTest::keySequence(pad(), QKeySequence::Undo);
    QCOMPARE(pad()->drawing()->image(), one);
    click("padUndoButton");
    QVERIFY(pad()->drawing()->isBlank());
    QVERIFY(!m_page->findChild<QToolButton *>(QStringLiteral("padUndoButton"))->isEnabled());
    QTest::keySequence(pad(), QKeySequence::Redo);
    click("padRedoButton");
    QCOMPARE(pad()->drawing()->image(), two);
}

void TestTryPage::keyboardDraws()
{
    pad()->setFocus();
    QTest::keyClick(pad(), Qt::Key_Space);
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(pad(), Qt::Key_Right);
    }
    QTest::keyClick(pad(), Qt::Key_Space);
    const QImage drawn = pad()->drawing()->image();
    QTest::keyClick(pad(), Qt::Key_Down);
    QCOMPARE(pad()->drawing()->image(), drawn); // lifted
    QCOMPARE(qGray(drawn.pixel(224 + 5 * 16, 224)), 255);
    QCOMPARE(qGray(drawn.pixel(224 - 5 * 16, 224)), 0);
    QTest::keyClick(pad(), Qt::Key_Delete);
    QVERIFY(pad()->drawing()->isBlank());
}

void TestTryPage::fillFillsWhatIsEnclosed()
{
    for (const auto &[from, to] : {std::pair{at(6, 6), at(22, 6)}, {at(22, 6), at(22, 22)}, {at(22, 22), at(6, 22)}, {at(6, 22), at(6, 6)}}) {
        stroke(from, to);
    }
    click("fillButton");
    QTest::mouseClick(pad(), Qt::LeftButton, {}, at(14, 14));
    QCOMPARE(qGray(pad()->drawing()->image().pixel(224, 224)), 255);
    QCOMPARE(qGray(pad()->drawing()->image().pixel(16, 16)), 0);
}

/// With the brush as it is at first, which is broader than what is left between two edges of a small thing.
void TestTryPage::drawnOutlinesAreFilled()
{
    const auto middle = [this] {
        const Picture &picture = m_inspection->probe().picture;
        return picture.values[std::size_t(14 * picture.side + 14)];
    };
    const auto ring = [this] {
        const QPoint corners[] = {at(9, 9), at(19, 9), at(19, 19), at(9, 19), at(9, 9)};
        QTest::mousePress(pad(), Qt::LeftButton, {}, corners[0]);
        for (const QPoint &corner : corners) {
            QMouseEvent move(QEvent::MouseMove, corner, pad()->mapToGlobal(corner), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(pad(), &move);
        }
        QTest::mouseRelease(pad(), Qt::LeftButton, {}, corners[0]);
    };
    ring();
    QVERIFY(judged());
    QVERIFY2(middle() > 0.4f, qPrintable(QString::number(double(middle()))));
    // Nobody draws the edge of a picture that was there: what is open in it stays open.
    QImage frame(280, 280, QImage::Format_RGB32);
    frame.fill(Qt::black);
    QPainter painter(&frame);
    painter.setPen(QPen(Qt::white, 40));
    painter.drawRect(60, 60, 160, 160);
    painter.end();
    m_page->setPicture(frame, QStringLiteral("frame"));
    QVERIFY(judged());
    QCOMPARE(middle(), 0.0f);
    stroke(at(1, 1), at(4, 1));
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Drawing"));
    QCOMPARE(middle(), 0.0f);
    click("padClearButton"); // an empty pad: drawn again
    ring();
    QVERIFY(judged());
    QVERIFY(middle() > 0.4f);
}

void TestTryPage::pastingAndDropping()
{
    QGuiApplication::clipboard()->setImage(test::garmentImage(test::Garment::Shirt, test::Look::ColorOnColor, {300, 200}));
    click("pastePictureButton");
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Pasted picture"));
    QVERIFY(m_page->findChild<PictureStrip *>(QStringLiteral("stepStrip"))->items().size() >= 4);
    const Picture pasted = m_inspection->probe().picture;

    const QString file = m_folder.filePath(QStringLiteral("camisa ñ.png"));
    QVERIFY(test::garmentImage(test::Garment::Boot, test::Look::BlackOnWhite, {200, 300}).save(file));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(m_inspection->probe().title, QStringLiteral("camisa ñ.png"), patience);
    QVERIFY(m_inspection->probe().picture != pasted);

    QGuiApplication::clipboard()->setText(QStringLiteral("no picture"));
    click("pastePictureButton");
    QVERIFY(m_page->findChild<MessageBar *>()->texts().join(QString()).contains(QStringLiteral("clipboard")));
}

void TestTryPage::badFilesAreSaid()
{
    const QString file = m_folder.filePath(QStringLiteral("text.png"));
    test::writeFile(file, "this is no picture");
    m_page->openFiles({file});
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<MessageBar *>()->texts().join(QString()).contains(QStringLiteral("text.png")), patience);
    m_page->openFiles({m_folder.filePath(QStringLiteral("missing.png"))});
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<MessageBar *>()->texts().join(QString()).contains(QStringLiteral("missing.png")), patience);
}

void TestTryPage::drawingOnALoadedPictureChangesIt()
{
    m_page->setPicture(test::garmentImage(test::Garment::Bag, test::Look::DarkOnLight, {640, 480}), QStringLiteral("bag"));
    QVERIFY(judged());
    const Picture before = m_inspection->probe().picture;
    QCOMPARE(imageOf(before), pad()->drawing()->image().scaled(28, 28)); // what it sees stands on the pad
    stroke(at(2, 2), at(4, 2));
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Drawing"));
    QVERIFY(m_inspection->probe().picture != before);
}

void TestTryPage::explanationsFollowThePicture()
{
    startRun();
    stroke(at(1, 10.5), at(27, 10.5));
    QVERIFY(judged());
    QTest::mouseClick(bars(), Qt::LeftButton, {}, bars()->rowRect(3).center()); // the fourth bar: opens the explanations
    auto *maps = m_page->findChild<PictureStrip *>(QStringLiteral("whyMaps"));
    QVERIFY(maps->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(maps->items().size(), qsizetype(4), patience);
    QCOMPARE(maps->items()[0].title, m_data->className(3));
    QCOMPARE(m_page->findChild<PictureStrip *>(QStringLiteral("shuffledMaps"))->items().size(), qsizetype(4));
    QVERIFY(!label("whyCheck").isEmpty());
    click("nearestButton");
    auto *nearest = m_page->findChild<PictureStrip *>(QStringLiteral("nearestPictures"));
    QTRY_COMPARE_WITH_TIMEOUT(nearest->items().size(), qsizetype(10), patience);
    QCOMPARE(nearest->items()[0].title, m_data->className(3));
    stroke(at(1, 20.5), at(27, 20.5));
    QVERIFY(judged());
    QVERIFY(nearest->items().isEmpty()); // they belonged to the picture before
}

void TestTryPage::sliderMovesThePicture()
{
    startRun();
    stroke(at(1, 10.5), at(27, 10.5));
    QVERIFY(judged());
    m_page->findChild<QTabWidget *>(QStringLiteral("tryTabs"))->setCurrentIndex(2);
    auto *kinds = m_page->findChild<QComboBox *>(QStringLiteral("changeKindBox"));
    kinds->setCurrentIndex(1);
    Q_EMIT kinds->activated(1);
    auto *curve = m_page->findChild<LinesView *>(QStringLiteral("changeCurve"));
    QTRY_COMPARE_WITH_TIMEOUT(curve->lines().size(), std::size_t(10), patience);
    QCOMPARE(curve->lines()[3].points.size(), std::size_t(21));
    QVERIFY(curve->lines()[3].points[10].y() > 0.5); // not shifted
    QVERIFY(curve->lines()[4].points[12].y() > curve->lines()[3].points[12].y()); // two rows down is the next class
    QCOMPARE(curve->table().rows.size(), qsizetype(21));
    m_page->findChild<QSlider *>(QStringLiteral("changeSlider"))->setValue(12);
    QCOMPARE(label("changeAmount"), QStringLiteral("2"));
}

void TestTryPage::shiftTestOfOneRun()
{
    startRun();
    showTab(QStringLiteral("Shift test"));
    auto *list = m_page->findChild<QListWidget *>(QStringLiteral("shiftTestRuns"));
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, patience);
    auto *start = m_page->findChild<QPushButton *>(QStringLiteral("disturbanceTestButton"));
    QVERIFY(start->isEnabled());
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!start->isEnabled()); // nothing to test
    list->item(0)->setCheckState(Qt::Checked);
    click("disturbanceTestButton");
    click("cancelTestButton");
    QVERIFY(start->isEnabled());
    auto *chart = m_page->findChild<RobustnessChart *>(QStringLiteral("disturbanceTestChart"));
    QVERIFY(chart->isEmpty());
    click("disturbanceTestButton");
    QTRY_COMPARE_WITH_TIMEOUT(chart->panels().size(), std::size_t(3), patience);
    // Undisturbed it is the test set as it is.
    QCOMPARE(chart->panels()[0].accuracies[0][0], m_run->history()->epochs().back().testAccuracy);
    QCOMPARE(chart->panels()[0].amounts.back(), 10.0);
    QCOMPARE(chart->table().rows.size(), qsizetype(18));
    QVERIFY(label("shiftTestSentence").contains(QStringLiteral("100 test pictures")));
}

void TestTryPage::runsOfTheLaboratory()
{
    const QString file = m_folder.filePath(QStringLiteral("laboratory.sqlite"));
    QVERIFY(RunStore::open(file));
    std::vector<QString> ids;
    for (const bool hasConvolution : {true, false}) {
        Experiment experiment;
        experiment.name = hasConvolution ? QStringLiteral("conv") : QStringLiteral("plain");
        if (hasConvolution) {
            experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
        }
        experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
        experiment.training.batchSize = 16;
        experiment.training.epochs = 4;
        experiment.training.learningRate = 0.01;
        experiment.training.threads = 1;
        TrainingRun run(1, experiment, m_data, m_engine);
        const RecordingTarget target = RunStore::newTarget(QString());
        run.recordInto(file, target);
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.state()), patience);
        QCOMPARE(run.closeRecording(std::chrono::seconds(30)), QString());
        ids.push_back(target.id);
    }
    const Laboratory laboratory(file);
    const Result<LoadedRun> loaded = laboratory.load(ids[0]).result();
    QVERIFY2(loaded, qPrintable(loaded.error()));
    m_run = std::make_unique<TrainingRun>(1, loaded.value().record);
    m_run->setHistory(loaded.value().history);
    m_inspection->setLaboratory(&laboratory);
    m_inspection->setRun(m_run.get());
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->weights(), patience);
    click("cropBox");
    stroke(at(1, 10.5), at(27, 10.5));
    QVERIFY(judged());

    // Beside it, the other one; nothing else moves.
    const QRect padBefore(pad()->mapTo(m_page.get(), QPoint()), pad()->size());
    const QRect barsBefore(bars()->mapTo(m_page.get(), QPoint()), bars()->size());
    auto *second = m_page->findChild<QComboBox *>(QStringLiteral("secondRunBox"));
    QTRY_COMPARE_WITH_TIMEOUT(second->count(), 2, patience);
    QCOMPARE(second->itemText(1), QStringLiteral("plain"));
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->judge()->isIdle() && m_page->judge()->judgement().otherProbabilities.size() == 10, patience);
    const Judgement &judgement = m_page->judge()->judgement();
    const auto expected = m_engine->inspector().probabilities(judgement.otherWeights, {judgement.prepared.picture});
    QCOMPARE(judgement.otherProbabilities, expected.value());
    QVERIFY(judgement.otherWeights->architecture.convBlocks.empty());
    QCOMPARE(bars()->table().header.mid(1), (QStringList{QStringLiteral("conv"), QStringLiteral("plain")}));
    const bool agree = ProbabilityBars::mostLikely(judgement.probabilities) == ProbabilityBars::mostLikely(judgement.otherProbabilities);
    QCoreApplication::sendPostedEvents();
    QTest::qWait(0);
    QCOMPARE(QRect(pad()->mapTo(m_page.get(), QPoint()), pad()->size()), padBefore);
    QCOMPARE(QRect(bars()->mapTo(m_page.get(), QPoint()), bars()->size()), barsBefore);
    QTRY_VERIFY(label("agreementLabel").contains(agree ? QStringLiteral("agree:") : QStringLiteral("They disagree:")));

    // Every moment that is kept, each with its own opinion.
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->moments().weights.size() > 5, patience);
    showTab(QStringLiteral("While it learned"));
    auto *history = m_page->findChild<LinesView *>(QStringLiteral("opinionHistory"));
    const std::vector<qint64> moments = m_inspection->moments().weights;
    QTRY_COMPARE_WITH_TIMEOUT(history->lines()[3].points.size(), moments.size(), patience);
    for (const std::size_t i : {std::size_t(0), moments.size() / 2, moments.size() - 1}) {
        QCOMPARE(history->lines()[3].points[i].x(), double(moments[i]));
        const Result<WeightsPtr> weights = laboratory.weights(ids[0], moments[i]).result();
        QVERIFY2(weights, qPrintable(weights.error()));
        const auto then = m_engine->inspector().probabilities(weights.value(), {judgement.prepared.picture});
        QCOMPARE(float(history->lines()[3].points[i].y()), then.value()[3]);
    }
    const std::vector<QPointF> before = history->lines()[3].points;
    stroke(at(1, 20.5), at(27, 20.5));
    QVERIFY(judged());
    QTRY_VERIFY_WITH_TIMEOUT(history->lines()[3].points.size() == moments.size() && history->lines()[3].points != before, patience);
    Q_EMIT history->clickedAt(double(moments[2]));
    QCOMPARE(m_inspection->position(), moments[2]);

    // Hidden, it holds no weights, and still knows what it knew.
    auto *tab = m_page->findChild<TryHistory *>();
    QVERIFY(tab->heldBytes() > 0);
    showTab(QStringLiteral("Why"));
    QTRY_COMPARE_WITH_TIMEOUT(tab->heldBytes(), qint64(0), patience);
    showTab(QStringLiteral("While it learned"));
    QCOMPARE(history->lines()[3].points.size(), moments.size());

    // And both against shift, turn and noise.
    m_inspection->setPosition(Inspection::live);
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->weights() && m_inspection->weights()->steps == moments.back(), patience);
    showTab(QStringLiteral("Shift test"));
    auto *list = m_page->findChild<QListWidget *>(QStringLiteral("shiftTestRuns"));
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, patience);
    list->item(1)->setCheckState(Qt::Checked);
    click("disturbanceTestButton");
    auto *chart = m_page->findChild<RobustnessChart *>(QStringLiteral("disturbanceTestChart"));
    QTRY_COMPARE_WITH_TIMEOUT(chart->panels().size(), std::size_t(3), patience);
    QCOMPARE(chart->panels()[2].accuracies.size(), std::size_t(2));
    QCOMPARE(chart->table().header.mid(2), (QStringList{QStringLiteral("conv"), QStringLiteral("plain")}));
    QCOMPARE(chart->panels()[0].accuracies[0][0], loaded.value().history->epochs().back().testAccuracy);
    QVERIFY(!label("shiftTestSentence").isEmpty());
    m_page.reset(); // before the laboratory
    m_inspection.reset();
}

void TestTryPage::historyGrowsWhileItTrains()
{
    stroke(at(1, 10.5), at(27, 10.5));
    startRun();
    QVERIFY(judged());
    auto *history = m_page->findChild<LinesView *>(QStringLiteral("opinionHistory"));
    QTRY_COMPARE_WITH_TIMEOUT(history->lines().size(), std::size_t(10), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!history->lines()[0].points.empty(), patience);
    QCOMPARE(history->lines()[0].points.back().x(), double(m_inspection->weights()->steps));
}

void TestTryPage::manyFilesMakeATable()
{
    const QString folder = m_folder.filePath(QStringLiteral("many"));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(test::garmentImage(test::Garment::Boot, test::Look::BlackOnWhite, {90, 90}).save(folder + QStringLiteral("/a.png")));
    QVERIFY(test::garmentImage(test::Garment::Bag, test::Look::ColorOnColor, {90, 60}).save(folder + QStringLiteral("/b.png")));
    test::writeFile(folder + QStringLiteral("/c.png"), "text");
    m_page->openFiles({folder});
    QVERIFY(m_page->findChild<MessageBar *>()->texts().join(QString()).contains(QStringLiteral("no network")));
    startRun();
    m_page->openFiles({folder});
    auto *table = m_page->findChild<QTableWidget *>(QStringLiteral("batchTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 3, patience);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("a.png"));
    QVERIFY(!table->item(1, 1)->text().isEmpty());
    QVERIFY(table->item(2, 3)->text().contains(QStringLiteral("c.png")));
    Q_EMIT table->itemActivated(table->item(0, 0));
    QTRY_COMPARE_WITH_TIMEOUT(m_inspection->probe().title, QStringLiteral("a.png"), patience);
}

void TestTryPage::aPensPressureSetsTheWidth()
{
    const QPointingDevice pen(QStringLiteral("pen"), 1, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
                              QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
    const QPointingDevice rubber(QStringLiteral("rubber"), 2, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Eraser,
                                 QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
    const auto send = [this](const QPointingDevice &device, QEvent::Type type, QPoint where, double pressure) {
        const Qt::MouseButtons held = type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton;
        QTabletEvent event(type, &device, where, pad()->mapToGlobal(QPointF(where)), pressure, 0, 0, 0, 0, 0, Qt::NoModifier, Qt::LeftButton, held);
        QCoreApplication::sendEvent(pad(), &event);
        QVERIFY(event.isAccepted());
    };
    const auto penStroke = [&](const QPointingDevice &device, double y, double pressure) {
        send(device, QEvent::TabletPress, at(6, y), pressure);
        send(device, QEvent::TabletMove, at(22, y), pressure);
        send(device, QEvent::TabletRelease, at(22, y), 0.0);
    };
    const auto thickness = [this](double x, double y) { // of what is drawn there, in pixels of the drawing
        const QImage &image = pad()->drawing()->image();
        const int column = int(x * Drawing::side / 28.0);
        int count = 0;
        for (int row = int((y - 4) * Drawing::side / 28.0); row < int((y + 4) * Drawing::side / 28.0); ++row) {
            count += image.constScanLine(row)[column] > 127 ? 1 : 0;
        }
        return count;
    };
    penStroke(pen, 6, 0.25);
    penStroke(pen, 14, 0.5);
    penStroke(pen, 22, 1.0);
    const int usual = int(pad()->brushWidth() * Drawing::side / 28.0); // the width that is chosen
    QVERIFY2(std::abs(thickness(14, 14) - usual) <= 2, qPrintable(QString::number(thickness(14, 14))));
    QVERIFY(std::abs(thickness(14, 6) - usual / 2) <= 2);
    QVERIFY(std::abs(thickness(14, 22) - 2 * usual) <= 2);
    QVERIFY2(thickness(6, 6) <= usual / 2 + 2, qPrintable(QString::number(thickness(6, 6)))); // its first touch, too
    penStroke(rubber, 6, 1.0);
    QCOMPARE(thickness(14, 6), 0);
    QVERIFY(judged());
}

void TestTryPage::templatesAreNotSeen()
{
    auto *templates = m_page->findChild<QComboBox *>(QStringLiteral("templateBox"));
    QCOMPARE(templates->count(), 11); // none, and ten classes
    const QImage before = pad()->grab().toImage();
    templates->setCurrentIndex(4);
    Q_EMIT templates->activated(4);
    const QImage traced = pad()->grab().toImage();
    QVERIFY(traced != before);
    QVERIFY(pad()->drawing()->isBlank()); // only the eye sees it
    m_inspection->setData(test::barsDataset(256, 60));
    QCOMPARE(templates->currentIndex(), 4);
    QVERIFY(pad()->grab().toImage() != before);
    templates->setCurrentIndex(0);
    Q_EMIT templates->activated(0);
    QCOMPARE(pad()->grab().toImage(), before);
}

void TestTryPage::oddFilesBecomePictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const auto encoded = [](const QImage &image, const char *format) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    };
    const QImage bag = test::garmentImage(test::Garment::Bag, test::Look::BlackOnWhite, {200, 200});
    QTest::newRow("16 bit") << QStringLiteral("deep.png") << encoded(bag.convertToFormat(QImage::Format_Grayscale16), "png");
    QTest::newRow("16 bit with colours") << QStringLiteral("deeper.png") << encoded(bag.convertToFormat(QImage::Format_RGBA64), "png");
    QTest::newRow("palette") << QStringLiteral("few.png") << encoded(bag.convertToFormat(QImage::Format_Indexed8), "png");
    QTest::newRow("one bit") << QStringLiteral("mono.pbm") << encoded(bag.convertToFormat(QImage::Format_Mono), "pbm");
    QTest::newRow("jpeg") << QStringLiteral("bag.jpg") << encoded(bag, "jpeg");
    QTest::newRow("svg") << QStringLiteral("bag.svg")
                         << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><rect width='100' height='100' fill='white'/>"
                                       "<rect x='8' y='40' width='84' height='50'/><path d='M32 42 Q32 17 50 17 Q68 17 68 42' fill='none' stroke='black' stroke-width='7'/></svg>");
}

/// Each as the same bag.
void TestTryPage::oddFilesBecomePictures()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QString file = m_folder.filePath(name);
    test::writeFile(file, bytes);
    m_page->openFiles({file});
    QTRY_COMPARE_WITH_TIMEOUT(m_inspection->probe().title, name, patience);
    QVERIFY(judged());
    const Picture expected = preparePicture(test::garmentImage(test::Garment::Bag, test::Look::WhiteOnBlack, {448, 448})).picture;
    double sum = 0.0;
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        sum += std::abs(double(expected.values[i] - m_inspection->probe().picture.values[i]));
    }
    QVERIFY2(sum / double(expected.values.size()) < (name.endsWith(QStringLiteral("svg")) ? 0.1 : 0.04), qPrintable(QString::number(sum / double(expected.values.size()))));
}

QTEST_MAIN(TestTryPage)
#include "tst_trypage.moc"
