// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runoptions.h"

#include "app/optionbinder.h"

#include <QCoreApplication>

namespace {

constexpr const char *runDescription = QT_TRANSLATE_NOOP("CommandLine", "The id of a run, the beginning of one, or latest.");

void addList(CLI::App &app, Options &options)
{
    CLI::App *runs = addCommand(app, "runs", QT_TRANSLATE_NOOP("CommandLine", "List the recorded runs, newest first."), options, Options::Command::Runs);
    OptionBinder binder(*runs, options);
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "As a JSON list."));
}

void addShow(CLI::App &app, Options &options)
{
    CLI::App *show = addCommand(app, "show", QT_TRANSLATE_NOOP("CommandLine", "Show what a run was made with and what came out."), options, Options::Command::Show);
    OptionBinder binder(*show, options);
    binder.positional("ID", &Options::run, runDescription);
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "As one JSON object."));
}

void addResume(CLI::App &app, Options &options)
{
    CLI::App *resume = addCommand(app, "resume", QT_TRANSLATE_NOOP("CommandLine", "Go on with a run that was stopped or interrupted, or train more epochs."), options, Options::Command::Resume);
    OptionBinder binder(*resume, options);
    binder.positional("ID", &Options::run, runDescription);
    binder.value("--epochs", &Options::epochs, QT_TRANSLATE_NOOP("CommandLine", "How many epochs the run shall have in all."));
    binder.data();
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "One JSON object per line instead of the progress line."));
}

void addExchange(CLI::App &app, Options &options)
{
    CLI::App *exporting = addCommand(app, "export", QT_TRANSLATE_NOOP("CommandLine", "Write a run to a file."), options, Options::Command::Export);
    OptionBinder exportBinder(*exporting, options);
    exportBinder.positional("ID", &Options::run, runDescription);
    exportBinder.positional("FILE", &Options::file, QT_TRANSLATE_NOOP("CommandLine", "The file to write."));
    exportBinder.value("--format", &Options::format,
                       QT_TRANSLATE_NOOP("CommandLine", "convscope: the whole run; safetensors, onnx: its last weights; pytorch: a script that builds and trains the network; tensorboard, csv: its curves; settings: what --settings reads."));
    exportBinder.laboratory();
    exportBinder.language();

    CLI::App *importing = addCommand(app, "import", QT_TRANSLATE_NOOP("CommandLine", "Add the run in a .convscope file."), options, Options::Command::Import);
    OptionBinder importBinder(*importing, options);
    importBinder.positional("FILE", &Options::file, QT_TRANSLATE_NOOP("CommandLine", "The file to read."));
    importBinder.laboratory();
    importBinder.language();
}

void addDelete(CLI::App &app, Options &options)
{
    CLI::App *deleting = addCommand(app, "delete", QT_TRANSLATE_NOOP("CommandLine", "Move a run to the trash."), options, Options::Command::Delete);
    OptionBinder binder(*deleting, options);
    binder.positional("ID", &Options::run, runDescription);
    deleting->add_flag("--undo", options.undo, help(QT_TRANSLATE_NOOP("CommandLine", "Take it out of the trash again.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.laboratory();
    binder.language();
}

void addTrash(CLI::App &app, Options &options)
{
    CLI::App *trash = addCommand(app, "trash", QT_TRANSLATE_NOOP("CommandLine", "List the runs in the trash, or empty it."), options, Options::Command::Trash);
    OptionBinder binder(*trash, options);
    trash->add_flag("--empty", options.empty, help(QT_TRANSLATE_NOOP("CommandLine", "Erase every run in the trash, for ever.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "As a JSON list."));
}

void addQueue(CLI::App &app, Options &options)
{
    CLI::App *queue = addCommand(app, "queue", QT_TRANSLATE_NOOP("CommandLine", "Trainings that wait: list, add --preset NAME, run, remove N, move N PLACE, skip N, edit N."), options, Options::Command::Queue);
    OptionBinder binder(*queue, options);
    binder.optionalPositional("ACTION", &Options::action, QT_TRANSLATE_NOOP("CommandLine", "list, add, run, remove, move, skip or edit."));
    binder.optionalPositional("N", &Options::entry, QT_TRANSLATE_NOOP("CommandLine", "The number of an entry."));
    binder.optionalPositional("PLACE", &Options::place, QT_TRANSLATE_NOOP("CommandLine", "move: the new place, counted from 1."));
    binder.source();
    binder.overrides();
    binder.value("--parallel", &Options::parallel, QT_TRANSLATE_NOOP("CommandLine", "run: how many train at once, 1 or 2; they share the processor's cores."));
    queue->add_flag("--undo", options.undo, help(QT_TRANSLATE_NOOP("CommandLine", "skip: let it wait again.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.data();
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "As a JSON list, or one JSON object per line."));
}

} // namespace

void addRunCommands(CLI::App &app, Options &options)
{
    addList(app, options);
    addShow(app, options);
    addResume(app, options);
    addExchange(app, options);
    addDelete(app, options);
    addTrash(app, options);
    addQueue(app, options);
}
