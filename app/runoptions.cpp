// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runoptions.h"

#include "app/optionbinder.h"

#include <QCoreApplication>

namespace {

constexpr const char *runDescription = QT_TRANSLATE_NOOP("CommandLine", "The id of a run, the beginning of one, or latest.");

void addList(CLI::App &app, Options &options)
{
    CLI::App *runs = addCommand(app, "runs", QT_TRANSLATE_NOOP("CommandLine", "List the recorded runs, newest first. Best is the epoch with the lowest test loss."), options, Options::Command::Runs);
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
    exportBinder.value("--decimal", &Options::decimal,
                       QT_TRANSLATE_NOOP("CommandLine", "csv: point, or comma with semicolons between the columns, as spreadsheets in many languages expect it."));
    exportBinder.laboratory();
    exportBinder.language();

    CLI::App *importing = addCommand(app, "import", QT_TRANSLATE_NOOP("CommandLine", "Add the run in a .convscope file, or all runs of another laboratory that are not here yet."), options, Options::Command::Import);
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
    deleting->add_flag("--damaged", options.damaged, help(QT_TRANSLATE_NOOP("CommandLine", "A run whose entry is damaged, so that it can't be read: for ever.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    deleting->add_flag("--undo", options.undo, help(QT_TRANSLATE_NOOP("CommandLine", "Take it out of the trash again.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.laboratory();
    binder.language();
}

void addThin(CLI::App &app, Options &options)
{
    CLI::App *thin = addCommand(app, "thin", QT_TRANSLATE_NOOP("CommandLine", "Free disk space: say what it would free, or remove every second kept moment of a run."), options, Options::Command::Thin);
    OptionBinder binder(*thin, options);
    binder.positional("ID", &Options::run, runDescription);
    thin->add_flag("--yes", options.yes, help(QT_TRANSLATE_NOOP("CommandLine", "Do it. Curves, predictions and what the run needs to go on stay.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.laboratory();
    binder.language();
}

void addClassify(CLI::App &app, Options &options)
{
    CLI::App *classify = addCommand(app, "classify", QT_TRANSLATE_NOOP("CommandLine", "Say what a trained network takes pictures for."), options, Options::Command::Classify);
    OptionBinder binder(*classify, options);
    binder.positionals("FILE", &Options::files, QT_TRANSLATE_NOOP("CommandLine", "Pictures in any format, size and colour."));
    binder.value("--run", &Options::run, runDescription);
    binder.value("--weights", &Options::weightsFile, QT_TRANSLATE_NOOP("CommandLine", "A safetensors file that `convscope export` wrote, in place of a run."));
    binder.value("--seen", &Options::seenFolder, QT_TRANSLATE_NOOP("CommandLine", "A folder for what the network saw of each picture, as PNG."));
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "One JSON object per line."));
}

void addCompare(CLI::App &app, Options &options)
{
    CLI::App *compare = addCommand(app, "compare", QT_TRANSLATE_NOOP("CommandLine", "Show in which settings runs differ, and what came out."), options, Options::Command::Compare);
    OptionBinder binder(*compare, options);
    binder.positionals("ID", &Options::runs, QT_TRANSLATE_NOOP("CommandLine", "Two runs or more, as for show. Two settings with the same seeds are held against each other by a paired test."));
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "As one JSON object."));
}

void addReport(CLI::App &app, Options &options)
{
    CLI::App *report = addCommand(app, "report", QT_TRANSLATE_NOOP("CommandLine", "Write a run, or a comparison of several, as one page of HTML or as PDF."), options, Options::Command::Report);
    OptionBinder binder(*report, options);
    binder.positionals("ID FILE", &Options::runs, QT_TRANSLATE_NOOP("CommandLine", "One run or more, as for show, and last the file to write: its name ends in .html or .pdf."));
    binder.data();
    binder.laboratory();
    binder.language();
}

void addSweep(CLI::App &app, Options &options)
{
    CLI::App *sweep = addCommand(app, "sweep", QT_TRANSLATE_NOOP("CommandLine", "Train many variants of an experiment. What the laboratory has already is not trained again."), options, Options::Command::Sweep);
    OptionBinder binder(*sweep, options);
    binder.positional("FILE", &Options::file, QT_TRANSLATE_NOOP("CommandLine", "What to try (JSON)."));
    binder.value("--index", &Options::index, QT_TRANSLATE_NOOP("CommandLine", "Of several machines, the number of this one, from 0."));
    binder.value("--of", &Options::of, QT_TRANSLATE_NOOP("CommandLine", "How many machines share the sweep."));
    binder.value("--threads", &Options::threads, QT_TRANSLATE_NOOP("CommandLine", "Processor threads of each run; 0 = chosen by the program."));
    sweep->add_flag("--plan", options.plan, help(QT_TRANSLATE_NOOP("CommandLine", "Only say what would be trained, and how long it takes.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.data();
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "One JSON object per line instead of the progress line."));
}

void addPaper(CLI::App &app, Options &options)
{
    CLI::App *paper = addCommand(app, "paper", QT_TRANSLATE_NOOP("CommandLine", "Train the paper's experiments, and hold its claims against them. What the laboratory has already is not trained again."), options, Options::Command::Paper);
    OptionBinder binder(*paper, options);
    binder.value("--report", &Options::report, QT_TRANSLATE_NOOP("CommandLine", "A folder for the report: paper.html, its figures and numbers."));
    binder.value("--seeds", &Options::seeds, QT_TRANSLATE_NOOP("CommandLine", "Seeds of the convolutional networks, for a band: 1-3, for example."));
    const std::string group = help(QT_TRANSLATE_NOOP("CommandLine", "Options"));
    paper->add_flag("--batch-norm", options.batchNorm, help(QT_TRANSLATE_NOOP("CommandLine", "Train cnn-2 and cnn-3 with batch normalisation, too.")))->group(group);
    paper->add_flag("--report-only", options.reportOnly, help(QT_TRANSLATE_NOOP("CommandLine", "Train nothing; report what the laboratory holds.")))->group(group);
    binder.value("--epochs", &Options::epochs, QT_TRANSLATE_NOOP("CommandLine", "For a trial: no more epochs than that."));
    binder.data();
    binder.laboratory();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "One JSON object per line instead of the progress line."));
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

void addFindRate(CLI::App &app, Options &options)
{
    CLI::App *find = addCommand(app, "find-rate", QT_TRANSLATE_NOOP("CommandLine", "Find a learning rate: train a throw-away network while the rate rises, and see where its loss falls."), options, Options::Command::FindRate);
    OptionBinder binder(*find, options);
    binder.source();
    binder.overrides();
    binder.value("--from", &Options::rateFrom, QT_TRANSLATE_NOOP("CommandLine", "The smallest rate; default: 1e-7."));
    binder.value("--to", &Options::rateTo, QT_TRANSLATE_NOOP("CommandLine", "The largest rate; default: 10."));
    binder.value("--steps", &Options::steps, QT_TRANSLATE_NOOP("CommandLine", "In how many steps it rises; default: 150."));
    find->add_flag("--points", options.points, help(QT_TRANSLATE_NOOP("CommandLine", "Print the whole curve, too.")))
        ->group(help(QT_TRANSLATE_NOOP("CommandLine", "Options")));
    binder.data();
    binder.language();
    binder.json(QT_TRANSLATE_NOOP("CommandLine", "As one JSON object."));
}

} // namespace

void addRunCommands(CLI::App &app, Options &options)
{
    addList(app, options);
    addShow(app, options);
    addResume(app, options);
    addExchange(app, options);
    addDelete(app, options);
    addThin(app, options);
    addClassify(app, options);
    addPaper(app, options);
    addFindRate(app, options);
    addCompare(app, options);
    addReport(app, options);
    addSweep(app, options);
    addTrash(app, options);
    addQueue(app, options);
}
