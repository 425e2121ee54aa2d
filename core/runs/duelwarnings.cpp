// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/duelwarnings.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DuelWarnings)
};

} // namespace

QStringList duelWarnings(const Duel &duel, const ComparedRun &a, const ComparedRun &b)
{
    QStringList sentences;
    if (duel.dataDiffers) {
        sentences << Words::tr("They were trained on different pictures, so their figures can't be compared.");
    }
    if (duel.isBranch) {
        sentences << Words::tr("“%1” branched off another run: what it began with was learned there, so its settings don't tell what made the difference.").arg(a.parent.isEmpty() ? b.name : a.name);
    }
    if (duel.things > 1) {
        sentences << Words::tr("They differ in more than one thing (%L1): which of them made the difference can't be told.").arg(duel.things);
    }
    if (duel.seedDiffers) {
        sentences << Words::tr("Their seeds differ (%1 and %2): a part of the difference is chance.").arg(a.experiment.training.seed).arg(b.experiment.training.seed);
    }
    return sentences;
}

} // namespace convscope
