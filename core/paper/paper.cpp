// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paper.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Outside the namespaces, as the macro asks.
static void initResources()
{
    Q_INIT_RESOURCE(paper);
}

namespace convscope {

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray()) {
        list << entry.toString();
    }
    return list;
}

PaperClaim::Kind kindOf(const QString &name)
{
    static const QStringList names{QStringLiteral("falls_fast_until"), QStringLiteral("test_near_train"), QStringLiteral("accuracy_about"),
                                   QStringLiteral("accuracy_above"),   QStringLiteral("best_of"),         QStringLiteral("overfits_from"),
                                   QStringLiteral("lower_loss"),       QStringLiteral("better"),          QStringLiteral("takes_longer")};
    const qsizetype index = names.indexOf(name);
    Q_ASSERT(index >= 0); // the file is part of the program
    return PaperClaim::Kind(index);
}

PaperClaim claimOf(const QJsonObject &object)
{
    PaperClaim claim;
    claim.kind = kindOf(object[QLatin1String("kind")].toString());
    claim.run = object[QLatin1String("run")].toString();
    claim.others = strings(object[QLatin1String("others")]);
    claim.epoch = object[QLatin1String("epoch")].toInt();
    claim.earliest = object[QLatin1String("earliest")].toInt();
    claim.latest = object[QLatin1String("latest")].toInt();
    claim.share = object[QLatin1String("share")].toDouble();
    claim.value = object[QLatin1String("value")].toDouble();
    claim.within = object[QLatin1String("within")].toDouble();
    claim.rise = object[QLatin1String("rise")].toDouble();
    claim.factor = object[QLatin1String("factor")].toDouble(1.0);
    return claim;
}

} // namespace

Paper seedPaper()
{
    initResources(); // a static library doesn't do it by itself
    QFile file(QStringLiteral(":/paper/paper.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    Paper paper;
    paper.runs = strings(object[QLatin1String("runs")]);
    paper.batchNormVariants = strings(object[QLatin1String("batch_norm_variants")]);
    paper.severalSeeds = strings(object[QLatin1String("several_seeds")]);
    for (const QJsonValue &figure : object[QLatin1String("figures")].toArray()) {
        paper.figures.push_back({figure[QLatin1String("number")].toInt(), strings(figure[QLatin1String("runs")])});
    }
    for (const QJsonValue &claim : object[QLatin1String("claims")].toArray()) {
        paper.claims.push_back(claimOf(claim.toObject()));
    }
    return paper;
}

QString batchNormName(const QString &preset)
{
    return preset + QStringLiteral(" + batch norm");
}

} // namespace convscope
