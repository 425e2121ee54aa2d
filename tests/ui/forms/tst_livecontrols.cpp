// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/livecontrols.h"
#include "ui/forms/numberfield.h"

#include <QSignalSpy>
#include <QTest>

using namespace convscope;

class TestLiveControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void commitsOnEnter();
    void commitsOnLeaving();
    void commitsOnStepping();
    void refusesWhatTheValidatorRefuses();
    void keepsWhatIsBeingWritten();
    void enabledFor();
    void everyControlHasAName();

private:
    NumberField *field(const char *name) const { return m_controls->findChild<NumberField *>(QLatin1String(name)); }
    static void type(NumberField *field, const char *text)
    {
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }
    LiveSettings last(const QSignalSpy &spy) const { return spy.last().at(0).value<LiveSettings>(); }

    std::unique_ptr<LiveControls> m_controls;
};

void TestLiveControls::init()
{
    m_controls = std::make_unique<LiveControls>();
    m_controls->setLiveSettings({0.001, 0.0, 0.25});
    m_controls->setEnabledFor(true, true);
    m_controls->show();
    m_controls->activateWindow();
}

void TestLiveControls::cleanup()
{
    m_controls.reset();
}

void TestLiveControls::commitsOnEnter()
{
    QSignalSpy changed(m_controls.get(), &LiveControls::liveSettingsChanged);
    type(field("liveLearningRate"), "0,0005");
    QCOMPARE(changed.count(), 0); // not while typing
    QTest::keyClick(field("liveLearningRate"), Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(last(changed), (LiveSettings{0.0005, 0.0, 0.25}));
    QTest::keyClick(field("liveLearningRate"), Qt::Key_Return);
    QCOMPARE(changed.count(), 1); // nothing new
}

void TestLiveControls::commitsOnLeaving()
{
    QSignalSpy changed(m_controls.get(), &LiveControls::liveSettingsChanged);
    field("liveDropout")->setFocus();
    QTRY_VERIFY(field("liveDropout")->hasFocus());
    type(field("liveDropout"), ".5");
    field("liveWeightDecay")->setFocus();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(last(changed).dropout, 0.5);
}

void TestLiveControls::commitsOnStepping()
{
    QSignalSpy changed(m_controls.get(), &LiveControls::liveSettingsChanged);
    QTest::keyClick(field("liveLearningRate"), Qt::Key_Up);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(last(changed).learningRate, 0.002);
}

void TestLiveControls::refusesWhatTheValidatorRefuses()
{
    QSignalSpy changed(m_controls.get(), &LiveControls::liveSettingsChanged);
    for (const char *bad : {"0", "-1", "nan", "1.000,5", ""}) {
        type(field("liveLearningRate"), bad);
        if (*bad == '\0')
            field("liveLearningRate")->clear();
        QTest::keyClick(field("liveLearningRate"), Qt::Key_Return);
    }
    type(field("liveDropout"), "1");
    QTest::keyClick(field("liveDropout"), Qt::Key_Return);
    QCOMPARE(changed.count(), 0);
    QVERIFY(!field("liveDropout")->shownProblem().isEmpty());
    QCOMPARE(m_controls->liveSettings(), (LiveSettings{0.001, 0.0, 0.25}));
}

void TestLiveControls::keepsWhatIsBeingWritten()
{
    field("liveLearningRate")->setFocus();
    QTRY_VERIFY(field("liveLearningRate")->hasFocus());
    type(field("liveLearningRate"), "0.0");
    m_controls->setLiveSettings({0.002, 0.1, 0.25});
    QCOMPARE(field("liveLearningRate")->text(), QStringLiteral("0.0"));
    QCOMPARE(field("liveWeightDecay")->value(), 0.1);
}

void TestLiveControls::enabledFor()
{
    m_controls->setEnabledFor(true, false);
    QVERIFY(field("liveLearningRate")->isEnabled());
    QVERIFY(!field("liveDropout")->isEnabled());
    m_controls->setEnabledFor(false, true);
    QVERIFY(!field("liveLearningRate")->isEnabled());
    m_controls->setEnabledFor(true, true);
    QVERIFY(field("liveDropout")->isEnabled());
}

void TestLiveControls::everyControlHasAName()
{
    const QList<NumberField *> fields = m_controls->findChildren<NumberField *>();
    QCOMPARE(fields.size(), 3);
    for (const NumberField *each : fields) {
        QVERIFY(!each->accessibleName().isEmpty());
        QVERIFY(!each->toolTip().isEmpty());
        QVERIFY(!each->whatsThis().isEmpty());
    }
}

QTEST_MAIN(TestLiveControls)
#include "tst_livecontrols.moc"
