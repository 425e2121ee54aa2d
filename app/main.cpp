// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/classifycommand.h"
#include "app/commandline.h"
#include "app/comparecommand.h"
#include "app/exitcode.h"
#include "app/exportcommand.h"
#include "app/findratecommand.h"
#include "app/infocommands.h"
#include "app/output.h"
#include "app/papercommand.h"
#include "app/queuecommand.h"
#include "app/reportcommand.h"
#include "app/resumecommand.h"
#include "app/runcommands.h"
#include "app/signalwatcher.h"
#include "app/sweepcommand.h"
#include "app/traincommand.h"
#include "app/windowcommand.h"
#include "core/common/language.h"
#include "core/training/engineloader.h"

#include <QGuiApplication>

#include <clocale>
#include <memory>

namespace {

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    return arguments;
}

int runHeadless(const Options &options, SignalWatcher &signalWatcher)
{
    switch (options.command) {
    case Options::Command::Train:
        return runTrainCommand(options, signalWatcher);
    case Options::Command::Presets:
        return runPresetsCommand(options);
    case Options::Command::Describe:
        return runDescribeCommand(options);
    case Options::Command::Version:
        return runVersionCommand();
    case Options::Command::Runs:
        return runRunsCommand(options);
    case Options::Command::Show:
        return runShowCommand(options);
    case Options::Command::Resume:
        return runResumeCommand(options, signalWatcher);
    case Options::Command::Export:
        return runExportCommand(options);
    case Options::Command::Import:
        return runImportCommand(options);
    case Options::Command::Delete:
        return runDeleteCommand(options);
    case Options::Command::Thin:
        return runThinCommand(options);
    case Options::Command::Classify:
        return runClassifyCommand(options);
    case Options::Command::Compare:
        return runCompareCommand(options);
    case Options::Command::Sweep:
        return runSweepCommand(options, signalWatcher);
    case Options::Command::Paper:
        return runPaperCommand(options, signalWatcher);
    case Options::Command::Trash:
        return runTrashCommand(options);
    case Options::Command::Queue:
        return runQueueCommand(options, signalWatcher);
    case Options::Command::FindRate:
        return runFindRateCommand(options, signalWatcher);
    case Options::Command::Report:
        return runReportCommand(options);
    case Options::Command::Window:
        break;
    }
    return ExitUsage;
}

/// Only a report needs fonts; a display it doesn't need either.
std::unique_ptr<QCoreApplication> headlessApplication(int &argc, char **argv, const QStringList &arguments)
{
    if (!drawsText(arguments)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {}); // about a session that a report doesn't need
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(nullptr);
    return application;
}

} // namespace

int main(int argc, char **argv)
{
    convscope::chooseOpenMpDefaults(); // before any other thread
    SignalWatcher signalWatcher; // the second: it blocks the signals for all that follow
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CONVSCOPE_VERSION));
    const QStringList arguments = argumentList(argc, argv);
    if (!isHeadless(arguments)) {
        return runWindow(argc, argv, arguments, signalWatcher);
    }
    const auto application = headlessApplication(argc, argv, arguments);
    std::setlocale(LC_NUMERIC, "C"); // Qt set it to the system's; numbers in files have a point
    convscope::Language language;
    const QString asked = languageArgument(arguments);
    language.choose(asked.isEmpty() ? convscope::Language::systemCode() : asked);
    const auto parsed = parseCommandLine(arguments);
    if (const auto *end = std::get_if<CommandLineEnd>(&parsed)) {
        if (end->exitCode != ExitFinished) {
            printError(end->text);
            return end->exitCode;
        }
        Output output;
        output.line(end->text);
        return output.ok() ? ExitFinished : ExitFailed;
    }
    return runHeadless(std::get<Options>(parsed), signalWatcher);
}
