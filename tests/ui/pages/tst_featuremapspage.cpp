// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/featuremapspage.h"

#include "core/common/language.h"
#include "core/training/presets.h"
#include "tests/support/idxwriter.h"
#include "ui/pages/mapscanvas.h"
#include "ui/pages/mapsdetail.h"
#include "ui/pages/mapsprobebar.h"
#include "ui/pages/mapstable.h"
#include "ui/theme.h"
#include "ui/views/emptystate.h"
#include "ui/views/viewexport.h"
#include "ui/window/session.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

constexpr int patience = 30000; // milliseconds; far more than it takes

const Architecture threeBlocks{{{6, 5, 2, true, Activation::Relu, false}, {5, 7, 3, true, Activation::Tanh, false}, {4, 5, 0, true, Activation::LeakyRelu, false}},
                               {{12, Activation::Relu, 0.5}}};
const Architecture small{{{4, 3, 1, false, Activation::Relu, true}, {6, 3, 1, false, Activation::Relu, true}}, {{16, Activation::Relu, 0.25}}};

Architecture presetNamed(const char *name)
{
    return findPreset(QLatin1String(name), {}).value().experiment.architecture;
}

} // namespace

/// The page with a real engine, real runs and a real laboratory, driven by mouse and keyboard.
class TestFeatureMapsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyPageSaysWhatWillBeHere();
    void everyNetworkIsShownWhole_data();
    void everyNetworkIsShownWhole();
    void pointingLightsWhatFeedsAUnit();
    void keyboardReachesEveryUnit();
    void clickChoosesAUnit();
    void followsTrainingWhileVisible();
    void newestAnswerWins();
    void picturesAreChosen();
    void coloursMeanTheSame();
    void comparesMomentsPicturesAndRuns();
    void wideLayersArePaged();
    void zoomKeepsWhatIsLit();
    void numbersCanBeTaken();
    void problemsAreSaid();
    void speaksSpanish();

private:
    TrainingRun *train(const Architecture &architecture, int epochs = 1);
    void finish(TrainingRun *run) { QTRY_VERIFY_WITH_TIMEOUT(isFinal(run->state()), patience); }
    /// Trains to the end and shows it.
    void show(const Architecture &architecture);
    void compareWithInspector(const FlowPtr &flow, const Picture &picture);
    void chooseComparison(int index);
    FlowPtr flow(int lane = 0) { return m_page->canvas()->flow(lane); }
    MapsCanvas *canvas() { return m_page->canvas(); }
    QPoint centre(int layer, int channel) { return canvas()->rectOf(0, layer, channel).center().toPoint(); }
    void point(const QPoint &at) { QTest::mouseMove(canvas()->viewport(), at); }
    template<typename Widget>
    Widget *find(const char *name) { return m_page->findChild<Widget *>(QLatin1String(name)); }

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<FeatureMapsPage> m_page;
};

void TestFeatureMapsPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_featuremapspage"));
    test::writeDataset(m_folder.filePath(QStringLiteral("data")), *test::barsDataset(128, 60));
}

void TestFeatureMapsPage::init()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_session = std::make_unique<Session>();
    QFile::remove(m_folder.filePath(QStringLiteral("laboratory.sqlite")));
    m_session->openLaboratory(m_folder.filePath(QStringLiteral("laboratory.sqlite")));
    m_session->loadData(m_folder.filePath(QStringLiteral("data")));
    m_session->loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->startProblem().isEmpty(), patience);
    m_inspection = std::make_unique<Inspection>();
    m_inspection->setLaboratory(m_session->laboratory());
    m_inspection->setData(m_session->data());
    m_inspection->setInspector(&m_session->engine()->inspector());
    m_page = std::make_unique<FeatureMapsPage>(*m_inspection);
    m_page->resize(740, 600);
    m_page->show();
}

void TestFeatureMapsPage::cleanup()
{
    m_page.reset();
    m_inspection.reset();
    if (m_session) {
        m_session->stopAndWait();
        m_session.reset();
    }
}

TrainingRun *TestFeatureMapsPage::train(const Architecture &architecture, int epochs)
{
    Experiment experiment;
    experiment.name = QStringLiteral("shown");
    experiment.architecture = architecture;
    experiment.training.batchSize = 16;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    TrainingRun *run = m_session->startRun(experiment, RunControl::Begin::Running);
    m_inspection->setRun(run);
    return run;
}

void TestFeatureMapsPage::show(const Architecture &architecture)
{
    TrainingRun *run = train(architecture);
    finish(run);
    QTRY_VERIFY_WITH_TIMEOUT(flow() && flow()->weights->steps == qint64(run->history()->batchCount()), patience);
}

void TestFeatureMapsPage::compareWithInspector(const FlowPtr &flow, const Picture &picture)
{
    QCOMPARE(flow->probe.picture, picture);
    const Result<ForwardPass> pass = m_session->engine()->inspector().forward(flow->weights, picture);
    QVERIFY2(pass, qPrintable(pass.error()));
    QCOMPARE(flow->pass.layers.size(), pass.value().layers.size());
    for (std::size_t i = 0; i < pass.value().layers.size(); ++i) {
        QCOMPARE(flow->pass.layers[i].values, pass.value().layers[i].values);
    }
    QCOMPARE(flow->pass.probabilities, pass.value().probabilities);
}

void TestFeatureMapsPage::emptyPageSaysWhatWillBeHere()
{
    QTRY_VERIFY(find<EmptyState>("mapsEmptyState")->isVisible());
    QVERIFY(find<EmptyState>("mapsEmptyState")->text().contains(QStringLiteral("from left to right")));
    QSignalSpy spy(m_page.get(), &FeatureMapsPage::startRequested);
    QTest::mouseClick(find<EmptyState>("mapsEmptyState")->button(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void TestFeatureMapsPage::everyNetworkIsShownWhole_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::newRow("cnn-1") << presetNamed("cnn-1");
    QTest::newRow("mlp-512") << presetNamed("mlp-512");
    QTest::newRow("first-steps") << presetNamed("first-steps");
    QTest::newRow("three blocks") << threeBlocks;
}

void TestFeatureMapsPage::everyNetworkIsShownWhole()
{
    QFETCH(Architecture, architecture);
    TrainingRun *run = train(architecture, 2);
    QTRY_VERIFY_WITH_TIMEOUT(flow() && flow()->weights->steps > 0, patience); // live
    compareWithInspector(flow(), testPicture(*m_session->data(), 0));
    finish(run);
    QTRY_COMPARE_WITH_TIMEOUT(flow()->weights->steps, qint64(16), patience);
    compareWithInspector(flow(), testPicture(*m_session->data(), 0));

    const std::vector<LayerSummary> layers = summarize(architecture, 28, 10).layers;
    const MapsLayout &layout = canvas()->layoutOf(0);
    QCOMPARE(layout.columns.size(), layers.size());
    double right = -1.0;
    for (const MapsColumn &column : layout.columns) {
        QVERIFY(column.header.left() > right); // no two over each other
        right = column.header.right();
        QCOMPARE(column.total, layers[std::size_t(column.layer)].channels);
        QCOMPARE(column.isPaged(), column.shown < column.total);
        for (int c = column.first; c < column.first + column.shown; ++c) {
            QVERIFY(canvas()->rectOf(0, column.layer, c).bottom() <= canvas()->viewport()->height());
            QVERIFY(column.cellOf(c).right() <= column.header.right() + 0.5);
            QCOMPARE(*column.channelAt(column.cellOf(c).center()), c);
        }
    }
    // Maps of a block stand in line with those they come from.
    for (std::size_t i = 1; i < layers.size(); ++i) {
        if (layers[i].kind == LayerKind::MaxPool) {
            QCOMPARE(layout.cellOf(int(i), 1).top(), layout.cellOf(int(i) - 1, 1).top());
        }
    }
    // A recorded moment: before training.
    m_inspection->setPosition(0);
    QTRY_COMPARE_WITH_TIMEOUT(flow()->weights->steps, qint64(0), patience);
    compareWithInspector(flow(), testPicture(*m_session->data(), 0));
    QVERIFY(canvas()->title(0).contains(QStringLiteral("Untrained")));
}

void TestFeatureMapsPage::pointingLightsWhatFeedsAUnit()
{
    show(threeBlocks);
    QVERIFY(!canvas()->focus());
    const int layer = 4; // second convolution
    point(centre(layer, 3));
    QVERIFY(canvas()->focus());
    const UnitAddress unit = canvas()->focus()->unit;
    QCOMPARE(unit.layer, layer);
    QCOMPARE(unit.channel, 3);
    QVERIFY(std::abs(unit.y - 14) <= 1 && std::abs(unit.x - 14) <= 1);
    QCOMPARE(canvas()->focus()->sources.feeds.size(), std::size_t(6));
    double sum = canvas()->focus()->sources.offset;
    for (const Feed &feed : canvas()->focus()->sources.feeds) {
        QCOMPARE(feed.window, QRect(unit.x - 3, unit.y - 3, 7, 7));
        sum += feed.contribution;
    }
    QVERIFY(std::abs(sum - valueOf(flow()->pass, unit)) < 1e-4);
    QCOMPARE(canvas()->focus()->receptiveField, QRect(unit.x - 5, unit.y - 5, 11, 11)); // 7 x 7 through 5 x 5
    const QString value = QLocale().toString(std::abs(valueOf(flow()->pass, unit)), 'g', 4);
    QVERIFY(find<MapsDetail>("mapsDetail")->text().contains(value));
    QVERIFY(find<MapsDetail>("mapsDetail")->accessibleDescription().contains(QStringLiteral("11 × 11")));
    // A pixel further right is the next number.
    const QRectF map = canvas()->rectOf(0, layer, 3);
    point(QPointF(map.left() + map.width() * 0.5 / 28, map.top() + map.height() * 27.5 / 28).toPoint());
    QCOMPARE(canvas()->focus()->unit.y, 27);
    QCOMPARE(canvas()->focus()->unit.x, 0);
    // Between the columns nothing is lit.
    point(QPoint(int(canvas()->rectOf(0, layer, 0).left()) - 8, int(map.top())));
    QVERIFY(!canvas()->focus());
}

void TestFeatureMapsPage::keyboardReachesEveryUnit()
{
    show(small);
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->focus());
    QCOMPARE(canvas()->focus()->unit, (UnitAddress{0, 0, 0, 0}));
    QTest::keyClick(canvas(), Qt::Key_Right);
    QTest::keyClick(canvas(), Qt::Key_Down);
    QTest::keyClick(canvas(), Qt::Key_Down);
    QCOMPARE(canvas()->focus()->unit, (UnitAddress{1, 2, 0, 0}));
    QTest::keyClick(canvas(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(canvas()->focus()->unit, (UnitAddress{1, 2, 1, 2}));
    QTest::keyClick(canvas(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(canvas(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(canvas()->focus()->unit, (UnitAddress{1, 2, 0, 2})); // stays inside
    QSignalSpy spy(m_page.get(), &FeatureMapsPage::unitChosen);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first(), (QVariantList{1, 2, 0, 2}));
    QTest::keyClick(canvas(), Qt::Key_End);
    QCOMPARE(canvas()->focus()->unit.layer, int(flow()->layers.size()) - 1);
    QVERIFY(canvas()->rectOf(0, flow()->lastLayer(), 0).right() <= canvas()->viewport()->width()); // scrolled to it
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(canvas(), Qt::Key_Down);
    }
    QCOMPARE(canvas()->focus()->unit.channel, 9);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QCOMPARE(flow()->layers[std::size_t(canvas()->focus()->unit.layer)].kind, LayerKind::Dropout);
    QTest::keyClick(canvas(), Qt::Key_Home);
    QCOMPARE(canvas()->focus()->unit.layer, 0);
    QVERIFY(canvas()->rectOf(0, 0, 0).left() >= 0.0);
}

void TestFeatureMapsPage::clickChoosesAUnit()
{
    show(small);
    QSignalSpy spy(m_page.get(), &FeatureMapsPage::unitChosen);
    const QRectF map = canvas()->rectOf(0, 3, 1); // a pooling: 14 x 14
    QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, {}, QPointF(map.left() + map.width() * 3.5 / 14, map.top() + map.height() * 5.5 / 14).toPoint());
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first(), (QVariantList{3, 1, 5, 3}));
    QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, {}, QPoint(2, 2)); // nothing there
    QCOMPARE(spy.count(), 1);
}

void TestFeatureMapsPage::followsTrainingWhileVisible()
{
    TrainingRun *run = train(small, 100000);
    QTRY_VERIFY_WITH_TIMEOUT(flow() != nullptr, patience);
    const qint64 first = flow()->weights->steps;
    QTRY_VERIFY_WITH_TIMEOUT(flow()->weights->steps > first + 2, patience);
    m_page->hide();
    QCoreApplication::processEvents(); // what was computed when it went
    QSignalSpy weights(m_inspection.get(), &Inspection::weightsChanged);
    const std::size_t before = run->history()->batchCount();
    QTRY_VERIFY_WITH_TIMEOUT(run->history()->batchCount() > before + 200, patience);
    QVERIFY(weights.count() <= 1);
    const qint64 hidden = flow()->weights->steps;
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(flow()->weights->steps > hidden, patience);
    run->stop();
    finish(run);
    QTRY_COMPARE_WITH_TIMEOUT(flow()->weights->steps, qint64(run->history()->batchCount()), patience);
}

void TestFeatureMapsPage::newestAnswerWins()
{
    show(small);
    FlowWorker worker;
    std::vector<FlowPtr> answers;
    connect(&worker, &FlowWorker::ready, this, [&](const FlowPtr &answer) { answers.push_back(answer); });
    Probe probe = m_inspection->probe();
    for (int i = 0; i < 5; ++i) {
        probe.testIndex = i;
        probe.picture = testPicture(*m_session->data(), i);
        worker.request(m_inspection->inspector(), m_inspection->weights(), probe, /*subject=*/i);
    }
    QTRY_VERIFY(!answers.empty() && answers.back()->probe.testIndex == 4);
    QVERIFY(answers.size() <= 5); // what was overtaken is dropped, or was never asked
    for (std::size_t i = 1; i < answers.size(); ++i) {
        QVERIFY(answers[i]->subject > answers[i - 1]->subject);
    }
    compareWithInspector(answers.back(), testPicture(*m_session->data(), 4));
    worker.request(m_inspection->inspector(), m_inspection->weights(), probe, 5);
    worker.cancel();
    worker.request(m_inspection->inspector(), m_inspection->weights(), probe, 6);
    QTRY_COMPARE(answers.back()->subject, 6);
}

void TestFeatureMapsPage::picturesAreChosen()
{
    show(small);
    auto *number = find<QSpinBox>("probeNumber");
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("7"));
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(m_inspection->probe().testIndex, 7);
    QTRY_COMPARE(flow()->probe.testIndex, 7);
    compareWithInspector(flow(), testPicture(*m_session->data(), 7));
    // The next of class 3.
    auto *classes = find<QComboBox>("probeClass");
    classes->setCurrentIndex(4);
    Q_EMIT classes->activated(4);
    QTRY_COMPARE(flow()->probe.label, 3);
    for (int i = 0; i < 4; ++i) {
        const int before = m_inspection->probe().testIndex;
        QTest::mouseClick(find<QToolButton>("probeRandom"), Qt::LeftButton);
        QVERIFY(m_inspection->probe().testIndex != before);
        QCOMPARE(m_inspection->probe().label, 3);
    }
    // A drawing from another page.
    m_inspection->setProbe({Picture{28, std::vector<float>(784, 0.25f)}, QStringLiteral("Drawing"), -1, -1});
    QTRY_COMPARE(flow()->probe.testIndex, -1);
    QVERIFY(canvas()->title(0).contains(QStringLiteral("Drawing")));
    QVERIFY(number->text().contains(QStringLiteral("Drawing")));
}

void TestFeatureMapsPage::coloursMeanTheSame()
{
    show(threeBlocks);
    const std::vector<bool> isSigned{false, true, true, false, true, true, true, true, true, true, true, true, false, false, true};
    QCOMPARE(flow()->isSigned, isSigned); // input, conv, norm, ReLU, conv, norm, tanh, conv, norm, leaky, flatten, hidden, ReLU, dropout, output
    MapsPictures &pictures = *canvas()->pictures(0);
    const double limit = flow()->limit(1, 0, MapScale::Layer);
    double largest = 0.0;
    for (float value : flow()->pass.layers[1].values) {
        largest = std::max(largest, std::abs(double(value)));
    }
    QCOMPARE(limit, largest);
    QVERIFY(flow()->limit(1, 0, MapScale::Map) <= limit && limit <= flow()->limit(1, 0, MapScale::Network));
    QCOMPARE(pictures.color(1, 0, 0.0), theme::diverging(0.0, canvas()->palette()));
    QCOMPARE(pictures.color(1, 0, -limit), theme::diverging(-1.0, canvas()->palette()));
    QCOMPARE(pictures.color(3, 0, 0.0), theme::sequential(0.0));
    QCOMPARE(pictures.color(3, 0, flow()->limit(3, 0, MapScale::Layer)), theme::sequential(1.0));
    QCOMPARE(pictures.color(1, 0, std::nan("")), theme::attention());
    QCOMPARE(QColor(pictures.map(1, 2).pixel(5, 6)), pictures.color(1, 2, valueOf(flow()->pass, {1, 2, 6, 5})));
    auto *scale = find<QComboBox>("mapsScale");
    scale->setCurrentIndex(2);
    Q_EMIT scale->activated(2);
    QCOMPARE(pictures.scale(), MapScale::Network);
    QCOMPARE(pictures.color(1, 0, flow()->limit(1, 0, MapScale::Network)), theme::diverging(1.0, canvas()->palette()));
}

void TestFeatureMapsPage::chooseComparison(int index)
{
    auto *with = find<QComboBox>("compareWith");
    with->setCurrentIndex(index);
    Q_EMIT with->activated(index);
}

void TestFeatureMapsPage::comparesMomentsPicturesAndRuns()
{
    show(threeBlocks);
    const QString other = m_inspection->run()->id();
    show(small);
    QVERIFY(!flow(1));
    chooseComparison(1); // untrained
    QTRY_VERIFY_WITH_TIMEOUT(flow(1) && flow(1)->weights->steps == 0, patience);
    compareWithInspector(flow(1), testPicture(*m_session->data(), 0));
    QCOMPARE(flow()->weights->steps, qint64(8));
    // Aligned beneath each other, and the same unit is lit in both.
    QCOMPARE(canvas()->rectOf(1, 1, 2).left(), canvas()->rectOf(0, 1, 2).left());
    QVERIFY(canvas()->rectOf(1, 1, 2).top() > canvas()->rectOf(0, 4, 5).bottom());
    QVERIFY(canvas()->rectOf(1, 1, 2).bottom() <= canvas()->viewport()->height());
    point(centre(1, 2));
    QCOMPARE(canvas()->focusOf(1)->unit, canvas()->focusOf(0)->unit);
    QVERIFY(canvas()->focusOf(1)->sources.value != canvas()->focusOf(0)->sources.value);

    chooseComparison(2); // another moment
    auto *moments = find<QComboBox>("compareMoment");
    QTRY_VERIFY(moments->count() > 3);
    moments->setCurrentIndex(2);
    Q_EMIT moments->activated(2);
    QTRY_VERIFY_WITH_TIMEOUT(flow(1) && flow(1)->weights->steps == moments->itemData(2).toLongLong(), patience);

    chooseComparison(3); // another picture
    find<QSpinBox>("comparePicture")->setValue(5);
    QTRY_VERIFY_WITH_TIMEOUT(flow(1) && flow(1)->probe.testIndex == 5, patience);
    compareWithInspector(flow(1), testPicture(*m_session->data(), 5));
    QCOMPARE(flow(1)->weights, flow()->weights);

    chooseComparison(4); // another run, of another shape
    QTRY_VERIFY_WITH_TIMEOUT(flow(1) && flow(1)->weights->architecture == threeBlocks, patience);
    QCOMPARE(find<QComboBox>("compareRun")->currentData().toString(), other);
    compareWithInspector(flow(1), testPicture(*m_session->data(), 0));
    m_inspection->setProbeIndex(9);
    QTRY_COMPARE(flow(1)->probe.testIndex, 9);

    chooseComparison(0);
    QVERIFY(!flow(1));
}

void TestFeatureMapsPage::wideLayersArePaged()
{
    show({{{300, 3, 1, false, Activation::Relu, true}}, {}});
    const MapsColumn column = canvas()->layoutOf(0).columns[3];
    QVERIFY(column.isPaged());
    QVERIFY(column.shown > 0 && column.shown < 300);
    QVERIFY(canvas()->rectOf(0, 3, 299).isEmpty());
    const QRectF on = MapsPainter::pageButton(column, canvas()->font(), true);
    const QPointF header = canvas()->rectOf(0, 3, 0).topLeft() - canvas()->layoutOf(0).cellOf(3, 0).topLeft();
    canvas()->select({3, 0, 0, 0}); // brings it into view
    const QPointF at = on.center() + header - QPointF(canvas()->horizontalScrollBar()->value(), 0.0);
    QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, {}, at.toPoint());
    const MapsColumn turned = canvas()->layoutOf(0).columns[3];
    QCOMPARE(turned.first, column.shown);
    QCOMPARE(canvas()->layoutOf(0).columns[1].first, column.shown); // the whole block turns
    // All are reached by keyboard.
    canvas()->select({3, 0, 0, 0});
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(canvas(), Qt::Key_PageDown);
    }
    QCOMPARE(canvas()->focus()->unit.channel, 299);
    QVERIFY(!canvas()->rectOf(0, 3, 299).isEmpty());
}

void TestFeatureMapsPage::zoomKeepsWhatIsLit()
{
    show(small);
    canvas()->select({4, 5, 3, 3});
    const double before = canvas()->rectOf(0, 4, 5).width();
    QTest::keyClick(canvas(), Qt::Key_Plus);
    QTest::keyClick(canvas(), Qt::Key_Plus);
    QTest::keyClick(canvas(), Qt::Key_Plus);
    QCOMPARE(canvas()->factor(), 4);
    QVERIFY(canvas()->rectOf(0, 4, 5).width() > before);
    const QRectF lit = canvas()->rectOf(0, 4, 5);
    QVERIFY(lit.left() >= 0.0 && lit.right() <= canvas()->viewport()->width());
    QWheelEvent wheel(lit.center(), canvas()->viewport()->mapToGlobal(lit.center()), {}, {0, -120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas()->viewport(), &wheel);
    QCOMPARE(canvas()->factor(), 3);
    QTest::keyClick(canvas(), Qt::Key_0);
    QCOMPARE(canvas()->factor(), 1);
}

void TestFeatureMapsPage::numbersCanBeTaken()
{
    show(small);
    canvas()->select({1, 2, 0, 0});
    m_page->exporter()->copyNumbers();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 29);
    for (int y = 0; y < 28; ++y) {
        const QStringList fields = lines[y + 1].split(QLatin1Char('\t'));
        QCOMPARE(fields.size(), 29);
        for (int x = 0; x < 28; ++x) {
            QCOMPARE(QLocale().toFloat(fields[x + 1]), float(valueOf(flow()->pass, {1, 2, y, x})));
        }
    }
    canvas()->select({flow()->lastLayer(), 0, 0, 0});
    QCOMPARE(mapsTable(flow(), canvas()->focus()).rows.size(), 10);
    for (const char *name : {"maps.png", "maps.svg", "maps.csv"}) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QVERIFY(path.endsWith(QStringLiteral("png")) ? m_page->exporter()->savePng(path)
                                                     : path.endsWith(QStringLiteral("svg")) ? m_page->exporter()->saveSvg(path) : m_page->exporter()->saveCsv(path));
        QVERIFY(QFileInfo(path).size() > 100);
    }
    QCOMPARE(QImage(m_folder.filePath(QStringLiteral("maps.png"))).size(), canvas()->contentSize() * 2); // all of it, not what is scrolled to
}

void TestFeatureMapsPage::problemsAreSaid()
{
    show(small);
    m_inspection->setProbe({Picture{5, std::vector<float>(25)}, QStringLiteral("Too small"), -1, -1});
    QTRY_VERIFY(find<EmptyState>("mapsEmptyState")->isVisible());
    QVERIFY(find<EmptyState>("mapsEmptyState")->text().contains(QStringLiteral("another size")));
    m_inspection->setProbeIndex(1);
    QTRY_VERIFY(flow() && !find<EmptyState>("mapsEmptyState")->isVisible());
    chooseComparison(4); // there is no other run
    QTRY_VERIFY(find<QLabel>("mapsMessage")->isVisible());
    QVERIFY(find<QLabel>("mapsMessage")->text().contains(QStringLiteral("no other run")));
    chooseComparison(0);
    QTRY_VERIFY(!find<QLabel>("mapsMessage")->isVisible());
}

void TestFeatureMapsPage::speaksSpanish()
{
    show(small);
    canvas()->select({1, 0, 0, 0});
    m_language.choose(QStringLiteral("es"));
    QTRY_VERIFY(canvas()->title(0).contains(QStringLiteral("lotes")));
    QVERIFY(find<MapsDetail>("mapsDetail")->text().contains(QStringLiteral("Convolución 1")));
    QCOMPARE(find<QComboBox>("compareWith")->itemText(1), QStringLiteral("la red sin entrenar"));
    m_language.choose(QStringLiteral("en"));
    QTRY_VERIFY(canvas()->title(0).contains(QStringLiteral("batches")));
}

QTEST_MAIN(TestFeatureMapsPage)
#include "tst_featuremapspage.moc"
