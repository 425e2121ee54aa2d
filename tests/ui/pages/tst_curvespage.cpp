// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotview.h"
#include "ui/models/epochtablemodel.h"
#include "ui/pages/curvesannotations.h"
#include "ui/pages/curvescharts.h"
#include "ui/pages/curvesexporter.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/curvestableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <cmath>

using namespace convscope;

namespace {

constexpr int kPerEpoch = 100;

std::shared_ptr<RunHistory> startedRun(int epochs)
{
    auto history = std::make_shared<RunHistory>();
    RunStarted start;
    start.batchesPerEpoch = kPerEpoch;
    start.experiment.training.epochs = epochs;
    history->setStarted(start);
    return history;
}

void addBatches(RunHistory &history, int count, float loss = 0.5f)
{
    for (int i = 0; i < count; ++i) {
        history.append(BatchPoint{loss, 0.8f, 0.001f});
    }
}

EpochReport report(int epoch, double trainLoss, double testLoss)
{
    EpochReport result;
    result.epoch = epoch;
    result.steps = qint64(epoch) * kPerEpoch;
    result.trainLoss = trainLoss;
    result.testLoss = testLoss;
    result.trainAccuracy = 1.0 - trainLoss / 2.0;
    result.testAccuracy = 1.0 - testLoss / 2.0;
    result.trainSeconds = 1.5;
    result.testSeconds = 0.25;
    result.trainImagesPerSecond = 6400.0;
    return result;
}

/// One epoch for each pair of train and test loss.
std::shared_ptr<RunHistory> runWith(const std::vector<std::pair<double, double>> &losses)
{
    auto history = startedRun(int(losses.size()));
    int epoch = 0;
    for (const auto &[train, test] : losses) {
        addBatches(*history, kPerEpoch, float(train));
        history->append(report(++epoch, train, test));
    }
    return history;
}

const PlotMark *markOf(const PlotView *plot, PlotMark::Kind kind)
{
    for (const PlotMark &mark : plot->scene().marks) {
        if (mark.kind == kind) {
            return &mark;
        }
    }
    return nullptr;
}

} // namespace

class TestCurvesPage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CurvesPage> m_page;
    PlotView *m_loss = nullptr;
    PlotView *m_accuracy = nullptr;

    void click(const char *name)
    {
        QTest::mouseClick(m_page->findChild<QToolButton *>(QLatin1String(name)), Qt::LeftButton);
    }
    QAction *action(const char *name) { return m_page->findChild<QAction *>(QLatin1String(name)); }
    bool isShown(const char *name) { return m_page->findChild<QWidget *>(QLatin1String(name))->isVisible(); }
    std::size_t visibleSeries() const
    {
        const auto &series = m_loss->scene().series;
        return std::size_t(std::count_if(series.begin(), series.end(), [](const PlotSeries &one) {
            return one.visible && ((one.curve && one.curve->size() > 0) || !one.points.empty());
        }));
    }
    QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("convscope-test"));
    }

    void init()
    {
        QSettings().clear();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_page = std::make_unique<CurvesPage>();
        m_page->resize(1000, 700);
        m_page->show();
        m_loss = m_page->charts()->plot(Quantity::Loss);
        m_accuracy = m_page->charts()->plot(Quantity::Accuracy);
    }

    void cleanup() { m_page.reset(); }

    void emptyPageSaysWhatWillBeHere()
    {
        QVERIFY(isShown("emptyText"));
        QVERIFY(!m_page->findChild<QLabel *>(QStringLiteral("emptyText"))->text().isEmpty());
        QVERIFY(!isShown("curvesToolBar"));
        QSignalSpy start(m_page.get(), &CurvesPage::startRequested);
        QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("emptyButton")), Qt::LeftButton);
        QCOMPARE(start.count(), 1);
        m_page->setRunning(true);
        QVERIFY(isShown("lossPlot"));
    }

    void pointsArriveByTimer()
    {
        auto history = startedRun(5);
        m_page->setHistory(history);
        m_page->setRunning(true);
        addBatches(*history, 30);
        QTRY_COMPARE(m_loss->drawnPoints(2), std::size_t(30));
        QCOMPARE(m_accuracy->drawnPoints(2), std::size_t(30));
        // The horizon: 50 batches, then twice as many, at last all 500.
        QCOMPARE(m_loss->scene().x.range(), (PlotRange{0.0, 50.0}));
        addBatches(*history, 30);
        QTRY_COMPARE(m_loss->scene().x.range(), (PlotRange{0.0, 100.0}));
        addBatches(*history, 40);
        history->append(report(1, 0.5, 0.6));
        QTRY_COMPARE(m_loss->scene().series[4].points, (std::vector<QPointF>{{100.0, 0.5}}));
        QCOMPARE(m_loss->scene().series[5].points, (std::vector<QPointF>{{100.0, 0.6}}));
        QCOMPARE(m_accuracy->scene().series[5].points, (std::vector<QPointF>{{100.0, 0.7}}));
        addBatches(*history, 390);
        QTRY_COMPARE(m_loss->scene().x.range(), (PlotRange{0.0, 500.0}));
    }

    void drawsMoreRarelyTheMoreItCosts()
    {
        using namespace std::chrono_literals;
        QCOMPARE(RefreshPace::intervalFor(0ns), 50ms);
        QCOMPARE(RefreshPace::intervalFor(1ms), 50ms);
        QCOMPARE(RefreshPace::intervalFor(4ms), 120ms);
        QCOMPARE(RefreshPace::intervalFor(1s), 250ms);
        RefreshPace pace;
        const auto compute = [] {
            volatile double sum = 0.0;
            for (int i = 0; i < 20'000'000; ++i) {
                sum = sum + 1.0; // some 20 ms of this thread
            }
        };
        compute();
        QCOMPARE(pace.next(), 50ms); // once is not how it goes
        compute();
        QVERIFY(pace.next() > 50ms);
    }

    void hiddenPageReadsNothing()
    {
        auto history = startedRun(5);
        m_page->setHistory(history);
        const auto *timer = m_page->findChild<QTimer *>(QStringLiteral("refreshTimer"));
        QVERIFY(timer->isActive());
        m_page->hide();
        QVERIFY(!timer->isActive());
        addBatches(*history, 30);
        QCOMPARE(m_loss->scene().series[2].curve->size(), std::size_t(0));
        m_page->show();
        QCOMPARE(m_loss->scene().series[2].curve->size(), std::size_t(30));
    }

    void byEpoch()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}}));
        m_page->findChild<QComboBox *>(QStringLiteral("xAxisCombo"))->setCurrentIndex(1);
        QCOMPARE(m_loss->scene().series[4].points, (std::vector<QPointF>{{1.0, 0.5}, {2.0, 0.4}}));
        QCOMPARE(m_loss->scene().x.range(), (PlotRange{0.0, 2.0}));
        QCOMPARE(m_loss->scene().series[2].grid.xOf(kPerEpoch - 1), 1.0);
    }

    void seriesOnAndOff()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}}));
        QCOMPARE(visibleSeries(), std::size_t(3));
        click("batchesButton");
        QCOMPARE(visibleSeries(), std::size_t(2));
        click("testButton");
        QCOMPARE(visibleSeries(), std::size_t(1));
        click("trainButton");
        QCOMPARE(visibleSeries(), std::size_t(0));
        click("testButton");
        QCOMPARE(m_loss->drawnPoints(5), std::size_t(2));
        QCOMPARE(m_accuracy->drawnPoints(4), std::size_t(0));
    }

    void logarithmicLoss()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.05, 0.1}}));
        click("logButton");
        QCOMPARE(m_loss->scene().y.scale(), AxisScale::Logarithmic);
        QCOMPARE(m_accuracy->scene().y.scale(), AxisScale::Linear);
        QVERIFY(m_loss->scene().y.range().min < std::log10(0.05));
        QVERIFY(m_loss->scene().y.range().max > std::log10(0.6));
        QVERIFY(action("logLossAction")->isChecked());
        action("logXAction")->trigger();
        QCOMPARE(m_loss->scene().x.range(), (PlotRange{0.0, std::log10(200.0)}));
        QCOMPARE(m_accuracy->scene().x.range(), m_loss->scene().x.range());
        click("logButton");
        QCOMPARE(m_loss->scene().y.scale(), AxisScale::Linear);
    }

    void smoothingIsOffAtFirst()
    {
        auto history = startedRun(5);
        for (int i = 0; i < 50; ++i) {
            addBatches(*history, 1, i % 2 ? 0.4f : 0.6f);
        }
        m_page->setHistory(history);
        QCOMPARE(m_loss->drawnPoints(3), std::size_t(0));
        auto *slider = m_page->findChild<QSlider *>(QStringLiteral("smoothSlider"));
        QVERIFY(!slider->isEnabled());
        click("smoothButton");
        QVERIFY(slider->isEnabled());
        slider->setValue(66);
        const auto smooth = m_loss->scene().series[3].curve;
        QCOMPARE(smooth->size(), std::size_t(50));
        QVERIFY(std::abs(smooth->at(49) - 0.5f) < 0.03f);
        // The batches stay what they are, and new ones are smoothed as they come.
        QCOMPARE(m_loss->scene().series[2].curve->at(49), 0.4f);
        addBatches(*history, 10);
        m_page->refresh();
        QCOMPARE(m_loss->scene().series[3].curve->size(), std::size_t(60));
    }

    void aHandOnTheViewStopsFollowing()
    {
        auto history = startedRun(5);
        addBatches(*history, 40);
        m_page->setHistory(history);
        auto *follow = m_page->findChild<QToolButton *>(QStringLiteral("followButton"));
        QVERIFY(follow->isChecked());
        QTest::keyClick(m_accuracy, Qt::Key_Plus);
        QVERIFY(!follow->isChecked());
        const PlotRange zoomed{5.0, 45.0};
        QCOMPARE(m_accuracy->scene().x.range(), zoomed);
        QCOMPARE(m_loss->scene().x.range(), zoomed);
        addBatches(*history, 200);
        m_page->refresh();
        QCOMPARE(m_loss->scene().x.range(), zoomed);
        QTest::keyClick(m_loss, Qt::Key_Home);
        QCOMPARE(m_loss->scene().x.range(), (PlotRange{0.0, 400.0}));
        QVERIFY(!follow->isChecked());
        click("followButton");
        QVERIFY(follow->isChecked());
        addBatches(*history, 200);
        m_page->refresh();
        QCOMPARE(m_accuracy->scene().x.range(), (PlotRange{0.0, 500.0}));
        // Another run is followed from its start.
        QTest::keyClick(m_loss, Qt::Key_Plus);
        m_page->setHistory(startedRun(5));
        QVERIFY(follow->isChecked());
    }

    void resetByButtonAndDoubleClick()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}}));
        const PlotRange home = m_loss->scene().y.range();
        QTest::keyClick(m_loss, Qt::Key_Plus);
        click("resetViewButton");
        QCOMPARE(m_loss->scene().y.range(), home);
        QTest::keyClick(m_loss, Qt::Key_Plus);
        QTest::mouseDClick(m_loss, Qt::LeftButton, {}, m_loss->rect().center());
        QCOMPARE(m_loss->scene().y.range(), home);
        QCOMPARE(m_accuracy->scene().x.range(), (PlotRange{0.0, 200.0}));
    }

    void oneSpikeAtTheStartIsLeftToZoomingOut()
    {
        auto history = startedRun(5);
        addBatches(*history, 1, 48.0f);
        addBatches(*history, 99);
        m_page->setHistory(history);
        QVERIFY(m_loss->scene().y.range().max < 1.0);
        QVERIFY(m_loss->scene().y.full().max > 48.0);
    }

    void readoutOfTheNearestBatchAndEpoch()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.55}}));
        Q_EMIT m_loss->pointedAt(187.3);
        const auto readout = m_loss->scene().readout;
        QVERIFY(readout.has_value());
        QCOMPARE(readout->x, 187.0);
        QCOMPARE(readout->title, CurvesAnnotations::tr("Epoch %1, batch %2 of %3").arg(2).arg(87).arg(kPerEpoch));
        QCOMPARE(readout->rows.size(), std::size_t(3));
        QCOMPARE(readout->rows[0].value, QStringLiteral("0.4000"));
        QCOMPARE(readout->rows[2].value, QStringLiteral("0.5500"));
        QCOMPARE(readout->rows[2].point, QPointF(200.0, 0.55));
        QCOMPARE(m_accuracy->scene().readout->rows[1].value, QString::fromUtf8("80.0\u00a0%"));
        Q_EMIT m_loss->pointerLeft();
        QVERIFY(!m_accuracy->scene().readout.has_value());
        // By keyboard from epoch to epoch.
        QTest::keyClick(m_loss, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_loss->scene().readout->x, 200.0);
        QTest::keyClick(m_loss, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_loss->scene().readout->x, 100.0);
        QTest::keyClick(m_loss, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_loss->scene().readout->x, 200.0);
    }

    void lowestLossIsMarkedOnBothCharts()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}, {0.45, 0.502}}));
        const PlotMark *onLoss = markOf(m_loss, PlotMark::Kind::LowestLoss);
        const PlotMark *onAccuracy = markOf(m_accuracy, PlotMark::Kind::LowestLoss);
        QVERIFY(onLoss && onAccuracy);
        QCOMPARE(onLoss->x, 200.0);
        QCOMPARE(*onLoss->y, 0.5);
        QCOMPARE(*onAccuracy->y, 0.75);
        QCOMPARE(onLoss->label,
                 CurvesAnnotations::tr("lowest test loss, epoch %1: %2").arg(QStringLiteral("2"), QStringLiteral("0.5000")));
        QVERIFY(m_loss->accessibleDescription().contains(QStringLiteral("0.5000")));
    }

    void overfitting_data()
    {
        QTest::addColumn<QList<double>>("train");
        QTest::addColumn<QList<double>>("test");
        QTest::addColumn<bool>("shaded");
        QTest::newRow("test rises while train falls")
            << QList<double>{0.5, 0.4, 0.3, 0.2} << QList<double>{0.6, 0.5, 0.6, 0.7} << true;
        QTest::newRow("one later epoch is enough") << QList<double>{0.5, 0.3} << QList<double>{0.5, 0.6} << true;
        QTest::newRow("lowest test loss in the last epoch")
            << QList<double>{0.5, 0.4, 0.3} << QList<double>{0.6, 0.5, 0.45} << false;
        QTest::newRow("train rises, too") << QList<double>{0.5, 0.4, 0.45} << QList<double>{0.6, 0.5, 0.6} << false;
        QTest::newRow("test is back at its minimum")
            << QList<double>{0.5, 0.4, 0.3} << QList<double>{0.6, 0.5, 0.501} << false;
        QTest::newRow("test is no number") << QList<double>{0.5, 0.4, 0.3} << QList<double>{0.6, 0.5, qQNaN()} << false;
        QTest::newRow("first epoch") << QList<double>{0.5} << QList<double>{0.6} << false;
    }

    void overfitting()
    {
        QFETCH(QList<double>, train);
        QFETCH(QList<double>, test);
        QFETCH(bool, shaded);
        std::vector<std::pair<double, double>> losses;
        for (int i = 0; i < train.size(); ++i) {
            losses.emplace_back(train[i], test[i]);
        }
        m_page->setHistory(runWith(losses));
        QCOMPARE(m_loss->scene().shade.has_value(), shaded);
        if (shaded) {
            QCOMPARE(m_loss->scene().shade->label, CurvesAnnotations::tr("overfitting"));
            QCOMPARE(m_loss->scene().shade->upper.back().y(), test.last());
            QCOMPARE(m_loss->scene().shade->lower.back().y(), train.last());
        }
    }

    void eventsAndDivergenceAreMarked()
    {
        auto history = startedRun(5);
        addBatches(*history, 40);
        RunEvent pause;
        pause.steps = 20;
        history->append(pause);
        RunEvent change;
        change.kind = RunEvent::Kind::SettingsChanged;
        change.steps = 30;
        change.before = {0.001, 0.0, 0.25};
        change.after = {0.0001, 0.0, 0.5};
        history->append(change);
        RunEnd end;
        end.kind = RunEnd::Kind::Diverged;
        end.steps = 40;
        end.reason = QStringLiteral("The loss is no number any more.");
        history->setEnded(end);
        m_page->setHistory(history);
        QCOMPARE(markOf(m_loss, PlotMark::Kind::Pause)->x, 20.0);
        const PlotMark *changed = markOf(m_accuracy, PlotMark::Kind::Change);
        QCOMPARE(changed->x, 30.0);
        QCOMPARE(CurvesAnnotations::changes(change.before, change.after).size(), 2);
        QVERIFY(changed->toolTip.contains(QString::fromUtf8("0.001 → 0.0001")));
        QVERIFY(changed->toolTip.contains(QString::fromUtf8("0.25 → 0.5")));
        QCOMPARE(markOf(m_loss, PlotMark::Kind::Diverged)->toolTip, reasonText(end));
    }

    void ghostStaysUntilDismissed()
    {
        m_page->setGhost(runWith({{0.9, 0.95}, {0.8, 0.85}}));
        m_page->setHistory(startedRun(2));
        QVERIFY(m_page->hasGhost());
        QVERIFY(isShown("dismissGhostButton"));
        QCOMPARE(m_loss->drawnPoints(0), std::size_t(2));
        QSignalSpy dismissed(m_page.get(), &CurvesPage::ghostDismissed);
        click("dismissGhostButton");
        QCOMPARE(dismissed.count(), 1);
        QVERIFY(!m_page->hasGhost());
        QVERIFY(!isShown("dismissGhostButton"));
        QCOMPARE(m_loss->drawnPoints(0), std::size_t(0));
    }

    void scalesAndSmoothingAreRemembered()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}}));
        m_page->findChild<QComboBox *>(QStringLiteral("xAxisCombo"))->setCurrentIndex(1);
        click("logButton");
        action("logXAction")->trigger();
        click("smoothButton");
        m_page->findChild<QSlider *>(QStringLiteral("smoothSlider"))->setValue(60);
        click("trainButton");
        const CurvesOptions before = m_page->charts()->options();
        m_page = std::make_unique<CurvesPage>();
        CurvesOptions expected = before;
        expected.showTrain = true; // a line that is missing at the start would only puzzle
        QCOMPARE(expected, m_page->charts()->options());
        QVERIFY(before.logLoss && before.logX && before.smoothing > 0.0 && before.x == CurvesX::Epochs);
    }

    void smoothingMakesTheBatchesFainter()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}}));
        const auto strength = [this] { return m_loss->scene().series[2].style.strength; };
        const double alone = strength();
        click("smoothButton");
        QVERIFY(strength() < alone);
        click("smoothButton");
        QCOMPARE(strength(), alone);
    }

    void checkedButtonsStandOut()
    {
        m_page->setHistory(runWith({{0.5, 0.6}}));
        auto *button = m_page->findChild<QToolButton *>(QStringLiteral("testButton"));
        QPalette dark(QColor(0x34, 0x39, 0x3E), QColor(0x2A, 0x2E, 0x32));
        dark.setColor(QPalette::Highlight, QColor(0x2F, 0x7A, 0xBF));
        button->setPalette(dark);
        // The frame at the middle of the left edge.
        const auto edge = [button] {
            const QImage picture = button->grab().toImage();
            return picture.pixelColor(1, picture.height() / 2);
        };
        const QColor on = edge();
        click("testButton");
        const QColor off = edge();
        QVERIFY2(on.blue() - off.blue() > 60, qPrintable(on.name() + off.name()));
    }

    void csvOfEpochs_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << QLocale::c();
        QTest::newRow("es_ES") << QLocale(QLocale::Spanish, QLocale::Spain);
    }

    void csvOfEpochs()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        m_page->setHistory(runWith({{0.5, 0.625}, {0.1, qQNaN()}}));
        const QString path = m_folder.filePath(QStringLiteral("epochs.csv"));
        CurvesExporter *exporter = m_page->exporter();
        QVERIFY(exporter->saveEpochsCsv(path));
        QCOMPARE(read(path),
                 QByteArray("epoch,steps,train_loss,test_loss,train_accuracy,test_accuracy,learning_rate,train_seconds,"
                            "test_seconds,train_images_per_second\n"
                            "1,100,0.5,0.625,0.75,0.6875,0.001,1.5,0.25,6400\n"
                            "2,200,0.1,nan,0.95,nan,0.001,1.5,0.25,6400\n"));
        action("csvCommaAction")->trigger();
        QVERIFY(exporter->saveEpochsCsv(path));
        QVERIFY(read(path).endsWith("\n2;200;0,1;nan;0,95;nan;0,001;1,5;0,25;6400\n"));
        // Remembered.
        CurvesPage other;
        QCOMPARE(other.exporter()->csvStyle(), CsvStyle::Comma);
    }

    void csvOfBatches()
    {
        auto history = startedRun(2);
        addBatches(*history, 100, 0.1f);
        history->append(BatchPoint{NAN, 0.0f, 0.0001f});
        m_page->setHistory(history);
        const QString path = m_folder.filePath(QStringLiteral("batches.csv"));
        QVERIFY(m_page->exporter()->saveBatchesCsv(path));
        const QList<QByteArray> lines = read(path).split('\n');
        QCOMPARE(lines.size(), 103);
        QCOMPARE(lines[0], QByteArray("step,epoch,train_loss,train_accuracy,learning_rate"));
        QCOMPARE(lines[1], QByteArray("1,1,0.1,0.8,0.001"));
        QCOMPARE(lines[101], QByteArray("101,2,nan,0,1e-04"));
    }

    void pictures()
    {
        m_page->setHistory(runWith({{0.5, 0.6}, {0.4, 0.5}}));
        const QString png = m_folder.filePath(QStringLiteral("curves.png"));
        QVERIFY(m_page->exporter()->savePng(png));
        const QImage image(png);
        QCOMPARE(image.width(), 2 * m_loss->width());
        QCOMPARE(image.height(), 2 * (m_loss->height() + m_accuracy->height()));
        const QString svg = m_folder.filePath(QStringLiteral("curves.svg"));
        QVERIFY(m_page->exporter()->saveSvg(svg));
        const QSvgRenderer drawing(svg);
        QVERIFY(drawing.isValid());
        QCOMPARE(drawing.viewBox().width(), m_loss->width());
    }

    void aPlaceThatCannotBeWrittenIsNamed()
    {
        m_page->setHistory(runWith({{0.5, 0.6}}));
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QSignalSpy errors(m_page.get(), &CurvesPage::errorOccurred);
        QVERIFY(!m_page->exporter()->savePng(file.fileName() + QStringLiteral("/curves.png")));
        QCOMPARE(errors.count(), 1);
        QVERIFY(errors[0][0].toString().contains(QStringLiteral("curves.png")));
    }

    void clipboardHoldsPictureAndNumbers()
    {
        m_page->setHistory(runWith({{0.5, 0.6}}));
        action("copyChartAction")->trigger();
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(data->data(QStringLiteral("text/csv")).startsWith("epoch,steps,"));
        QVERIFY(data->text().contains(QStringLiteral("0.6")));
    }

    void tableShowsTheSameNumbers()
    {
        auto history = runWith({{0.5, 0.6}, {0.4, 0.5}});
        m_page->setHistory(history);
        click("tableViewButton");
        QVERIFY(isShown("epochTable"));
        auto *table = m_page->findChild<CurvesTableView *>(QStringLiteral("epochTable"));
        auto *model = table->model();
        QSignalSpy reset(model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
        addBatches(*history, kPerEpoch);
        history->append(report(3, 0.3, 0.45));
        QTRY_COMPARE(model->rowCount(), 3);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model->index(1, EpochTableModel::TestLoss).data().toString(), QStringLiteral("0.5000"));
        QCOMPARE(model->index(1, EpochTableModel::TestAccuracy).data().toString(), QString::fromUtf8("75.00\u00a0%"));
        QCOMPARE(model->index(2, EpochTableModel::LearningRate).data().toString(), QStringLiteral("0.001"));
        QVERIFY(model->index(2, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model->index(1, 0).data(Qt::FontRole).isValid());
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(QStringLiteral("2\t0.4000\t0.5000\t")));
        click("chartViewButton");
        QVERIFY(isShown("lossPlot"));
    }

    void tableModelHoldsToTheRules()
    {
        EpochTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({{report(1, 0.5, 0.6), 0.001}});
        model.append({});
        model.append({{report(2, 0.4, 0.5), 0.001}, {report(3, 0.3, qQNaN()), 0.001}});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setLowestLossRow(0);
        model.setLowestLossRow(1);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(2, EpochTableModel::TestLoss).data().toString(), QStringLiteral("NaN"));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void everyControlHasANameAndATooltip()
    {
        m_page->setHistory(runWith({{0.5, 0.6}}));
        for (const char *name : {"chartViewButton", "tableViewButton", "xAxisCombo", "batchesButton", "trainButton",
                                 "testButton", "logButton", "smoothButton", "smoothSlider", "followButton",
                                 "resetViewButton", "exportButton", "dismissGhostButton"}) {
            const auto *widget = m_page->findChild<QWidget *>(QLatin1String(name));
            QVERIFY2(widget, name);
            QVERIFY2(!widget->accessibleName().isEmpty(), name);
            QVERIFY2(!widget->toolTip().isEmpty(), name);
            QVERIFY2(!widget->whatsThis().isEmpty(), name);
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, name);
        }
        QVERIFY(!m_loss->accessibleName().isEmpty());
        QVERIFY(!m_loss->whatsThis().isEmpty());
    }
};

QTEST_MAIN(TestCurvesPage)
#include "tst_curvespage.moc"
