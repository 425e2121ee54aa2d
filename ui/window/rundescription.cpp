// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rundescription.h"

#include "core/common/counttext.h"
#include "core/training/trainingrun.h"
#include "ui/models/experimentlines.h"

#include <QCoreApplication>
#include <QLocale>

namespace convscope {

namespace {

constexpr int shownDigits = 12;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::RunDescription)
};

} // namespace

RunDetailsContent describe(const TrainingRun &run, std::optional<qint64> bytes, const QString &parent)
{
    RunDetailsContent content;
    content.number = run.number();
    content.labels = run.labels();
    content.canBeThinned = !run.id().isEmpty() && isFinal(run.state());
    content.settings = settingLines(run.experiment()).join(QLatin1Char('\n'));
    const auto add = [&content](const QString &title, const QString &value) {
        if (!value.isEmpty()) {
            content.madeWith.append({title, value});
        }
    };
    add(Texts::tr("Begun"), QLocale().toString(run.created().toLocalTime(), QLocale::ShortFormat));
    add(Texts::tr("Seed"), countText(run.experiment().training.seed));
    if (const std::optional<RunStarted> start = run.history()->started()) {
        add(Texts::tr("Threads"), countText(start->threads));
        add(Texts::tr("Data"), Texts::tr("%1, checksum %2…").arg(start->dataName, start->dataChecksum.left(shownDigits)));
        add(Texts::tr("Made with"), QStringList{run.program(), start->engine}.join(QStringLiteral(", ")));
    }
    if (const std::optional<RunEnd> end = run.history()->ended()) {
        add(Texts::tr("End"), reasonText(*end));
    }
    add(Texts::tr("Branched off"), parent);
    if (bytes) {
        add(Texts::tr("Disk use"), QLocale().formattedDataSize(*bytes));
    }
    return content;
}

QStringList differencesInMaking(const TrainingRun &run, const TrainingRun &original)
{
    QStringList sentences;
    const auto compare = [&sentences](const QString &title, const QString &now, const QString &then) {
        if (now != then) {
            sentences << Texts::tr("%1: %2 now, %3 then.").arg(title, now, then);
        }
    };
    const std::optional<RunStarted> start = run.history()->started();
    const std::optional<RunStarted> before = original.history()->started();
    if (start && before) {
        compare(Texts::tr("Threads"), countText(start->threads), countText(before->threads));
        compare(Texts::tr("Data"), start->dataChecksum.left(shownDigits), before->dataChecksum.left(shownDigits));
        compare(Texts::tr("Libraries"), start->engine, before->engine);
    }
    compare(Texts::tr("Program and processor"), run.program(), original.program());
    return sentences;
}

} // namespace convscope
