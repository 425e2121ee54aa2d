// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/experimentlines.h"

#include "core/training/experimentjson.h"
#include "core/training/frozenfilters.h"
#include "core/training/settingname.h"
#include "core/training/settingvaluetext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace convscope {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ExperimentLines)
};

void addLines(const QJsonValue &value, const QString &path, QStringList &lines)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            addLines(member.value(), path + QLatin1Char('.') + member.key(), lines);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            addLines(array[i], QStringLiteral("%1[%2]").arg(path).arg(i), lines);
        }
    } else {
        lines << Texts::tr("%1: %2").arg(settingName(path), settingValueText(path, value));
    }
}

} // namespace

QStringList settingLines(const Experiment &experiment)
{
    Experiment others = experiment;
    others.training.frozenFilters.clear(); // in one line, below
    const QJsonObject json = toJson(others);
    QStringList lines;
    for (const char *part : {"architecture", "training"}) {
        const QString key = QString::fromLatin1(part);
        addLines(json[key], key, lines);
    }
    if (const QString frozen = frozenFiltersText(experiment.training.frozenFilters); !frozen.isEmpty()) {
        lines << Texts::tr("%1: %2").arg(settingName(QStringLiteral("training.frozen_filters")), frozen);
    }
    return lines;
}

} // namespace convscope
