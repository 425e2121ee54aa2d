// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/planlist.h"

#include "core/common/duration.h"

#include <QHeaderView>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

using State = PlannedTraining::State;

constexpr int mostListed = 500;

QString stateText(const PlannedTraining &training)
{
    switch (training.state) {
    case State::Done:
        return PlanList::tr("in the laboratory");
    case State::Training:
        return PlanList::tr("training now");
    case State::Waiting:
        return PlanList::tr("in the queue");
    case State::Begun:
        return PlanList::tr("goes on after epoch %L1").arg(training.epochs);
    case State::Missing:
        break;
    }
    return PlanList::tr("to train");
}

/// As exactly as it can be foretold.
QString timeText(double seconds)
{
    const qint64 minutes = qint64(std::llround(seconds / 60.0));
    if (seconds < 99.5) {
        return PlanList::tr("%L1 s").arg(qint64(std::llround(seconds)));
    }
    return minutes < 100 ? PlanList::tr("%L1 min").arg(minutes) : PlanList::tr("%L1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

PlanList::PlanList(QWidget *parent)
    : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHeaderLabels({tr("Run"), tr("Seed"), tr("Epochs"), tr("State"), tr("Time")});
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    setAccessibleName(tr("What would be trained"));
}

void PlanList::setPlan(const TrainingPlan &plan)
{
    clear();
    const QLocale locale;
    QList<QTreeWidgetItem *> items;
    for (int i = 0; i < std::min(int(plan.trainings.size()), mostListed); ++i) {
        const PlannedTraining &training = plan.trainings[std::size_t(i)];
        const TrainingSettings &settings = training.experiment.training;
        items << new QTreeWidgetItem({training.experiment.name, locale.toString(settings.seed), locale.toString(settings.epochs), stateText(training),
                                      training.isWanted() && training.seconds ? durationText(*training.seconds) : QStringLiteral("–")});
        items.last()->setToolTip(0, training.experiment.name);
        for (const int column : {1, 2, 4}) {
            items.last()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    if (int(plan.trainings.size()) > mostListed) {
        items << new QTreeWidgetItem({tr("… and %Ln more", nullptr, int(plan.trainings.size()) - mostListed)});
    }
    addTopLevelItems(items);
}

QString PlanList::summary(const TrainingPlan &plan, qint64 freeBytes, bool stopsEarly, bool byTrial)
{
    const int wanted = plan.wanted();
    QStringList sentences;
    if (const int others = int(plan.trainings.size()) - wanted; others > 0) {
        sentences << tr("%Ln are in the laboratory already, in training, or in the queue.", nullptr, others);
    }
    if (wanted > 0) {
        const std::optional<double> seconds = plan.seconds();
        const QString time = byTrial ? tr("One after the other they take about %1, judged by a short trial.") : tr("One after the other they take about %1, judged by earlier runs.");
        sentences << (seconds ? time.arg(timeText(*seconds))
                              : tr("How long they take can't be said before a run is in the laboratory."));
        if (seconds && stopsEarly) {
            sentences << tr("Less, for what is given up early.");
        }
        sentences << tr("About %1 of disk.").arg(sizeText(plan.bytes()));
    }
    QString text = QStringLiteral("<b>%1</b> %2").arg(tr("%Ln run(s) to train.", nullptr, wanted).toHtmlEscaped(), sentences.join(QLatin1Char(' ')).toHtmlEscaped());
    if (freeBytes >= 0 && plan.bytes() > freeBytes) {
        text += QStringLiteral(" <b>⚠ %1</b>").arg(tr("Only %1 are free there.").arg(sizeText(freeBytes)).toHtmlEscaped());
    }
    return text;
}

} // namespace convscope
