// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runfacts.h"

#include "core/common/duration.h"
#include "core/common/numberformat.h"
#include "core/model/layersummary.h"
#include "core/report/repeatcommand.h"
#include "core/runs/comparison.h"
#include "core/training/frozenfilters.h"
#include "core/training/presets.h"
#include "core/training/settingname.h"
#include "core/training/settingvaluetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

/// Titles on the left, values on the right.
class Facts
{
public:
    ReportTable table;

    Facts() { table.textColumns = 2; }

    void add(const QString &title, const QString &value)
    {
        if (!value.isEmpty()) {
            table.rows.push_back({{title, {}, false}, {value, {}, false}});
        }
    }
};

QString dateText(const QDateTime &date)
{
    return date.isValid() ? QLocale().toString(date.toLocalTime(), QStringLiteral("d MMM yyyy, H:mm")) : QString();
}

QString accuracyText(const EpochReport &report)
{
    return Words::tr("%1 (after epoch %2)").arg(percentText(report.testAccuracy, 2), wholeText(report.epoch));
}

QString lossAfterText(const EpochReport &report)
{
    return Words::tr("%1 (after epoch %2)").arg(lossText(report.testLoss), wholeText(report.epoch));
}

/// The built-in one that the run is named after.
std::optional<Experiment> presetOf(const RunRecord &run)
{
    for (const Preset &preset : builtInPresets()) {
        if (preset.experiment.name == run.preset) {
            return preset.experiment;
        }
    }
    return std::nullopt;
}

/// The list of frozen filters reads better in one line.
std::map<QString, QJsonValue> settingsOf(Experiment experiment)
{
    const QString frozen = frozenFiltersText(experiment.training.frozenFilters);
    experiment.training.frozenFilters.clear();
    std::map<QString, QJsonValue> settings = settingsByPath(experiment);
    if (!frozen.isEmpty()) {
        settings[QStringLiteral("training.frozen_filters")] = frozen;
    }
    return settings;
}

QString valueOf(const std::map<QString, QJsonValue> &settings, const QString &path)
{
    const auto found = settings.find(path);
    return found == settings.end() ? QStringLiteral("–") : settingValueText(path, found->second);
}

/// Has no effect, because another setting switches it off.
bool isIdle(const QString &path, const TrainingSettings &training)
{
    return (path == QLatin1String("training.momentum") && training.optimizer == Optimizer::Adam)
        || (path.startsWith(QLatin1String("training.schedule.step_")) && training.schedule.kind != ScheduleKind::Step)
        || (path == QLatin1String("training.early_stopping.smallest_change") && training.earlyStopping.patience == 0);
}

/// The training's first: they are what people look for. The network's block by block.
QStringList pathsOf(const std::map<QString, QJsonValue> &settings, const std::map<QString, QJsonValue> &others, const TrainingSettings &training)
{
    std::map<QString, QJsonValue> all = settings;
    all.insert(others.begin(), others.end());
    QStringList paths;
    for (const auto &[path, value] : all) {
        if (!isIdle(path, training)) {
            paths << path;
        }
    }
    const auto key = [](const QString &path) {
        const bool isTraining = path.startsWith(QLatin1String("training."));
        const QString block = isTraining ? QString() : path.section(QLatin1Char(']'), 0, 0);
        return std::tuple(!isTraining, block, settingPlace(path), path);
    };
    std::sort(paths.begin(), paths.end(), [&key](const QString &a, const QString &b) { return key(a) < key(b); });
    return paths;
}

QString shapeText(const LayerSummary &layer)
{
    return layer.height == 1 && layer.width == 1 ? wholeText(layer.channels)
                                                 : QStringLiteral("%1 × %2 × %3").arg(wholeText(layer.channels), wholeText(layer.height), wholeText(layer.width));
}

QString changeText(const RunEvent &event)
{
    QStringList changes;
    const auto compare = [&changes](const char *path, double before, double after) {
        if (before != after) {
            changes << Words::tr("%1 from %2 to %3").arg(settingName(QLatin1String(path)), settingText(before), settingText(after));
        }
    };
    compare("training.learning_rate", event.before.learningRate, event.after.learningRate);
    compare("training.weight_decay", event.before.weightDecay, event.after.weightDecay);
    compare("dropout", event.before.dropout, event.after.dropout);
    return Words::tr("After %1 batches: %2.").arg(wholeText(double(event.steps)), changes.join(QStringLiteral(", ")));
}

QStringList changesOf(const ReportedRun &run)
{
    QStringList changes;
    for (const RunEvent &event : run.events) {
        if (event.kind == RunEvent::Kind::SettingsChanged) {
            changes << changeText(event);
        }
    }
    return changes;
}

} // namespace

QString recordStateText(RecordState state)
{
    switch (state) {
    case RecordState::Running:
        return Words::tr("training");
    case RecordState::Paused:
        return Words::tr("paused");
    case RecordState::Finished:
        return Words::tr("finished");
    case RecordState::Stopped:
        return Words::tr("stopped");
    case RecordState::Diverged:
        return Words::tr("diverged");
    case RecordState::Failed:
        return Words::tr("failed");
    case RecordState::Interrupted:
        break;
    }
    return Words::tr("interrupted");
}

ReportTable outcomeTable(const ReportedRun &run)
{
    Facts facts;
    const RunRecord &record = run.record;
    facts.add(Words::tr("State"), recordStateText(record.state));
    facts.add(Words::tr("Reason"), record.end ? reasonText(*record.end) : QString());
    facts.add(Words::tr("Epochs"), Words::tr("%1 of %2").arg(wholeText(record.epochs), wholeText(record.start.experiment.training.epochs)));
    if (!run.epochs.empty()) {
        const EpochReport &last = run.epochs.back();
        facts.add(Words::tr("Last test accuracy"), percentText(last.testAccuracy, 2));
        facts.add(Words::tr("Best test accuracy"), run.best() ? accuracyText(*run.best()) : QString()); // as everywhere: where the test loss is lowest
        facts.add(Words::tr("Last test loss"), lossText(last.testLoss));
        facts.add(Words::tr("Lowest test loss"), run.best() ? lossAfterText(*run.best()) : QString());
        facts.add(Words::tr("Last train accuracy"), percentText(last.trainAccuracy, 2));
        facts.add(Words::tr("Last train loss"), lossText(last.trainLoss));
        facts.add(Words::tr("Time"), durationText(run.seconds()));
    }
    facts.add(Words::tr("Parameters"), wholeText(double(record.start.parameters)));
    facts.add(Words::tr("Multiplications per picture"),
              wholeText(double(summarize(record.start.experiment.architecture, run.side(), run.classes()).multiplications)));
    return facts.table;
}

std::vector<ReportBlock> noteBlocks(const ReportedRun &run, int headingLevel)
{
    std::vector<ReportBlock> blocks;
    if (run.record.note.isEmpty() && run.record.tags.isEmpty()) {
        return blocks;
    }
    blocks.push_back(ReportHeading{Words::tr("Notes"), headingLevel});
    if (!run.record.tags.isEmpty()) {
        blocks.push_back(ReportParagraph{Words::tr("Tags: %1").arg(run.record.tags.join(QStringLiteral(", "))), false});
    }
    if (!run.record.note.isEmpty()) {
        blocks.push_back(ReportParagraph{run.record.note, false});
    }
    return blocks;
}

std::vector<ReportBlock> settingBlocks(const ReportedRun &run, int headingLevel)
{
    const std::map<QString, QJsonValue> settings = settingsOf(run.record.start.experiment);
    const std::optional<Experiment> preset = presetOf(run.record);
    const std::map<QString, QJsonValue> usual = preset ? settingsOf(*preset) : settings;
    QStringList paths = pathsOf(settings, usual, run.record.start.experiment.training);
    const auto differs = [&](const QString &path) {
        const auto a = settings.find(path);
        const auto b = usual.find(path);
        return a == settings.end() || b == usual.end() || a->second != b->second;
    };
    const auto same = std::stable_partition(paths.begin(), paths.end(), differs);
    const auto differing = same - paths.begin();
    ReportTable table;
    table.textColumns = 1;
    table.header = {{Words::tr("Setting"), {}, false}, {Words::tr("Value"), {}, false}};
    if (differing > 0) {
        table.header.push_back({Words::tr("In “%1”").arg(preset->name), {}, false});
    }
    for (qsizetype i = 0; i < paths.size(); ++i) {
        table.rows.push_back({{settingName(paths[i]), {}, i < differing}, {valueOf(settings, paths[i]), {}, i < differing}});
        if (differing > 0) {
            table.rows.back().push_back({i < differing ? valueOf(usual, paths[i]) : QString(), {}, false});
        }
    }
    std::vector<ReportBlock> blocks{ReportHeading{Words::tr("Settings"), headingLevel}};
    if (preset) {
        blocks.push_back(ReportParagraph{differing > 0 ? Words::tr("What differs from the ready experiment “%1” comes first.").arg(preset->name)
                                                       : Words::tr("All settings are those of the ready experiment “%1”.").arg(preset->name), true});
    }
    blocks.push_back(std::move(table));
    return blocks;
}

ReportTable layerTable(const ReportedRun &run)
{
    ReportTable table;
    table.header = {{Words::tr("Layer"), {}, false}, {Words::tr("Output"), {}, false}, {Words::tr("Parameters"), {}, false}, {Words::tr("Multiplications"), {}, false}};
    const ArchitectureSummary summary = summarize(run.record.start.experiment.architecture, run.side(), run.classes());
    for (const LayerSummary &layer : summary.layers) {
        table.rows.push_back({{layer.name.isEmpty() ? layerKindName(layer.kind) : QStringLiteral("%1 (%2)").arg(layerKindName(layer.kind), layer.name), {}, false},
                              {shapeText(layer), {}, false}, {wholeText(double(layer.parameters)), {}, false}, {wholeText(double(layer.multiplications)), {}, false}});
    }
    return table;
}

std::vector<ReportBlock> originBlocks(const ReportedRun &run, int headingLevel)
{
    const RunRecord &record = run.record;
    Facts facts;
    facts.add(Words::tr("Run"), record.id);
    facts.add(Words::tr("Begun"), dateText(record.created));
    if (!record.parent.isEmpty()) {
        facts.add(Words::tr("Branched off"), Words::tr("%1, after %2 batches").arg(run.parentName.isEmpty() ? record.parent : run.parentName, wholeText(double(record.parentSteps))));
    }
    facts.add(Words::tr("Made with"), record.program);
    facts.add(Words::tr("Engine"), record.start.engine);
    facts.add(Words::tr("Threads"), wholeText(record.start.threads));
    facts.add(Words::tr("Seed"), wholeText(double(record.start.experiment.training.seed)));
    facts.add(Words::tr("Data"), Words::tr("%1: %2 training pictures, %3 test pictures").arg(record.start.dataName, wholeText(record.start.trainImages), wholeText(record.start.testImages)));
    facts.add(Words::tr("Checksum of the data"), record.start.dataChecksum);
    std::vector<ReportBlock> blocks{ReportHeading{Words::tr("What it was made with"), headingLevel}, std::move(facts.table)};
    if (const QStringList changes = changesOf(run); !changes.isEmpty()) {
        blocks.push_back(ReportParagraph{Words::tr("Settings were changed while it trained:") + QLatin1Char('\n') + changes.join(QLatin1Char('\n')), false});
    }
    if (!run.problems.isEmpty()) {
        blocks.push_back(ReportParagraph{run.problems.join(QLatin1Char('\n')), false});
    }
    return blocks;
}

std::vector<ReportBlock> repeatBlocks(const ReportedRun &run, int headingLevel)
{
    std::vector<ReportBlock> blocks{ReportHeading{Words::tr("How to repeat it"), headingLevel}};
    const RepeatCommand command = repeatCommand(run.record);
    if (!command.settings.isEmpty()) {
        blocks.push_back(ReportParagraph{Words::tr("Save this as %1:").arg(command.settingsFile), false});
        blocks.push_back(ReportCode{QString::fromUtf8(command.settings).trimmed()});
        blocks.push_back(ReportParagraph{Words::tr("Then, in the same folder:"), false});
    }
    blocks.push_back(ReportCode{command.line});
    QStringList sentences{Words::tr("On the same processor, with the same versions, it gives the same numbers to the last bit.")};
    if (!run.record.parent.isEmpty()) {
        sentences << Words::tr("But this run branched off another one: the command trains from the beginning.");
    }
    if (!changesOf(run).isEmpty()) {
        sentences << Words::tr("But settings were changed while this run trained: the command trains without these changes.");
    }
    blocks.push_back(ReportParagraph{sentences.join(QLatin1Char(' ')), true});
    return blocks;
}

} // namespace convscope
