// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Compare page in the real window, with two runs and with thirty, every view, in both languages, light and dark, small and
// large. Not a test: a person looks at them.
//   comparescreens FOLDER
#include "core/data/dataset.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/compareoverfitting.h"
#include "ui/pages/compareviews.h"
#include "ui/views/picturegrid.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <memory>

using namespace convscope;

namespace {

constexpr int patience = 600000; // milliseconds

Experiment smallExperiment(int epochs)
{
    Experiment experiment;
    experiment.name = QStringLiteral("mlp");
    experiment.architecture.hiddenLayers = {{32, Activation::Relu, 0.0}};
    experiment.training.trainImages = 600;
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    return experiment;
}

class Photographer
{
public:
    Photographer(QApplication &application, const QString &folder)
        : m_folder(folder)
        , m_appearance(application)
    {
    }

    bool takeAll();

private:
    void shoot(const QString &state);
    void views(const QString &state);
    bool wait(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, patience); }
    ComparePage *page() { return m_window->findChild<ComparePage *>(); }
    bool train(const Experiment &experiment);
    bool many();

    QString m_folder;
    QTemporaryDir m_laboratory;
    Language m_language;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void Photographer::shoot(const QString &state)
{
    for (const char *language : {"en", "es"}) {
        m_window->findChild<QAction *>(QStringLiteral("language-") + QLatin1String(language))->trigger();
        for (const char *scheme : {"light", "dark"}) {
            m_window->findChild<QAction *>(QStringLiteral("appearance-") + QLatin1String(scheme))->trigger();
            for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
                m_window->resize(size);
                QTest::qWait(200); // layouts settle, and what is read in the background
                const QString name = QStringLiteral("%1-%2-%3-%4.png").arg(state, QLatin1String(language), QLatin1String(scheme)).arg(size.width());
                m_window->grab().save(QDir(m_folder).filePath(name));
            }
        }
    }
    qInfo("%s", qPrintable(state));
}

void Photographer::views(const QString &state)
{
    const char *names[] = {"curves", "cost", "coordinates", "duel", "disagreements", "overfitting"};
    for (int view = 0; view < int(std::size(names)); ++view) {
        page()->views()->showView(CompareViews::View(view));
        QTest::qWait(500); // what is read in the background
        shoot(QStringLiteral("%1-%2").arg(state, QLatin1String(names[view])));
    }
}

bool Photographer::train(const Experiment &experiment)
{
    m_window->setExperiment(experiment);
    m_window->start();
    const TrainingRun *run = m_window->session().activeRun();
    const bool ended = run && wait([run] { return isFinal(run->state()); });
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    return ended;
}

bool Photographer::many()
{
    for (int i = 0; i < 27; ++i) {
        Experiment experiment = smallExperiment(3 + i % 3);
        experiment.training.learningRate = std::vector{0.0003, 0.001, 0.003, 0.01}[std::size_t(i % 4)];
        experiment.architecture.hiddenLayers[0].width = 16 << (i % 3);
        experiment.architecture.hiddenLayers[0].dropout = i % 5 == 0 ? 0.3 : 0.0;
        experiment.training.seed = 1 + i / 12;
        experiment.training.optimizer = i % 7 == 0 ? Optimizer::Sgd : Optimizer::Adam;
        if (!train(experiment)) {
            return false;
        }
    }
    return true;
}

bool Photographer::takeAll()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>(m_language, m_appearance);
    m_window->show();
    m_window->session().openLaboratory(m_laboratory.filePath(QStringLiteral("laboratory.sqlite")));
    m_window->load(systemFashionMnistFolder());
    if (!wait([this] { return m_window->session().startProblem().isEmpty(); })) {
        return false;
    }
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    shoot(QStringLiteral("0-empty"));
    Experiment other = smallExperiment(8);
    other.training.learningRate = 0.003;
    if (!train(smallExperiment(8)) || !train(other) || !wait([this] { return page()->runs().rows().size() == 2; })) {
        return false;
    }
    page()->runs().setTicked({1, 2});
    views(QStringLiteral("1-two"));
    if (!train(CompareOverfitting::provoked(smallExperiment(3)))) {
        return false;
    }
    page()->views()->showView(CompareViews::Overfitting);
    QTest::qWait(1500);
    shoot(QStringLiteral("2-overfits"));
    if (!many() || !wait([this] { return page()->runs().rows().size() == 30; })) {
        return false;
    }
    page()->runs().setTicked({1, 2, 3, 5, 8, 13, 21, 30});
    views(QStringLiteral("3-many"));
    m_window->closeWithoutAsking();
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("comparescreens"));
    if (argc != 2) {
        qCritical("usage: comparescreens FOLDER");
        return 2;
    }
    return Photographer(application, QString::fromLocal8Bit(argv[1])).takeAll() ? 0 : 1;
}
