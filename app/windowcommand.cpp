// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcommand.h"

#include "app/commandline.h"
#include "app/displaycheck.h"
#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/output.h"
#include "app/signalwatcher.h"
#include "core/common/language.h"
#include "core/data/datafolder.h"
#include "core/runs/laboratoryplace.h"
#include "ui/window/appearance.h"
#include "ui/window/firstpaint.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowfiles.h"
#include "ui/window/windowmemory.h"

#include <QApplication>
#include <QDir>
#include <QIcon>

#include <clocale>
#include <exception>

using namespace convscope;

namespace {

/// The last net for exceptions on their way into the event loop: Qt can't handle them.
class Application : public QApplication
{
    Q_DECLARE_TR_FUNCTIONS(Application)

public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::exception &error) {
            report(QString::fromLocal8Bit(error.what()));
        } catch (...) {
            report(tr("unknown error"));
        }
        return false;
    }

    MainWindow *window = nullptr;

private:
    void report(const QString &reason)
    {
        const QString sentence = tr("Something unexpected went wrong: %1. The program goes on.").arg(reason);
        printError(sentence);
        if (window) {
            window->showError(sentence);
        }
    }
};

void chooseStartLanguage(Language &language, const QStringList &arguments, const QString &remembered)
{
    const QString asked = languageArgument(arguments);
    language.choose(!asked.isEmpty()      ? asked
                    : remembered.isEmpty() ? Language::systemCode()
                                           : remembered);
}

/// --preset and --settings choose what the form shows.
QString applyStartExperiment(const Options &options, MainWindow &window)
{
    if (!options.preset && !options.settingsFile) {
        return {};
    }
    const Result<Experiment> experiment = experimentFrom(options);
    if (!experiment) {
        return experiment.error();
    }
    window.setExperiment(experiment.value());
    return {};
}

void openLaboratory(const Options &options, MainWindow &window)
{
    if (options.laboratory == QLatin1String("none")) {
        return;
    }
    const Result<QString> file = laboratoryPlace(options.laboratory);
    if (file) {
        window.session().openLaboratory(file.value());
    } else {
        window.showError(file.error());
    }
}

/// As they are shown, and written on runs.
QStringList absolute(const QStringList &files)
{
    QStringList paths;
    for (const QString &file : files) {
        paths << QDir().absoluteFilePath(file);
    }
    return paths;
}

} // namespace

int runWindow(int &argc, char **argv, const QStringList &arguments, SignalWatcher &signalWatcher)
{
    if (!hasDisplay(arguments)) {
        const QCoreApplication application(argc, argv);
        Language language;
        chooseStartLanguage(language, arguments, {});
        const auto parsed = parseCommandLine(arguments);
        if (const auto *end = std::get_if<CommandLineEnd>(&parsed)) {
            printError(end->text);
            return end->exitCode;
        }
        return fail(QCoreApplication::translate("CommandLine", "There is no display to open a window on (the environment variable DISPLAY names it). `convscope train` works without one; see `convscope --help`."), ExitFailed);
    }
    Application application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt set it to the system's; numbers in files have a point
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
    QGuiApplication::setDesktopFileName(QStringLiteral("convscope"));
    Language language;
    chooseStartLanguage(language, arguments, WindowMemory().language());
    const auto parsed = parseCommandLine(QCoreApplication::arguments().mid(1));
    if (const auto *end = std::get_if<CommandLineEnd>(&parsed)) {
        printError(end->text);
        return end->exitCode;
    }
    const Options &options = std::get<Options>(parsed);
    Appearance appearance(application);
    appearance.choose(WindowMemory().scheme());
    MainWindow window(language, appearance);
    application.window = &window;
    const QString problem = applyStartExperiment(options, window);
    window.show();
    // LibTorch takes more than a second to load, and holds the painting up meanwhile.
    FirstPaint::then(&window, [&window, &options, problem] {
        openLaboratory(options, window);
        window.load(options.dataFolder.value_or(defaultDataFolder()));
        window.files().open(absolute(options.opened));
        if (!problem.isEmpty()) {
            window.showError(problem);
        }
    });
    signalWatcher.onSignal([&window] {
        QMetaObject::invokeMethod(&window, &MainWindow::closeWithoutAsking, Qt::QueuedConnection);
    });
    const int code = QApplication::exec();
    signalWatcher.onSignal({});
    application.window = nullptr;
    return signalWatcher.signalled() ? ExitInterrupted : code;
}
