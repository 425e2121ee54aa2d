// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/threadgovernor.h"

#include <QtTest>

#include <functional>

using namespace convscope;

namespace {

/// A machine on which a step takes secondsOf(threads).
struct Machine
{
    std::function<double(int)> secondsOf;
    double now = 0.0;
    int steps = 0;

    void run(ThreadGovernor &governor, double seconds)
    {
        for (const double end = now + seconds; now < end; ++steps) {
            const double step = secondsOf(governor.threads());
            now += step;
            governor.stepTook(step, qint64(now * 1000.0));
        }
    }
};

double quiet(int threads)
{
    return 0.016 / threads;
}

/// Threads that wait for each other, and for a neighbour.
double busy(int threads)
{
    return threads == 1 ? 0.017 : 0.080;
}

} // namespace

class TestThreadGovernor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAQuietMachineAlone();
    void stepsThatAreHeldUpNowAndThenDontMatter();
    void givesWayToANeighbour();
    void comesBackWhenTheNeighbourIsGone();
    void slownessThatThreadsDontCureCostsLittle();
    void mayBeForbiddenToChange();
};

void TestThreadGovernor::leavesAQuietMachineAlone()
{
    ThreadGovernor governor(2, true);
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(governor.threads(), 2);
        governor.stepTook(i % 10 == 0 ? 0.012 : 0.008, i * 8);
    }
}

/// A page that is drawn, a checkpoint that is written: a third of the steps take six times as long.
void TestThreadGovernor::stepsThatAreHeldUpNowAndThenDontMatter()
{
    ThreadGovernor governor(2, true);
    for (int i = 0; i < 3000; ++i) {
        QCOMPARE(governor.threads(), 2);
        governor.stepTook(i % 3 == 0 ? 0.048 : 0.008, i * 8);
    }
}

void TestThreadGovernor::givesWayToANeighbour()
{
    ThreadGovernor governor(2, true);
    Machine machine{quiet};
    machine.run(governor, 1.0);
    machine.secondsOf = busy;
    machine.run(governor, 2.0);
    QCOMPARE(governor.threads(), 1);
    machine.steps = 0;
    machine.run(governor, 30.0);
    QVERIFY2(machine.steps > 0.85 * 30.0 / busy(1), qPrintable(QString::number(machine.steps))); // tries to come back cost the rest
}

void TestThreadGovernor::comesBackWhenTheNeighbourIsGone()
{
    ThreadGovernor governor(8, true);
    Machine machine{quiet};
    machine.run(governor, 1.0);
    machine.secondsOf = busy;
    machine.run(governor, 20.0);
    QCOMPARE(governor.threads(), 1);
    machine.secondsOf = quiet;
    machine.run(governor, 20.0);
    QCOMPARE(governor.threads(), 8);
}

void TestThreadGovernor::slownessThatThreadsDontCureCostsLittle()
{
    ThreadGovernor governor(2, true);
    Machine machine{quiet};
    machine.run(governor, 1.0);
    machine.secondsOf = [](int threads) { return 3.0 * quiet(threads); }; // a processor that got slower
    machine.steps = 0;
    machine.run(governor, 60.0);
    QVERIFY2(machine.steps > 0.97 * 60.0 / (3.0 * quiet(2)), qPrintable(QString::number(machine.steps)));
}

void TestThreadGovernor::mayBeForbiddenToChange()
{
    ThreadGovernor governor(2, false);
    Machine machine{quiet};
    machine.run(governor, 1.0);
    machine.secondsOf = busy;
    machine.run(governor, 5.0);
    QCOMPARE(governor.threads(), 2);
}

QTEST_GUILESS_MAIN(TestThreadGovernor)
#include "tst_threadgovernor.moc"
