// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the learning-rate finder over the real window, with real Fashion-MNIST: while it searches, what it finds, and what it says where
// there is nothing to find, in both languages, light and dark. Not a test: a person looks at them.
//   ratescreens FOLDER
#include "core/data/datafolder.h"
#include "core/training/presets.h"
#include "ui/forms/experimentform.h"
#include "ui/forms/numberfield.h"
#include "ui/pages/ratefinderdialog.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
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
        , m_window(m_language, m_appearance)
    {
    }

    bool takeAll();

private:
    bool open(const Experiment &experiment);
    bool awaitEnd() { return QTest::qWaitFor([this] { return button("rateFinderRun")->isEnabled() && !m_dialog->findChild<RateSearchJob *>()->isRunning(); }, patience); }
    QPushButton *button(const char *name) { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    void set(const char *field, double value);
    bool again(const QString &state);
    void shoot(const QString &state);

    QString m_folder;
    Language m_language;
    Appearance m_appearance;
    MainWindow m_window;
    RateFinderDialog *m_dialog = nullptr;
};

bool Photographer::open(const Experiment &experiment)
{
    if (m_dialog) {
        m_dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    m_window.setExperiment(experiment);
    m_window.findChild<ExperimentForm *>()->findRateAction()->trigger();
    m_dialog = m_window.findChild<RateFinderDialog *>();
    return m_dialog;
}

void Photographer::set(const char *field, double value)
{
    auto *line = m_dialog->findChild<NumberField *>(QLatin1String(field));
    line->selectAll();
    QTest::keyClicks(line, formatNumber(value));
}

void Photographer::shoot(const QString &state)
{
    for (const char *language : {"en", "es"}) {
        for (const Appearance::Scheme scheme : {Appearance::Scheme::Light, Appearance::Scheme::Dark}) {
            m_language.choose(QLatin1String(language));
            m_appearance.choose(scheme);
            for (int i = 0; i < 3; ++i) { // texts, then places
                QCoreApplication::processEvents();
            }
            m_dialog->grab().save(QStringLiteral("%1/rate-%2-%3-%4.png").arg(m_folder, state, QLatin1String(language), Appearance::name(scheme)));
        }
    }
    m_language.choose(QStringLiteral("en"));
    m_appearance.choose(Appearance::Scheme::Light);
}

bool Photographer::again(const QString &state)
{
    button("rateFinderRun")->click();
    if (!awaitEnd()) {
        return false;
    }
    shoot(state);
    return true;
}

bool Photographer::takeAll()
{
    m_language.choose(QStringLiteral("en"));
    m_window.show();
    m_window.load(defaultDataFolder());
    if (!QTest::qWaitFor([this] { return m_window.session().startProblem().isEmpty(); }, patience)) {
        return false;
    }
    const Result<Preset> cnn = findPreset(QStringLiteral("cnn-1"), QString());
    const Result<Preset> mlp = findPreset(QStringLiteral("mlp-512"), QString());
    if (!cnn || !mlp || !open(cnn.value().experiment)) {
        return false;
    }
    if (!QTest::qWaitFor([this] { return m_dialog->findChild<RateSearchJob *>()->points().size() > 60; }, patience)) {
        return false;
    }
    shoot(QStringLiteral("searching"));
    if (!awaitEnd()) {
        return false;
    }
    shoot(QStringLiteral("found"));
    Experiment sgd = mlp.value().experiment;
    sgd.training.optimizer = Optimizer::Sgd;
    if (!open(sgd) || !awaitEnd()) {
        return false;
    }
    shoot(QStringLiteral("sgd"));
    set("rateFinderTo", 1e-5);
    if (!again(QStringLiteral("never-falls"))) {
        return false;
    }
    set("rateFinderTo", 0.02);
    if (!again(QStringLiteral("still-falls"))) {
        return false;
    }
    set("rateFinderTo", 1000.0);
    set("rateFinderFrom", 100.0);
    if (!again(QStringLiteral("only-rises"))) {
        return false;
    }
    set("rateFinderFrom", 2000.0);
    shoot(QStringLiteral("wrong"));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("ratescreens"));
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        qCritical("usage: ratescreens FOLDER");
        return 2;
    }
    QSettings().clear();
    return Photographer(application, QString::fromLocal8Bit(argv[1])).takeAll() ? 0 : 1;
}
