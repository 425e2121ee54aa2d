// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing while cnn-1 trains on real Fashion-MNIST in the real window, recorded into a laboratory of its own. bench_drawing TURNS prints
// one JSON object: milliseconds from each movement of the mouse to the bars drawn anew, sixty movements a second; and the batches a
// second while nobody looks, while the page is open, and while somebody draws, by turns, so that whatever slows the machine slows all
// three. Needs a display.
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "ui/models/picturejudge.h"
#include "ui/pages/trypage.h"
#include "ui/views/drawingpad.h"
#include "ui/views/probabilitybars.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>

using namespace convscope;

namespace {

constexpr int patience = 300000; // milliseconds: far more than a busy machine takes
constexpr int turnLength = 2000; // a shared machine changes its speed from one second to the next
constexpr int movementInterval = 16; // a mouse reports some sixty times a second
constexpr int movementsOfAStroke = 40;

/// Draws on the pad as a hand does, and notes how long each movement waits for its bars.
class Hand : public QObject
{
public:
    explicit Hand(TryPage &page)
        : m_judge(*page.judge())
        , m_pad(*page.findChild<DrawingPad *>(QStringLiteral("drawingPad")))
    {
        page.findChild<ProbabilityBars *>(QStringLiteral("probabilityBars"))->installEventFilter(this);
        connect(&m_pad, &DrawingPad::drawn, this, [this] { ++m_asked; });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(movementInterval);
        connect(&m_timer, &QTimer::timeout, this, &Hand::move);
        m_clock.start();
    }

    bool begin()
    {
        if (!QTest::qWaitFor([this] { return m_judge.isIdle(); }, patience)) {
            return false;
        }
        m_asked = m_judge.judgement().pictureNumber;
        m_timer.start();
        return true;
    }

    bool end()
    {
        m_timer.stop();
        if (m_step % movementsOfAStroke != 0) {
            send(QEvent::MouseButtonRelease);
        }
        m_step = 0;
        return QTest::qWaitFor([this] { return m_waiting.empty(); }, patience);
    }

    const std::vector<double> &milliseconds() const { return m_milliseconds; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_waiting.empty()) {
            // The bars have not painted yet; the event loop turns again when the whole window has.
            QTimer::singleShot(0, this, [this, answered = m_judge.judgement().pictureNumber] { note(answered); });
        }
        return false;
    }

private:
    struct Movement
    {
        int number;
        qint64 nanoseconds;
    };

    void note(int answered)
    {
        while (!m_waiting.empty() && m_waiting.front().number <= answered) {
            m_milliseconds.push_back(double(m_clock.nsecsElapsed() - m_waiting.front().nanoseconds) / 1e6);
            m_waiting.pop_front();
        }
    }

    void move()
    {
        const int step = m_step % movementsOfAStroke;
        if (m_step > 0 && m_step % (5 * movementsOfAStroke) == 0) {
            m_pad.drawing()->clear();
        }
        send(step == 0 ? QEvent::MouseButtonPress : step == movementsOfAStroke - 1 ? QEvent::MouseButtonRelease : QEvent::MouseMove);
        ++m_step;
    }

    void send(QEvent::Type type)
    {
        const double side = std::min(m_pad.width(), m_pad.height());
        const double turn = 0.11 * m_step;
        const QPointF at(m_pad.width() / 2.0 + 0.35 * side * std::cos(turn) * std::sin(0.013 * m_step), m_pad.height() / 2.0 + 0.35 * side * std::sin(turn));
        const qint64 begin = m_clock.nsecsElapsed();
        const int before = m_asked;
        QMouseEvent event(type, at, m_pad.mapToGlobal(at), Qt::LeftButton, type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_pad, &event);
        if (m_asked > before) {
            m_waiting.push_back({m_asked, begin});
        }
    }

    PictureJudge &m_judge;
    DrawingPad &m_pad;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_asked = 0;
    int m_step = 0;
    std::deque<Movement> m_waiting;
    std::vector<double> m_milliseconds;
};

class Measurement
{
public:
    explicit Measurement(MainWindow &window)
        : m_window(window)
        , m_pages(*window.findChild<PageTabs *>())
        , m_page(*window.findChild<TryPage *>())
        , m_hand(m_page)
    {
    }

    /// Empty, or what went wrong.
    const char *run(int turns)
    {
        m_window.load(systemFashionMnistFolder());
        if (!QTest::qWaitFor([this] { return m_window.session().startProblem().isEmpty(); }, patience)) {
            return "Fashion-MNIST or the engine could not be loaded.";
        }
        Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
        experiment.training.epochs = 100; // stopped before
        m_window.setExperiment(experiment);
        m_window.start();
        m_run = m_window.session().activeRun();
        if (!m_run || !QTest::qWaitFor([this] { return m_run->history()->batchCount() > 50; }, patience)) {
            return "The training did not begin.";
        }
        for (int turn = 0; turn < turns; ++turn) {
            m_pages.setCurrentIndex(m_pages.count() - 1); // Data: nothing moves there
            add("alone_batches_per_second", batchesPerSecond());
            m_pages.setCurrentWidget(&m_page);
            add("open_batches_per_second", batchesPerSecond());
            if (!m_hand.begin()) {
                return "The page did not come to rest.";
            }
            add("drawing_batches_per_second", batchesPerSecond());
            if (!m_hand.end()) {
                return "The bars did not follow the drawing.";
            }
        }
        for (const double milliseconds : m_hand.milliseconds()) {
            add("stroke_ms", milliseconds);
        }
        return m_hand.milliseconds().empty() ? "Nothing was drawn." : nullptr;
    }

    void print() const { std::puts(QJsonDocument(m_found).toJson(QJsonDocument::Compact).constData()); }

private:
    double batchesPerSecond() const
    {
        QTest::qWait(300); // what the change of the page cost is over
        QElapsedTimer timer;
        timer.start();
        const std::size_t before = m_run->history()->batchCount();
        QTest::qWait(turnLength);
        return double(m_run->history()->batchCount() - before) * 1e9 / double(timer.nsecsElapsed());
    }

    void add(const char *key, double value)
    {
        QJsonArray values = m_found.value(QLatin1String(key)).toArray();
        values.append(value);
        m_found.insert(QLatin1String(key), values);
    }

    MainWindow &m_window;
    PageTabs &m_pages;
    TryPage &m_page;
    Hand m_hand;
    TrainingRun *m_run = nullptr;
    QJsonObject m_found;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("bench_drawing TURNS; see the head of its source.\n", stderr);
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_drawing"));
    Language language;
    language.choose(QStringLiteral("en"));
    Appearance appearance(application);
    const QTemporaryDir folder;
    MainWindow window(language, appearance);
    window.resize(1280, 800);
    window.show();
    window.session().openLaboratory(folder.filePath(QStringLiteral("laboratory.sqlite")));
    Measurement measurement(window);
    const char *problem = measurement.run(std::max(1, std::atoi(argv[1])));
    if (problem) {
        std::fprintf(stderr, "%s\n", problem);
    } else {
        measurement.print();
    }
    window.session().stopAndWait();
    return problem ? 1 : 0;
}
