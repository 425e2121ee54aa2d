// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/paper/paperclaims.h"

#include <QJsonObject>

#include <utility>

namespace convscope {

/// Everything that the report of a re-run is made of.
struct PaperReport
{
    Paper paper;
    /// The first of each name is the one that claims are judged by; the others are the band.
    std::vector<MeasuredRun> runs;
    /// What the data, the machine, the program are; shown as it is.
    std::vector<std::pair<QString, QString>> facts;
    /// At most that many epochs were trained; 0 for the whole thing.
    int mostEpochs = 0;
};

/// One claim about one run, or about its variant with batch normalisation.
struct PaperRow
{
    PaperClaim claim;
    QString name;
    PaperJudgement judgement;
    /// Seeds with which it holds, of those that were measured.
    int holdsWith = 0;
    int seeds = 0;
};

std::vector<PaperRow> judgeAll(const PaperReport &report);

QJsonObject toJson(const PaperReport &report);

/// Writes paper.html (self-contained), figure-N.svg, paper.json and curves.csv into a folder, which is made where it is missing. Empty, or
/// a sentence.
QString writePaperReport(const PaperReport &report, const QString &folder);

} // namespace convscope
