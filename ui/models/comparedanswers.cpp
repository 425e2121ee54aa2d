// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparedanswers.h"

#include <QCoreApplication>
#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ComparedAnswers)
};

Result<ProbabilitiesPtr> readOne(const QString &file, const RunEpoch &wanted, int images)
{
    using Answer = Result<ProbabilitiesPtr>;
    const std::vector<EpochReport> &epochs = wanted.run->epochs;
    const auto report = std::find_if(epochs.begin(), epochs.end(), [&](const EpochReport &one) { return one.epoch == wanted.epoch; });
    ProbabilitiesPtr found = report == epochs.end() ? nullptr : report->probabilities;
    if (!found && !file.isEmpty() && !wanted.run->id.isEmpty()) {
        const Result<std::unique_ptr<RunStore>> store = RunStore::open(file);
        if (!store) {
            return Answer::failure(store.error());
        }
        Result<TestProbabilities> read = store.value()->probabilities(wanted.run->id, wanted.epoch);
        if (!read) {
            return Answer::failure(read.error());
        }
        found = std::make_shared<TestProbabilities>(std::move(read).value());
    }
    if (!found) {
        return Answer::failure(Texts::tr("The answers of “%1” after epoch %2 are not kept.").arg(wanted.run->name).arg(wanted.epoch));
    }
    if (found->images != images) {
        return Answer::failure(Texts::tr("“%1” was tested with other pictures than those that are open.").arg(wanted.run->name));
    }
    return found;
}

} // namespace

QFuture<Result<ComparedAnswers>> readAnswers(const Laboratory *laboratory, const RunEpoch &first, const RunEpoch &second, int images)
{
    return QtConcurrent::run([file = laboratory ? laboratory->file() : QString(), first, second, images]() -> Result<ComparedAnswers> {
        const Result<ProbabilitiesPtr> a = readOne(file, first, images);
        if (!a) {
            return Result<ComparedAnswers>::failure(a.error());
        }
        const Result<ProbabilitiesPtr> b = readOne(file, second, images);
        return b ? Result<ComparedAnswers>(ComparedAnswers{a.value(), b.value()}) : Result<ComparedAnswers>::failure(b.error());
    });
}

} // namespace convscope
