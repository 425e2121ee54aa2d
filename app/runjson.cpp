// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runjson.h"

#include "app/jsonnumber.h"
#include "core/training/experimentjson.h"

#include <QJsonArray>

using namespace convscope;

namespace {

/// null before the first epoch.
QJsonValue epochJson(const std::optional<EpochReport> &report)
{
    if (!report) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("epoch"), report->epoch},
                       {QStringLiteral("train_loss"), jsonNumber(report->trainLoss)},
                       {QStringLiteral("train_accuracy"), jsonNumber(report->trainAccuracy)},
                       {QStringLiteral("test_loss"), jsonNumber(report->testLoss)},
                       {QStringLiteral("test_accuracy"), jsonNumber(report->testAccuracy)}};
}

} // namespace

QJsonObject runJson(const RunRecord &run)
{
    QJsonObject json{{QStringLiteral("id"), run.id},
            {QStringLiteral("name"), run.name},
            {QStringLiteral("state"), stateName(run.state)},
            {QStringLiteral("preset"), run.preset},
            {QStringLiteral("tags"), QJsonArray::fromStringList(run.tags)},
            {QStringLiteral("epochs_done"), run.epochs},
            {QStringLiteral("epochs"), run.start.experiment.training.epochs},
            {QStringLiteral("settings"), toJson(run.start.experiment)},
            {QStringLiteral("best"), epochJson(run.best)},
            {QStringLiteral("last"), epochJson(run.last)}};
    if (!run.parent.isEmpty()) {
        json.insert(QStringLiteral("parent"), run.parent);
        json.insert(QStringLiteral("parent_steps"), run.parentSteps);
    }
    return json;
}
