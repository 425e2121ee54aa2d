// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/reports.h"

#include "core/training/medianrule.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace convscope {

bool hasLowerTestLoss(const EpochReport &report, const EpochReport *lowest)
{
    return !std::isnan(report.testLoss) && (!lowest || report.testLoss < lowest->testLoss);
}

QString reasonText(const RunEnd &end)
{
    if (end.kind == RunEnd::Kind::Finished && end.epochsWithoutGain > 0) {
        return QCoreApplication::translate("convscope::Reports", "Stopped early after epoch %1: no better test loss for %Ln epoch(s).", nullptr,
                                           end.epochsWithoutGain)
            .arg(QString::number(end.epoch));
    }
    if (const std::optional<MedianVerdict> verdict = verdictFrom(end.reason); verdict && end.kind == RunEnd::Kind::Stopped) {
        return sentenceOf(*verdict);
    }
    if (end.kind != RunEnd::Kind::Diverged) {
        return end.reason;
    }
    const QString sentence = end.inTest
        ? QCoreApplication::translate("convscope::Reports",
                                      "After epoch %1 (batch %2) the loss on the test pictures is no longer a finite "
                                      "number: the steps were too large. Try a learning rate well below %3.")
        : QCoreApplication::translate("convscope::Reports",
                                      "In epoch %1, batch %2 the loss stopped being a finite number: the steps were too "
                                      "large. Try a learning rate well below %3.");
    return sentence.arg(QString::number(end.epoch), QString::number(end.batch),
                        QLocale().toString(end.learningRate, 'g', QLocale::FloatingPointShortest));
}

} // namespace convscope
