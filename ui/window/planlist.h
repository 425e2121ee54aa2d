// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/trainingplan.h"

#include <QTreeWidget>

namespace convscope {

/// What a plan of several trainings would do, run by run; and all of it in a few sentences.
class PlanList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit PlanList(QWidget *parent = nullptr);

    /// The first 500 of them.
    void setPlan(const TrainingPlan &plan);
    /// As rich text. `freeBytes`: where they will be kept; -1 where that isn't known. `stopsEarly`: some may be given up.
    /// `byTrial`: the time was judged by a short trial.
    static QString summary(const TrainingPlan &plan, qint64 freeBytes, bool stopsEarly, bool byTrial);
};

} // namespace convscope
