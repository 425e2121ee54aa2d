// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/optionbinder.h"
#include "app/runoptions.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace {

void addTrain(CLI::App &app, Options &options)
{
    CLI::App *train = addCommand(app, "train", QT_TRANSLATE_NOOP("CommandLine", "Train a network and print its progress."), options, Options::Command::Train);
    OptionBinder binder(*train, options);
    binder.source();
    binder.overrides();
    binder.value("--weights", &Options::weights, QT_TRANSLATE_NOOP("CommandLine", "A safetensors file with the weights to begin with, of the same network."));
    binder.data();
    binder.value("--laboratory", &Options::laboratory,
                 QT_TRANSLATE_NOOP("CommandLine", "The file that records the run, or none; default: CONVSCOPE_LABORATORY, else in the home folder."));
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "One JSON object per line instead of the progress line."));
}

void addSmallCommands(CLI::App &app, Options &options)
{
    CLI::App *presets = addCommand(app, "presets", QT_TRANSLATE_NOOP("CommandLine", "List the ready experiments."), options, Options::Command::Presets);
    OptionBinder presetsBinder(*presets, options);
    presetsBinder.language();
    presetsBinder.json(QT_TRANSLATE_NOOP("CommandLine", "As a JSON list; each entry is what --settings reads from a file."));

    CLI::App *describe = addCommand(app, "describe", QT_TRANSLATE_NOOP("CommandLine", "Show the layers of a network: shapes, parameters, multiplications."), options, Options::Command::Describe);
    OptionBinder describeBinder(*describe, options);
    describeBinder.source();
    describeBinder.value("--dropout", &Options::dropout, QT_TRANSLATE_NOOP("CommandLine", "Share of neurons left out, 0 to below 1."));
    describeBinder.language();
    describeBinder.json(QT_TRANSLATE_NOOP("CommandLine", "As one JSON object."));
}

QString usageError(const CLI::App &app, const CLI::ParseError &error)
{
    const QString hint = text(QT_TRANSLATE_NOOP("CommandLine", "See `convscope --help`."));
    QString sentence;
    if (dynamic_cast<const CLI::ExtrasError *>(&error)) {
        std::vector<std::string> extras = app.remaining(true);
        sentence = text(QT_TRANSLATE_NOOP("CommandLine", "Unknown argument %1."))
                       .arg(QString::fromStdString(extras.empty() ? std::string() : extras.front()));
    } else if (dynamic_cast<const CLI::ArgumentMismatch *>(&error)) {
        sentence = text(QT_TRANSLATE_NOOP("CommandLine", "An option has no value, or a value where none belongs: %1."))
                       .arg(QString::fromStdString(error.what()).section(QLatin1Char(':'), 0, 0));
    } else {
        sentence = text(QT_TRANSLATE_NOOP("CommandLine", "The command line is not understood: %1."))
                       .arg(QString::fromStdString(error.what()));
    }
    return sentence + QLatin1Char(' ') + hint;
}

/// A mistyped command is no file to open. Empty, or the first argument that is neither.
QString unknownFile(const Options &options)
{
    for (const QString &name : options.opened) {
        const bool hasKnownName = name.contains(QRegularExpression(QStringLiteral("\\.(convscope|sqlite|json|safetensors)$"), QRegularExpression::CaseInsensitiveOption));
        if (options.command != Options::Command::Window || !(hasKnownName || QFileInfo::exists(name))) {
            return name;
        }
    }
    return QString();
}

} // namespace

QString languageArgument(const QStringList &arguments)
{
    const QString equals = QStringLiteral("--language=");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(equals)) {
            return arguments[i].mid(equals.size());
        }
        if (arguments[i] == QLatin1String("--language") && i + 1 < arguments.size()) {
            return arguments[i + 1];
        }
    }
    return {};
}

bool isHeadless(const QStringList &arguments)
{
    const auto parsed = parseCommandLine(arguments);
    if (const auto *end = std::get_if<CommandLineEnd>(&parsed)) {
        return end->exitCode == ExitFinished; // a mistake is looked at again without Qt's own options
    }
    return std::get<Options>(parsed).command != Options::Command::Window;
}

bool drawsText(const QStringList &arguments)
{
    const auto parsed = parseCommandLine(arguments);
    const auto *options = std::get_if<Options>(&parsed);
    return options && options->command == Options::Command::Report;
}

std::variant<Options, CommandLineEnd> parseCommandLine(const QStringList &arguments)
{
    Options options;
    CLI::App app(help(QT_TRANSLATE_NOOP("CommandLine",
                                        "ConvScope trains small image classifiers and shows what they learn. Without a command it opens its window.")),
                 "convscope");
    translateLabels(app);
    bool version = false;
    app.add_flag("--version", version, help(QT_TRANSLATE_NOOP("CommandLine", "Show the versions of the program and of what it uses.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    OptionBinder binder(app, options);
    binder.source();
    binder.data();
    binder.value("--laboratory", &Options::laboratory,
                 QT_TRANSLATE_NOOP("CommandLine", "The file with all runs, or none: nothing is kept; default: CONVSCOPE_LABORATORY, else in the home folder."));
    binder.language();
    binder.positionals("FILE", &Options::opened, QT_TRANSLATE_NOOP("CommandLine", "What the window opens: .convscope files and laboratories, whose runs are added and shown; settings (.json); weights (.safetensors)."), 0);
    addTrain(app, options);
    addSmallCommands(app, options);
    addRunCommands(app, options);
    app.require_subcommand(0, 1);
    app.footer(help(QT_TRANSLATE_NOOP("CommandLine",
                                      "Exit codes: 0 finished, 1 failed or diverged, 2 wrong usage, 3 data can't be read, 4 the laboratory can't be used, 130 interrupted.")));
    std::vector<std::string> reversed;
    for (auto argument = arguments.crbegin(); argument != arguments.crend(); ++argument) {
        reversed.push_back(argument->toStdString());
    }
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp &) {
        const std::vector<CLI::App *> chosen = app.get_subcommands();
        const CLI::App &asked = chosen.empty() ? app : *chosen.front();
        return CommandLineEnd{ExitFinished, QString::fromStdString(chosen.empty() ? asked.help() : asked.help("convscope")).trimmed()};
    } catch (const CLI::ParseError &error) {
        return CommandLineEnd{ExitUsage, usageError(app, error)};
    }
    if (options.language && *options.language != QLatin1String("en") && *options.language != QLatin1String("es")) {
        return CommandLineEnd{ExitUsage,
                              text(QT_TRANSLATE_NOOP("CommandLine", "There is no language “%1”: choose en or es."))
                                  .arg(*options.language)};
    }
    if (const QString unknown = unknownFile(options); !unknown.isEmpty()) {
        return CommandLineEnd{ExitUsage, text(QT_TRANSLATE_NOOP("CommandLine", "Unknown argument %1.")).arg(unknown) + QLatin1Char(' ')
                                             + text(QT_TRANSLATE_NOOP("CommandLine", "See `convscope --help`."))};
    }
    if (version) {
        options.command = Options::Command::Version;
    }
    return options;
}
