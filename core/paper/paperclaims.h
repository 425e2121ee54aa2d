// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper/paper.h"
#include "core/runs/runrecord.h"

#include <functional>

namespace convscope {

/// What a run of the laboratory says about one of the paper's experiments.
struct MeasuredRun
{
    QString name; ///< a preset, or batchNormName() of one
    qint64 seed = 1;
    /// In the laboratory; empty where there is none yet.
    QString id;
    /// How many epochs the paper trained.
    int epochsWanted = 0;
    bool diverged = false;
    /// Without probabilities.
    std::vector<EpochReport> epochs;

    /// All of the paper's epochs are there.
    bool isWhole() const { return !diverged && int(epochs.size()) >= epochsWanted && epochsWanted > 0; }
};

enum class Verdict { Holds, Fails, NotMeasured };

/// "holds", "fails", "not_measured"; the same in every language.
QString verdictName(Verdict verdict);
QString verdictText(Verdict verdict);

struct PaperJudgement
{
    Verdict verdict = Verdict::NotMeasured;
    /// How far beyond the claim's limit the measurement lies, on the side where it holds: > 0 exactly when it holds (0 counts as holding).
    /// In the claim's own unit: shares of accuracy, nats of loss, epochs, factors of time. NaN where it is not measured.
    double margin = 0.0;
    /// What was measured, as a sentence with its numbers and by how much.
    QString measured;
};

/// Gives the run of a preset, or nullptr.
using MeasuredRuns = std::function<const MeasuredRun *(const QString &name)>;

/// Holds a claim against what was measured. Pure; texts in the language of the program.
PaperJudgement judge(const PaperClaim &claim, const MeasuredRuns &runs);

/// The claim as a sentence, with what counts as holding.
QString claimText(const PaperClaim &claim);

} // namespace convscope
