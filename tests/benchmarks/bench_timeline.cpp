// SPDX-License-Identifier: GPL-3.0-or-later
// What the time line costs: cnn-1 on real Fashion-MNIST in the real window, recorded into a laboratory of its own. bench_timeline SEEKS
// TURNS prints one JSON object: milliseconds from a place asked for to its filters, and to its feature maps, drawn (each at places that
// were not seen before, after the run); pictures a second while playing; and the batches a second of a training that is played, and of
// one that nobody looks at, by turns. Needs a display.
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "ui/models/inspection.h"
#include "ui/pages/featuremapspage.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/filterspage.h"
#include "ui/pages/mapscanvas.h"
#include "ui/views/kernelgrid.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"
#include "ui/window/timelineplayer.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace convscope;

namespace {

constexpr int patience = 300000; // milliseconds
constexpr int turnLength = 2000; // a shared machine changes its speed from one second to the next
constexpr qint64 batchesATurn = 200; // before the first: there must be something to play

/// Waits without letting the clock of the event loop add its 10 ms.
bool spinUntil(const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(patience)) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    return true;
}

class Measurement
{
public:
    explicit Measurement(MainWindow &window)
        : m_window(window)
        , m_inspection(*window.findChild<Inspection *>())
        , m_pages(*window.findChild<PageTabs *>())
        , m_player(*window.findChild<TimelinePlayer *>())
    {
    }

    bool begin(int turns);
    bool play(int turns);
    bool seekFilters(int seeks);
    bool seekMaps(int seeks);
    void print() const { std::puts(QJsonDocument(m_found).toJson(QJsonDocument::Compact).constData()); }

private:
    double batchesPerSecond() const;
    /// Where filters are kept: spread over the run, in an order that never goes on from the place before.
    qint64 place(int index, int count) const
    {
        const RunMoments &kept = m_inspection.moments();
        const qint64 frames = (kept.lastFilters - kept.firstFilters) / kept.filterStride;
        return kept.firstFilters + (qint64(index) * 7919 % count) * frames / count * kept.filterStride;
    }
    void add(const char *key, double value);

    MainWindow &m_window;
    Inspection &m_inspection;
    PageTabs &m_pages;
    TimelinePlayer &m_player;
    TrainingRun *m_run = nullptr;
    QJsonObject m_found;
};

void Measurement::add(const char *key, double value)
{
    QJsonArray values = m_found.value(QLatin1String(key)).toArray();
    values.append(value);
    m_found.insert(QLatin1String(key), values);
}

bool Measurement::begin(int turns)
{
    m_window.load(systemFashionMnistFolder());
    if (!QTest::qWaitFor([this] { return m_window.session().startProblem().isEmpty(); }, patience)) {
        return false;
    }
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    experiment.training.epochs = 8; // stopped before; of longer runs not every batch's filters are kept
    m_window.setExperiment(experiment);
    m_window.start();
    m_run = m_window.session().activeRun();
    return m_run && QTest::qWaitFor([this, turns] { return m_run->history()->batchCount() > std::size_t(batchesATurn * (turns + 1)); }, patience);
}

double Measurement::batchesPerSecond() const
{
    QElapsedTimer timer;
    timer.start();
    const std::size_t before = m_run->history()->batchCount();
    QTest::qWait(turnLength);
    return double(m_run->history()->batchCount() - before) * 1e9 / double(timer.nsecsElapsed());
}

bool Measurement::play(int turns)
{
    for (int i = 0; i < turns; ++i) {
        m_pages.setCurrentIndex(m_pages.count() - 1); // Data: nothing moves there
        QTest::qWait(300);
        add("alone_batches_per_second", batchesPerSecond());
        m_pages.setCurrentWidget(m_pages.filters());
        m_inspection.setPosition(0);
        m_player.setSpeed(0); // batch by batch
        m_player.play();
        QTest::qWait(300);
        qint64 pictures = 0;
        qint64 last = -1;
        const auto counter = QObject::connect(&m_pages.filters()->data(), &FiltersData::shownChanged, [&] {
            const auto &layer = m_pages.filters()->data().layer();
            pictures += layer && layer->steps != last ? 1 : 0;
            last = layer ? layer->steps : last;
        });
        add("playing_batches_per_second", batchesPerSecond());
        QObject::disconnect(counter);
        add("pictures_per_second", double(pictures) * 1000.0 / turnLength);
        m_player.pause();
        m_inspection.setPosition(Inspection::live);
    }
    m_run->stop();
    return QTest::qWaitFor([this] { return isFinal(m_run->state()) && !m_inspection.moments().weights.empty() && m_inspection.moments().weights.back() == m_inspection.lastStep(); }, patience);
}

bool Measurement::seekFilters(int seeks)
{
    m_pages.setCurrentWidget(m_pages.filters());
    QTest::qWait(500);
    for (int i = 0; i < seeks; ++i) {
        const qint64 wanted = place(i, seeks);
        QElapsedTimer timer;
        timer.start();
        m_inspection.setPosition(wanted);
        if (!spinUntil([this, wanted] { return m_pages.filters()->data().layer() && m_pages.filters()->data().layer()->steps == wanted; })) {
            return false;
        }
        m_pages.filters()->grid()->viewport()->repaint();
        add("filters_ms", double(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(30);
    }
    return true;
}

bool Measurement::seekMaps(int seeks)
{
    m_pages.setCurrentWidget(m_pages.featureMaps());
    QTest::qWait(500);
    MapsCanvas *canvas = m_pages.featureMaps()->canvas();
    // What is asked for again is in memory: the farthest first.
    const std::vector<qint64> &kept = m_inspection.moments().weights;
    for (int i = 0; i < std::min(seeks, int(kept.size())); ++i) {
        const qint64 wanted = kept[std::size_t(i * 7919 % int(kept.size()))];
        if (canvas->flow(0) && canvas->flow(0)->weights->steps == wanted) {
            continue;
        }
        QElapsedTimer timer;
        timer.start();
        m_inspection.setPosition(wanted);
        if (!spinUntil([canvas, wanted] { return canvas->flow(0) && canvas->flow(0)->weights->steps == wanted; })) {
            return false;
        }
        canvas->viewport()->repaint();
        add("maps_ms", double(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(30);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("bench_timeline SEEKS TURNS; see the head of its source.\n", stderr);
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("bench_timeline"));
    Language language;
    language.choose(QStringLiteral("en"));
    Appearance appearance(application);
    const QTemporaryDir folder;
    MainWindow window(language, appearance);
    window.show();
    window.session().openLaboratory(folder.filePath(QStringLiteral("laboratory.sqlite")));
    Measurement measurement(window);
    const int seeks = std::max(1, std::atoi(argv[1]));
    const int turns = std::max(1, std::atoi(argv[2]));
    const bool isDone = measurement.begin(turns) && measurement.play(turns) && measurement.seekFilters(seeks) && measurement.seekMaps(seeks);
    measurement.print();
    window.session().stopAndWait();
    return isDone ? 0 : 1;
}
