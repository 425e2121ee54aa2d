// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window, with real Fashion-MNIST, to every page and state there is and saves a picture of each, in both
// languages, light and dark, at 1280x800 and 1920x1080. Not a test: a person looks at the pictures. See screens.sh.
#include "core/data/dataset.h"
#include "core/training/presets.h"
#include "ui/forms/experimentform.h"
#include "ui/models/inspection.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/filterspage.h"
#include "ui/pages/operationpage.h"
#include "ui/pages/predictionsmemorised.h"
#include "ui/pages/predictionspage.h"
#include "ui/views/kernelgrid.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QComboBox>
#include <QTabWidget>
#include <QTemporaryDir>
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

    /// Of one part, or of all.
    bool take(const QString &part);

private:
    bool open(const QString &dataFolder);
    void close();
    /// One picture for each language, appearance and size.
    void shoot(const QString &state);
    Experiment preset(const char *name, int trainImages, int epochs) const;
    TrainingRun *start(const Experiment &experiment);
    bool wait(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, patience); }
    /// By the name of its class.
    void showPage(const QString &page);
    void unfold(const QStringList &sections) { m_window->findChild<ExperimentForm *>()->setExpandedSections(sections); }

    bool firstStart();
    bool training();
    void lookInside(const QString &state);
    bool overfitting();
    bool diverged();
    bool dataPage();
    bool predictions();
    bool invalidForm();
    bool manyRuns();
    bool operationPage();
    bool filters();
    bool dataMissing();

    QString m_folder;
    Language m_language;
    Appearance m_appearance;
    std::unique_ptr<QTemporaryDir> m_laboratory;
    std::unique_ptr<MainWindow> m_window;
};

bool Photographer::open(const QString &dataFolder)
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>(m_language, m_appearance);
    m_window->show();
    m_laboratory = std::make_unique<QTemporaryDir>(); // the time line is on with one only
    m_window->session().openLaboratory(m_laboratory->filePath(QStringLiteral("laboratory.sqlite")));
    m_window->load(dataFolder);
    const Session &session = m_window->session();
    return wait([&session] { return !session.isLoadingData() && !session.isLoadingEngine() && (!session.data() || session.startProblem().isEmpty()); });
}

void Photographer::close()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void Photographer::shoot(const QString &state)
{
    for (const char *language : {"en", "es"}) {
        m_window->findChild<QAction *>(QStringLiteral("language-") + QLatin1String(language))->trigger();
        for (const char *scheme : {"light", "dark"}) {
            m_window->findChild<QAction *>(QStringLiteral("appearance-") + QLatin1String(scheme))->trigger();
            for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
                m_window->resize(size);
                QTest::qWait(150); // layouts and the charts' timer settle
                const QString name = QStringLiteral("%1-%2-%3-%4.png").arg(state, QLatin1String(language), QLatin1String(scheme)).arg(size.width());
                if (!m_window->grab().save(QDir(m_folder).filePath(name))) {
                    qWarning("can't write %s", qPrintable(name));
                }
            }
        }
    }
    qInfo("%s", qPrintable(state));
}

void Photographer::showPage(const QString &page)
{
    auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("pages"));
    for (int i = 0; i < tabs->count(); ++i) {
        if (page == QLatin1String(tabs->widget(i)->metaObject()->className()).mid(11)) { // without convscope::
            tabs->setCurrentIndex(i);
        }
    }
}

Experiment Photographer::preset(const char *name, int trainImages, int epochs) const
{
    Experiment experiment = findPreset(QLatin1String(name), {}).value().experiment;
    experiment.training.trainImages = trainImages;
    experiment.training.epochs = epochs;
    return experiment;
}

TrainingRun *Photographer::start(const Experiment &experiment)
{
    m_window->setExperiment(experiment);
    m_window->start();
    return m_window->session().activeRun();
}

bool Photographer::firstStart()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    shoot(QStringLiteral("first-start"));
    showPage(QStringLiteral("DataPage"));
    shoot(QStringLiteral("data"));
    unfold({QStringLiteral("network")});
    showPage(QStringLiteral("CurvesPage"));
    shoot(QStringLiteral("network-editor"));
    unfold({QStringLiteral("data")});
    shoot(QStringLiteral("data-settings"));
    close();
    return true;
}

bool Photographer::training()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    TrainingRun *run = start(preset("cnn-1", 12000, 5));
    if (!run || !wait([run] { return run->history()->batchCount() > 40; })) {
        return false;
    }
    shoot(QStringLiteral("training-begin"));
    if (!wait([run] { return run->history()->epochCount() >= 2; })) {
        return false;
    }
    LiveSettings live = run->liveSettings();
    live.learningRate /= 4;
    run->changeLiveSettings(live);
    if (!wait([run] { return run->history()->epochCount() >= 3; })) {
        return false;
    }
    shoot(QStringLiteral("training"));
    lookInside(QStringLiteral("training"));
    showPage(QStringLiteral("CurvesPage"));
    run->pause();
    if (!wait([run] { return run->state() == RunState::Paused || isFinal(run->state()); })) {
        return false;
    }
    shoot(QStringLiteral("paused"));
    run->resume();
    if (!wait([run] { return isFinal(run->state()); })) {
        return false;
    }
    shoot(QStringLiteral("finished"));
    lookInside(QStringLiteral("finished"));
    close();
    return true;
}

/// The pages that show the network from the inside.
void Photographer::lookInside(const QString &state)
{
    constexpr int background = 3000; // milliseconds for what they ask in the background
    for (const char *page : {"FiltersPage", "FeatureMapsPage", "OperationPage", "PredictionsPage", "TryPage"}) {
        showPage(QLatin1String(page));
        QTest::qWait(background);
        shoot(QString::fromLatin1(page).chopped(4).toLower() + QLatin1Char('-') + state);
    }
}

bool Photographer::overfitting()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    Experiment experiment = preset("mlp-512", 1000, 60);
    experiment.training.batchSize = 50;
    experiment.training.labelNoise = 0.2;
    TrainingRun *run = start(experiment);
    if (!run || !wait([run] { return isFinal(run->state()); })) {
        return false;
    }
    shoot(QStringLiteral("overfitting"));
    m_window->findChild<QAbstractButton *>(QStringLiteral("tableViewButton"))->click();
    shoot(QStringLiteral("table"));
    close();
    return true;
}

bool Photographer::diverged()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    Experiment experiment = preset("first-steps", 3000, 5);
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learningRate = 1000;
    // With ReLU all neurons could die, and the loss would stay finite.
    for (ConvBlock &block : experiment.architecture.convBlocks) {
        block.activation = Activation::LeakyRelu;
    }
    for (HiddenLayer &layer : experiment.architecture.hiddenLayers) {
        layer.activation = Activation::LeakyRelu;
    }
    TrainingRun *run = start(experiment);
    if (!run || !wait([run] { return isFinal(run->state()); })) {
        return false;
    }
    shoot(QStringLiteral("diverged"));
    close();
    return true;
}

bool Photographer::dataPage()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    Experiment experiment = preset("cnn-1", 5000, 5);
    experiment.training.labelNoise = 0.3;
    experiment.training.augmentation = {0.5, 3.0, 15.0, 0.1, 0.05, 0.3};
    m_window->setExperiment(experiment);
    showPage(QStringLiteral("DataPage"));
    unfold({QStringLiteral("data")});
    shoot(QStringLiteral("data-changed"));
    close();
    return true;
}

bool Photographer::predictions()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    const auto page = [this] { return m_window->findChild<PredictionsPage *>(); };
    m_window->findChild<QTabWidget *>(QStringLiteral("pages"))->setCurrentWidget(page());
    shoot(QStringLiteral("predictions-empty"));
    Experiment experiment = preset("cnn-1", 6000, 3);
    experiment.training.labelNoise = 0.1;
    TrainingRun *run = start(experiment);
    if (!run || !wait([run] { return isFinal(run->state()); })) {
        return false;
    }
    m_window->findChild<QTabWidget *>(QStringLiteral("pages"))->setCurrentWidget(page());
    if (!wait([&page] { return page()->predictions().state() != nullptr; })) {
        return false;
    }
    shoot(QStringLiteral("predictions-pictures"));
    page()->predictions().setComparison({1, {}, {}});
    if (!wait([&page] { return page()->predictions().state()->other != nullptr; })) {
        return false;
    }
    page()->showView(PredictionsPage::Matrix);
    shoot(QStringLiteral("predictions-difference"));
    page()->predictions().setComparison({});
    if (!wait([&page] { return page()->predictions().state()->other == nullptr; })) {
        return false;
    }
    shoot(QStringLiteral("predictions-confusion"));
    page()->showView(PredictionsPage::Reliability);
    shoot(QStringLiteral("predictions-calibration"));
    page()->showView(PredictionsPage::Memory);
    const auto *memorised = page()->findChild<PredictionsMemorised *>();
    if (!wait([memorised] { return memorised->answers() != nullptr; })) {
        return false;
    }
    shoot(QStringLiteral("predictions-memorised"));
    close();
    return true;
}

bool Photographer::invalidForm()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    Experiment experiment = preset("cnn-1", 0, 0);
    experiment.training.batchSize = 0;
    m_window->setExperiment(experiment);
    shoot(QStringLiteral("invalid"));
    experiment = preset("cnn-1", 0, 5);
    experiment.architecture.convBlocks.push_back({64, 7, 0, false, Activation::Relu, true});
    experiment.architecture.convBlocks.push_back({64, 7, 0, false, Activation::Relu, true});
    m_window->setExperiment(experiment);
    unfold({QStringLiteral("network")});
    shoot(QStringLiteral("impossible"));
    close();
    return true;
}

bool Photographer::manyRuns()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    const QStringList names{QStringLiteral("first-steps"), QStringLiteral("mlp-512"), QStringLiteral("wider network"),
                            QStringLiteral("small steps, a rather long name for a run")};
    for (int i = 0; i < 30; ++i) {
        Experiment experiment = preset("first-steps", 500, 1 + i % 4);
        experiment.name = names[i % names.size()];
        experiment.training.learningRate = i % 7 == 6 ? 1000.0 : 0.001 * (1 + i % 5);
        experiment.training.optimizer = i % 7 == 6 ? Optimizer::Sgd : Optimizer::Adam;
        TrainingRun *run = start(experiment);
        if (!run) {
            return false;
        }
        if (i % 9 == 8) {
            run->stop();
        }
        if (!wait([run] { return isFinal(run->state()); })) {
            return false;
        }
    }
    shoot(QStringLiteral("many-runs"));
    close();
    return true;
}

bool Photographer::dataMissing()
{
    if (!open(QDir::temp().filePath(QStringLiteral("no-such-folder")))) {
        return false;
    }
    shoot(QStringLiteral("data-missing"));
    showPage(QStringLiteral("DataPage"));
    shoot(QStringLiteral("data-missing-page"));
    close();
    return true;
}

bool Photographer::operationPage()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    auto *page = m_window->findChild<OperationPage *>();
    m_window->findChild<QTabWidget *>(QStringLiteral("pages"))->setCurrentWidget(page);
    shoot(QStringLiteral("operation-empty"));
    page->setPart(OperationPage::Part::Sandbox);
    shoot(QStringLiteral("operation-sandbox"));
    TrainingRun *run = start(preset("cnn-1", 6000, 1));
    if (!run || !wait([run] { return isFinal(run->state()); })) {
        return false;
    }
    m_window->findChild<QTabWidget *>(QStringLiteral("pages"))->setCurrentWidget(page);
    const std::pair<const char *, UnitAddress> units[] = {{"convolution", {1, 3, 12, 18}}, {"pooling", {3, 3, 6, 9}}, {"channels", {4, 5, 6, 6}}, {"neuron", {8, 17, 0, 0}}, {"dropout", {10, 17, 0, 0}}};
    for (const auto &[name, unit] : units) {
        page->setUnit(unit);
        shoot(QStringLiteral("operation-") + QLatin1String(name));
    }
    page->setPart(OperationPage::Part::Step);
    shoot(QStringLiteral("operation-step"));
    close();
    return true;
}

/// Deeper layers, an operation, a moment of before, and a network without convolutions.
bool Photographer::filters()
{
    if (!open(systemFashionMnistFolder())) {
        return false;
    }
    auto *page = m_window->findChild<FiltersPage *>();
    const auto settle = [this, page] {
        return wait([page] { return page->data().layer() && int(page->data().statistics().size()) == page->data().layer()->filters && !page->data().isCounting(); });
    };
    TrainingRun *run = start(preset("cnn-1", 6000, 2));
    showPage(QStringLiteral("FiltersPage"));
    if (!run || !wait([run] { return isFinal(run->state()); }) || !settle()) {
        return false;
    }
    page->grid()->select(4);
    page->findChild<QAbstractButton *>(QStringLiteral("silenceFilter"))->click();
    page->findChild<QAbstractButton *>(QStringLiteral("freezeFilter"))->click();
    settle();
    QTest::qWait(3000); // the accuracy
    shoot(QStringLiteral("filters-operated"));
    page->findChild<QAbstractButton *>(QStringLiteral("discardSurgery"))->click();
    page->findChild<QComboBox *>(QStringLiteral("filterLayer"))->setCurrentIndex(1);
    settle();
    shoot(QStringLiteral("filters-second-layer"));
    m_window->findChild<Inspection *>()->setPosition(40);
    QTest::qWait(3000);
    shoot(QStringLiteral("filters-at-step-40"));
    run = start(preset("mlp-512", 6000, 2));
    if (!run || !wait([run] { return isFinal(run->state()); }) || !settle()) {
        return false;
    }
    shoot(QStringLiteral("filters-mlp"));
    close();
    return true;
}

bool Photographer::take(const QString &part)
{
    const std::pair<const char *, bool (Photographer::*)()> parts[]
        = {{"first-start", &Photographer::firstStart}, {"data", &Photographer::dataPage}, {"predictions", &Photographer::predictions}, {"invalid", &Photographer::invalidForm},
           {"data-missing", &Photographer::dataMissing}, {"training", &Photographer::training}, {"overfitting", &Photographer::overfitting},
           {"diverged", &Photographer::diverged}, {"many-runs", &Photographer::manyRuns}, {"operation", &Photographer::operationPage}, {"filters", &Photographer::filters}};
    bool isTaken = false;
    for (const auto &[name, function] : parts) {
        if (part.isEmpty() || part == QLatin1String(name)) {
            if (!(this->*function)()) {
                return false;
            }
            isTaken = true;
        }
    }
    return isTaken;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("screens"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    if (argc < 2 || argc > 3 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        qCritical("usage: screens FOLDER [PART]");
        return 2;
    }
    Photographer photographer(application, QString::fromLocal8Bit(argv[1]));
    return photographer.take(argc == 3 ? QString::fromLocal8Bit(argv[2]) : QString()) ? 0 : 1;
}
