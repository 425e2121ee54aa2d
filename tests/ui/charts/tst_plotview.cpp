// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace convscope;

class TestPlotView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlotView> m_view;

    const PlotRange &x() const { return m_view->scene().x.range(); }
    const PlotRange &y() const { return m_view->scene().y.range(); }
    QPoint center() const { return m_view->scene().plot.center().toPoint(); }

    void turnWheel(const QPointF &at, int delta, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(m_view.get(), &event);
    }

    // Sent directly: where the system's pointer stands doesn't matter.
    void moveMouse(const QPointF &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(m_view.get(), &event);
    }

    // Pixels of nearly this colour in the plot.
    int count(const QImage &image, const QColor &color) const
    {
        int found = 0;
        for (int row = 0; row < image.height(); ++row) {
            for (int column = 0; column < image.width(); ++column) {
                const QColor pixel = image.pixelColor(column, row);
                const int distance = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                    + std::abs(pixel.blue() - color.blue());
                found += distance < 24 ? 1 : 0;
            }
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<PlotView>(AxisFormat::Number);
        m_view->setTitles(QStringLiteral("Loss"), QStringLiteral("nats"), QStringLiteral("batches"));
        m_view->addSeries({.color = theme::train, .width = 2.0, .marker = PlotMarker::Circle, .endLabel = true});
        m_view->setSeriesName(0, QStringLiteral("train"));
        m_view->resize(640, 320);
        m_view->setXLimits({0.0, 100.0}, {0.0, 200.0}, 1.0);
        m_view->setYLimits({0.0, 2.0}, {0.0, 50.0});
        m_view->showHome();
        m_view->setPoints(0, {{10, 1.5}, {50, 1.0}, {90, 0.5}});
        m_view->show();
    }

    void cleanup() { m_view.reset(); }

    void lineIsDrawnInItsColour()
    {
        const QColor color = theme::train(m_view->palette());
        QVERIFY(count(m_view->grab().toImage(), color) > 200);
        m_view->setSeriesVisible(0, false);
        QCOMPARE(count(m_view->grab().toImage(), color), 0);
    }

    void colourFollowsThePalette()
    {
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(30, 30, 30));
        dark.setColor(QPalette::Base, QColor(20, 20, 20));
        dark.setColor(QPalette::WindowText, Qt::white);
        dark.setColor(QPalette::Text, Qt::white);
        const QColor light = theme::train(m_view->palette());
        m_view->setPalette(dark);
        QVERIFY(theme::train(dark) != light);
        const QImage image = m_view->grab().toImage();
        QVERIFY(count(image, theme::train(dark)) > 200);
        QCOMPARE(count(image, light), 0);
        QCOMPARE(image.pixelColor(2, 2), QColor(20, 20, 20));
    }

    void wheelZoomsAtThePointer()
    {
        QSignalSpy moved(m_view.get(), &PlotView::viewMovedByHand);
        const QRectF plot = m_view->scene().plot;
        const QPointF at(plot.left() + plot.width() * 0.25, plot.center().y());
        turnWheel(at, 120);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(x().span(), 80.0);
        QCOMPARE(x().min + 0.25 * x().span(), 25.0);
        QCOMPARE(y().span(), 1.6);
        // Zooming out shows also what home leaves out.
        for (int i = 0; i < 30; ++i) {
            turnWheel(at, -120);
        }
        QCOMPARE(x(), (PlotRange{0.0, 200.0}));
        QCOMPARE(y(), (PlotRange{0.0, 50.0}));
    }

    void wheelWithKeysAndOverAnAxis()
    {
        turnWheel(center(), 120, Qt::ControlModifier);
        QCOMPARE(x().span(), 80.0);
        QCOMPARE(y().span(), 2.0);
        turnWheel(center(), 120, Qt::ShiftModifier);
        QCOMPARE(x().span(), 80.0);
        QCOMPARE(y().span(), 1.6);
        turnWheel(QPointF(4, center().y()), -120);
        QCOMPARE(x().span(), 80.0);
        QCOMPARE(y().span(), 2.0);
    }

    void dragZoomsIntoTheRectangle()
    {
        const QRectF plot = m_view->scene().plot;
        const QPoint from(int(plot.left() + plot.width() * 0.25), int(plot.top() + plot.height() * 0.25));
        const QPoint to(int(plot.left() + plot.width() * 0.75), int(plot.top() + plot.height() * 0.75));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        moveMouse(to);
        QVERIFY(m_view->scene().rubberBand.isValid());
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, to);
        QVERIFY(!m_view->scene().rubberBand.isValid());
        QVERIFY(std::abs(x().min - 25.0) < 0.5 && std::abs(x().max - 75.0) < 0.5);
        QVERIFY(std::abs(y().min - 0.5) < 0.02 && std::abs(y().max - 1.5) < 0.02);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, center());
    }

    void aClickIsNoZoom()
    {
        QSignalSpy moved(m_view.get(), &PlotView::viewMovedByHand);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, center());
        QCOMPARE(moved.count(), 0);
        QCOMPARE(x(), (PlotRange{0.0, 100.0}));
    }

    void escapeEndsADrag()
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, center());
        moveMouse(center() + QPoint(80, 40));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, center() + QPoint(80, 40));
        QCOMPARE(x(), (PlotRange{0.0, 100.0}));
    }

    void movingByMouse_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("space");
        QTest::newRow("middle button") << int(Qt::MiddleButton) << 0 << false;
        QTest::newRow("shift") << int(Qt::LeftButton) << int(Qt::ShiftModifier) << false;
        QTest::newRow("space") << int(Qt::LeftButton) << 0 << true;
    }

    void movingByMouse()
    {
        QFETCH(int, button);
        QFETCH(int, modifiers);
        QFETCH(bool, space);
        if (space) {
            QTest::keyPress(m_view.get(), Qt::Key_Space);
        }
        const auto mouse = Qt::MouseButton(button);
        const auto keys = Qt::KeyboardModifiers(modifiers);
        const int half = int(m_view->scene().plot.width() / 2);
        QTest::mousePress(m_view.get(), mouse, keys, center());
        moveMouse(center() - QPoint(half, 0));
        QTest::mouseRelease(m_view.get(), mouse, keys, center() - QPoint(half, 0));
        QVERIFY2(std::abs(x().min - 50.0) < 0.5, qPrintable(QString::number(x().min)));
        QCOMPARE(x().span(), 100.0);
        QCOMPARE(y(), (PlotRange{0.0, 2.0}));
    }

    void keyboard()
    {
        QSignalSpy reset(m_view.get(), &PlotView::resetRequested);
        QSignalSpy step(m_view.get(), &PlotView::readoutStepRequested);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QCOMPARE(x(), (PlotRange{10.0, 90.0}));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(x().min, 18.0);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(x().min, 10.0);
        const double before = y().min;
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(y().min > before);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(std::abs(y().min - before) < 1e-9);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QVERIFY(std::abs(x().span() - 100.0) < 1e-9);
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(step.count(), 1);
        QCOMPARE(step.at(0).at(0).toInt(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(reset.count(), 1);
    }

    void doubleClickAsksForReset()
    {
        QSignalSpy reset(m_view.get(), &PlotView::resetRequested);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, center());
        QCOMPARE(reset.count(), 1);
    }

    void pointerTellsItsValue()
    {
        QSignalSpy pointed(m_view.get(), &PlotView::pointedAt);
        QSignalSpy left(m_view.get(), &PlotView::pointerLeft);
        moveMouse(center());
        QVERIFY(!pointed.isEmpty());
        QVERIFY(std::abs(pointed.last().at(0).toDouble() - 50.0) < 0.5);
        moveMouse(QPoint(2, 2));
        QVERIFY(!left.isEmpty());
    }

    void markHasATooltip()
    {
        PlotMark mark;
        mark.x = 50.0;
        mark.toolTip = QStringLiteral("learning rate 0.001 → 0.0001");
        mark.color = theme::test;
        m_view->setMarks({mark});
        QHelpEvent near(QEvent::ToolTip, center() + QPoint(2, 0), m_view->mapToGlobal(center()));
        QApplication::sendEvent(m_view.get(), &near);
        QCOMPARE(QToolTip::text(), mark.toolTip);
        QToolTip::hideText();
    }

    void settersDoNotCountAsAHand()
    {
        QSignalSpy moved(m_view.get(), &PlotView::viewMovedByHand);
        m_view->setXRange({10.0, 20.0});
        m_view->setYRange({0.5, 1.0});
        m_view->showHome();
        QCOMPARE(moved.count(), 0);
    }

    void growingDataDoesNotMoveTheView()
    {
        m_view->setXRange({10.0, 20.0});
        m_view->setPoints(0, {{10, 1.5}, {150, 40.0}});
        m_view->setXLimits({0.0, 150.0}, {0.0, 200.0}, 1.0);
        QCOMPARE(x(), (PlotRange{10.0, 20.0}));
    }

    void notFinitePointsAreNotDrawnOver()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("NaN|inf|Infinity")));
        m_view->setPoints(0, {{10, 1.5}, {20, NAN}, {30, INFINITY}, {40, 1.0}, {50, 0.9}});
        QCOMPARE(m_view->drawnPoints(0), std::size_t(3));
        m_view->grab();
    }

    void aMillionSamples()
    {
        auto curve = std::make_shared<CurvePyramid>();
        for (int i = 0; i < 1000000; ++i) {
            curve->append(i == 777 ? 49.0f : 0.5f + 0.1f * float(i % 5));
        }
        m_view->setXLimits({0.0, 1e6}, {0.0, 1e6}, 1.0);
        m_view->setYLimits({0.0, 50.0}, {0.0, 50.0});
        m_view->showHome();
        const std::size_t series = m_view->addSeries({.color = theme::test, .width = 1.0});
        m_view->setCurve(series, curve, SampleGrid{1.0, 1.0});
        QVERIFY(m_view->drawnPoints(series) <= std::size_t(2 * m_view->width()));
        // The spike's column of pixels is red from bottom to top.
        const QImage image = m_view->grab().toImage();
        QVERIFY(count(image, theme::test(m_view->palette())) > int(m_view->scene().plot.height()));
    }
};

QTEST_MAIN(TestPlotView)
#include "tst_plotview.moc"
