// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "core/training/presets.h"
#include "tests/support/drawnclothes.h"
#include "ui/pages/trypage.h"
#include "ui/views/drawingpad.h"
#include "ui/views/probabilitybars.h"

#include <QAbstractButton>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 120000; // milliseconds; far more than it takes

} // namespace

/// The promise of the Try it page, with the real data: whoever draws clothes with a mouse is understood by a network that has learnt for
/// some seconds.
class TestDrawnClothes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void outlinesAreNamed_data();
    void outlinesAreNamed();
    void anyLookIsNamed_data();
    void anyLookIsNamed();

private:
    DrawingPad *pad() { return m_page->findChild<DrawingPad *>(QStringLiteral("drawingPad")); }
    /// The most likely class of what is shown now; -1 without an answer.
    int answer();
    void draw(const QPainterPath &path);

    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<TrainingRun> m_run;
    std::unique_ptr<TryPage> m_page;
};

void TestDrawnClothes::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_drawnclothes"));
    QSettings().clear();
    if (!QFile::exists(systemFashionMnistFolder())) {
        QSKIP("Fashion-MNIST is not installed (dataset-fashion-mnist)");
    }
    const Result<DatasetPtr> data = loadDataset(systemFashionMnistFolder());
    QVERIFY2(data, qPrintable(data.error()));
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    const Result<Preset> preset = findPreset(QStringLiteral("cnn-1"), QString());
    QVERIFY2(preset, qPrintable(preset.error()));
    Experiment experiment = preset.value().experiment;
    experiment.training.epochs = 2;
    experiment.training.trainImages = 20000;
    experiment.training.threads = 1; // the same network on any number of cores
    m_inspection = std::make_unique<Inspection>();
    m_page = std::make_unique<TryPage>(*m_inspection);
    m_page->resize(760, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_inspection->setData(data.value());
    m_inspection->setInspector(&engine.value()->inspector());
    m_run = std::make_unique<TrainingRun>(1, experiment, data.value(), engine.value());
    m_inspection->setRun(m_run.get());
    m_run->start();
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_run->state()), patience);
    const qint64 last = qint64(m_run->history()->batchCount());
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->weights() && m_inspection->weights()->steps == last, patience);
}

void TestDrawnClothes::cleanupTestCase()
{
    m_page.reset();
    m_inspection.reset();
    m_run.reset();
}

int TestDrawnClothes::answer()
{
    PictureJudge *judge = m_page->judge();
    const bool isJudged = QTest::qWaitFor([judge] { return judge->isIdle() && judge->judgement().pictureNumber > 0; }, patience);
    return isJudged ? ProbabilityBars::mostLikely(judge->judgement().probabilities) : -1;
}

/// With one stroke for each line, as with a mouse; a path in a square of 100.
void TestDrawnClothes::draw(const QPainterPath &path)
{
    const double side = std::min(pad()->width(), pad()->height());
    const QPointF corner((pad()->width() - side) / 2, (pad()->height() - side) / 2);
    for (const QPolygonF &line : path.toSubpathPolygons()) {
        const auto place = [&](const QPointF &point) { return (corner + point * (side * 0.008) + QPointF(side, side) * 0.1).toPoint(); };
        QTest::mousePress(pad(), Qt::LeftButton, {}, place(line.first()));
        for (const QPointF &point : line) {
            QMouseEvent move(QEvent::MouseMove, place(point), pad()->mapToGlobal(place(point)), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(pad(), &move);
        }
        QTest::mouseRelease(pad(), Qt::LeftButton, {}, place(line.last()));
    }
}

void TestDrawnClothes::outlinesAreNamed_data()
{
    QTest::addColumn<int>("garment");
    QTest::addColumn<int>("label");
    QTest::newRow("T-shirt") << int(test::Garment::Shirt) << 0;
    QTest::newRow("trouser") << int(test::Garment::Trouser) << 1;
    QTest::newRow("bag") << int(test::Garment::Bag) << 8;
    QTest::newRow("ankle boot") << int(test::Garment::Boot) << 9;
}

void TestDrawnClothes::outlinesAreNamed()
{
    QFETCH(int, garment);
    QFETCH(int, label);
    QTest::mouseClick(m_page->findChild<QAbstractButton *>(QStringLiteral("padClearButton")), Qt::LeftButton);
    draw(test::garmentPath(test::Garment(garment)));
    QCOMPARE(answer(), label);
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Drawing"));
}

void TestDrawnClothes::anyLookIsNamed_data()
{
    QTest::addColumn<int>("garment");
    QTest::addColumn<int>("look");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("label");
    const std::pair<test::Garment, int> garments[] = {{test::Garment::Shirt, 0}, {test::Garment::Trouser, 1}, {test::Garment::Bag, 8}, {test::Garment::Boot, 9}};
    const test::Look looks[] = {test::Look::WhiteOnBlack, test::Look::BlackOnWhite, test::Look::ColorOnTransparent};
    for (const auto &[garment, label] : garments) {
        for (const test::Look look : looks) {
            for (const QSize &size : {QSize(300, 300), QSize(2000, 3000), QSize(16, 16)}) {
                if (size.width() < 20 && garment == test::Garment::Trouser) {
                    continue; // one pixel between the legs: only a network that has learnt for longer knows it
                }
                QTest::addRow("%d look %d of %d x %d", label, int(look), size.width(), size.height()) << int(garment) << int(look) << size << label;
            }
        }
    }
}

void TestDrawnClothes::anyLookIsNamed()
{
    QFETCH(int, garment);
    QFETCH(int, look);
    QFETCH(QSize, size);
    QFETCH(int, label);
    m_page->setPicture(test::garmentImage(test::Garment(garment), test::Look(look), size), QStringLiteral("picture"));
    QCOMPARE(answer(), label);
}

QTEST_MAIN(TestDrawnClothes)
#include "tst_drawnclothes.moc"
