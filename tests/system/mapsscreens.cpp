// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Feature maps page in the real window: before, while and after training, with a unit lit, for every kind of network. Not a
// test: a person looks at them.
//   mapsscreens FOLDER
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "ui/models/inspection.h"
#include "ui/pages/featuremapspage.h"
#include "ui/pages/mapscanvas.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

#include <functional>
#include <memory>

using namespace convscope;

namespace {

constexpr int patience = 600000; // milliseconds

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
    bool open();
    void shoot(const QString &state, const QStringList &languages = {QStringLiteral("en"), QStringLiteral("es")});
    bool wait(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, patience); }
    FeatureMapsPage *page() { return m_window->findChild<FeatureMapsPage *>(); }
    MapsCanvas *canvas() { return page()->canvas(); }
    TrainingRun *start(const Experiment &experiment);
    bool comparisons();
    bool network(const QString &name, const Architecture &architecture, const UnitAddress &lit);

    QString m_folder;
    Language m_language;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

bool Photographer::open()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>(m_language, m_appearance);
    QFile::remove(QDir(m_folder).filePath(QStringLiteral("laboratory.sqlite")));
    m_window->session().openLaboratory(QDir(m_folder).filePath(QStringLiteral("laboratory.sqlite")));
    m_window->show();
    m_window->load(systemFashionMnistFolder());
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    return wait([this] { return !m_window->session().isLoadingData() && !m_window->session().isLoadingEngine(); });
}

void Photographer::shoot(const QString &state, const QStringList &languages)
{
    for (const QString &language : languages) {
        m_window->findChild<QAction *>(QStringLiteral("language-") + language)->trigger();
        for (const char *scheme : {"light", "dark"}) {
            m_window->findChild<QAction *>(QStringLiteral("appearance-") + QLatin1String(scheme))->trigger();
            for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
                m_window->resize(size);
                QTest::qWait(200);
                m_window->grab().save(QDir(m_folder).filePath(QStringLiteral("maps-%1-%2-%3-%4.png").arg(state, language, QLatin1String(scheme)).arg(size.width())));
            }
        }
    }
    qInfo("%s", qPrintable(state));
}

TrainingRun *Photographer::start(const Experiment &experiment)
{
    m_window->setExperiment(experiment);
    m_window->start();
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    return m_window->session().activeRun();
}

bool Photographer::network(const QString &name, const Architecture &architecture, const UnitAddress &lit)
{
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    experiment.name = name;
    experiment.architecture = architecture;
    experiment.training.trainImages = 6000;
    experiment.training.epochs = 2;
    TrainingRun *run = start(experiment);
    if (!run || !wait([run] { return run->history()->batchCount() > 5; }) || !wait([this] { return canvas()->flow(0) != nullptr; })) {
        return false;
    }
    canvas()->select(lit);
    shoot(name + QStringLiteral("-live"), {QStringLiteral("en")});
    if (!wait([run] { return isFinal(run->state()); })) {
        return false;
    }
    shoot(name);
    canvas()->horizontalScrollBar()->setValue(canvas()->horizontalScrollBar()->maximum());
    shoot(name + QStringLiteral("-end"));
    canvas()->horizontalScrollBar()->setValue(0);
    return true;
}

/// The last run beside what it was, and beside another run.
bool Photographer::comparisons()
{
    auto *with = page()->findChild<QComboBox *>(QStringLiteral("compareWith"));
    for (const int choice : {1, 3, 4}) {
        with->setCurrentIndex(choice);
        Q_EMIT with->activated(choice);
        if (!wait([this] { return canvas()->flow(1) != nullptr; })) {
            return false;
        }
        shoot(QStringLiteral("compared-%1").arg(choice));
    }
    return true;
}

bool Photographer::takeAll()
{
    if (!open()) {
        return false;
    }
    shoot(QStringLiteral("empty"));
    const auto preset = [](const char *name) { return findPreset(QLatin1String(name), {}).value().experiment.architecture; };
    const Architecture large{{{8, 5, 2, true, Activation::Relu, false}, {12, 7, 3, true, Activation::Tanh, false}, {16, 5, 0, true, Activation::LeakyRelu, false}},
                             {{64, Activation::Relu, 0.5}}};
    if (!(network(QStringLiteral("first-steps"), preset("first-steps"), {4, 3, 6, 6}) && network(QStringLiteral("mlp-512"), preset("mlp-512"), {2, 17, 0, 0})
          && network(QStringLiteral("three-blocks"), large, {4, 5, 10, 12}) && network(QStringLiteral("cnn-1"), preset("cnn-1"), {4, 20, 6, 6}) && comparisons())) {
        return false;
    }
    m_window->closeWithoutAsking();
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("mapsscreens"));
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        qCritical("usage: mapsscreens FOLDER");
        return 2;
    }
    return Photographer(application, QString::fromLocal8Bit(argv[1])).takeAll() ? 0 : 1;
}
