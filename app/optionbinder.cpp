// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optionbinder.h"

#include <QCoreApplication>

#include <algorithm>

std::string help(const char *source)
{
    return QCoreApplication::translate("CommandLine", source).toStdString();
}

CLI::App *addCommand(CLI::App &app, const char *name, const char *description, Options &options, Options::Command command)
{
    CLI::App *added = app.add_subcommand(name, help(description));
    added->group(help(QT_TRANSLATE_NOOP("CommandLine", "Commands")));
    added->callback([&options, command] { options.command = command; });
    translateLabels(*added);
    return added;
}

void translateLabels(CLI::App &app)
{
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", help(QT_TRANSLATE_NOOP("CommandLine", "Usage")));
    formatter->label("OPTIONS", help(QT_TRANSLATE_NOOP("CommandLine", "OPTIONS")));
    formatter->label("Options", help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    formatter->label("Positionals", help(QT_TRANSLATE_NOOP("CommandLine", "Arguments")));
    formatter->label("SUBCOMMAND", help(QT_TRANSLATE_NOOP("CommandLine", "COMMAND")));
    formatter->label("Subcommands", help(QT_TRANSLATE_NOOP("CommandLine", "Commands")));
    formatter->label("REQUIRED", help(QT_TRANSLATE_NOOP("CommandLine", "REQUIRED")));
    formatter->label("TEXT", help(QT_TRANSLATE_NOOP("CommandLine", "VALUE")));
    formatter->column_width(28);
    app.formatter(formatter);
    app.set_help_flag("-h,--help", help(QT_TRANSLATE_NOOP("CommandLine", "Show this help and end.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
}

OptionBinder::OptionBinder(CLI::App &app, Options &options)
    : m_app(app)
    , m_options(options)
{
}

void OptionBinder::value(const char *name, std::optional<QString> Options::*field, const char *description)
{
    Options &options = m_options;
    m_app.add_option_function<std::string>(
             name, [&options, field](const std::string &typed) { options.*field = QString::fromStdString(typed); },
             help(description))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")))
        ->type_name(help(QT_TRANSLATE_NOOP("CommandLine", "VALUE")))
        ->allow_extra_args(false)
        ->take_last();
}

void OptionBinder::positional(const char *name, std::optional<QString> Options::*field, const char *description)
{
    Options &options = m_options;
    m_app.add_option_function<std::string>(
             name, [&options, field](const std::string &typed) { options.*field = QString::fromStdString(typed); },
             help(description))
        ->type_name("")
        ->required();
}

void OptionBinder::positionals(const char *name, QStringList Options::*field, const char *description, int least)
{
    Options &options = m_options;
    m_app.add_option_function<std::vector<std::string>>(
             name,
             [&options, field](const std::vector<std::string> &typed) {
                 for (const std::string &text : typed) {
                     (options.*field) << QString::fromStdString(text);
                 }
             },
             help(description))
        ->type_name("")
        ->expected(std::max(least, 1), CLI::detail::expected_max_vector_size) // "FILE..." in the help; may be left out
        ->required(least > 0);
}


void OptionBinder::optionalPositional(const char *name, std::optional<QString> Options::*field, const char *description)
{
    Options &options = m_options;
    m_app.add_option_function<std::string>(
             name, [&options, field](const std::string &typed) { options.*field = QString::fromStdString(typed); },
             help(description))
        ->type_name("");
}

void OptionBinder::overrides()
{
    value("--epochs", &Options::epochs, QT_TRANSLATE_NOOP("CommandLine", "How often every picture is seen."));
    value("--patience", &Options::patience, QT_TRANSLATE_NOOP("CommandLine", "End early after so many epochs without a better test loss; 0 = never."));
    value("--smallest-change", &Options::smallestChange, QT_TRANSLATE_NOOP("CommandLine", "Only a test loss lower by more than this counts as better."));
    value("--keep", &Options::keep, QT_TRANSLATE_NOOP("CommandLine", "Whose weights are exported: last, or best epoch."));
    value("--learning-rate", &Options::learningRate, QT_TRANSLATE_NOOP("CommandLine", "Size of the steps, for example 0.001."));
    value("--batch-size", &Options::batchSize, QT_TRANSLATE_NOOP("CommandLine", "Pictures per step."));
    value("--dropout", &Options::dropout, QT_TRANSLATE_NOOP("CommandLine", "Share of neurons left out, 0 to below 1."));
    value("--seed", &Options::seed, QT_TRANSLATE_NOOP("CommandLine", "Same seed and threads, same numbers."));
    value("--threads", &Options::threads, QT_TRANSLATE_NOOP("CommandLine", "Processor threads; 0 = chosen by the program."));
    value("--engine", &Options::engine, QT_TRANSLATE_NOOP("CommandLine", "fast, or reference: LibTorch's own layers, slower."));
    value("--precision", &Options::precision, QT_TRANSLATE_NOOP("CommandLine", "float32, or bfloat16: quicker, with rounded products."));
    value("--train-images", &Options::trainImages, QT_TRANSLATE_NOOP("CommandLine", "How many training pictures to use; 0 = all."));
    value("--label-noise", &Options::labelNoise, QT_TRANSLATE_NOOP("CommandLine", "Share of wrong labels, 0 to 0.5."));
}

void OptionBinder::source()
{
    value("--preset", &Options::preset, QT_TRANSLATE_NOOP("CommandLine", "A ready experiment; see `convscope presets`."));
    value("--settings", &Options::settingsFile,
          QT_TRANSLATE_NOOP("CommandLine", "A settings file (JSON) in place of a preset."));
}

void OptionBinder::data()
{
    value("--data", &Options::dataFolder,
          QT_TRANSLATE_NOOP("CommandLine", "Folder with the four IDX files; default: the last one, else Fashion-MNIST."));
}

void OptionBinder::language()
{
    value("--language", &Options::language, QT_TRANSLATE_NOOP("CommandLine", "en or es; default: the system's."));
}

void OptionBinder::laboratory()
{
    value("--laboratory", &Options::laboratory,
          QT_TRANSLATE_NOOP("CommandLine", "The file with all runs; default: CONVSCOPE_LABORATORY, else in the home folder."));
}

void OptionBinder::json(const char *description)
{
    m_app.add_flag("--json", m_options.json, help(description))->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
}
