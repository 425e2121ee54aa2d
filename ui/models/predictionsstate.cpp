// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/predictionsstate.h"

#include "core/runs/runstore.h"

#include <QLocale>

#include <algorithm>

namespace convscope {

namespace {

void complete(EpochAnswersPtr &answers)
{
    if (answers && answers->predicted.empty()) {
        answers = epochAnswers(answers->epoch, answers->probabilities);
    }
}

} // namespace

EpochAnswersPtr epochAnswers(int epoch, std::shared_ptr<const TestProbabilities> probabilities)
{
    std::vector<std::uint8_t> predicted = predictedClasses(*probabilities);
    return std::make_shared<EpochAnswers>(EpochAnswers{epoch, std::move(probabilities), std::move(predicted)});
}

std::pair<std::vector<EpochAnswersPtr>, QString> readEpochs(const QString &file, const QString &id, const std::vector<int> &epochs)
{
    std::pair<std::vector<EpochAnswersPtr>, QString> read;
    const Result<std::unique_ptr<RunStore>> store = RunStore::open(file);
    if (!store) {
        read.second = store.error();
        return read;
    }
    for (const int epoch : epochs) {
        Result<TestProbabilities> probabilities = store.value()->probabilities(id, epoch);
        if (probabilities) {
            read.first.push_back(epochAnswers(epoch, std::make_shared<TestProbabilities>(std::move(probabilities).value())));
        } else {
            read.second = probabilities.error();
        }
    }
    return read;
}

PredictionsStatePtr workedOut(PredictionsState state)
{
    complete(state.shown);
    complete(state.other);
    for (EpochAnswersPtr &epoch : state.epochs) {
        complete(epoch);
    }
    const std::vector<std::uint8_t> &labels = state.data->test.labels;
    state.answers = answersFrom(*state.shown->probabilities, labels);
    state.confusion = confusionOf(labels, state.shown->predicted, state.data->classes);
    if (state.other) {
        state.otherAnswers = answersFrom(*state.other->probabilities, labels);
        state.otherConfusion = confusionOf(labels, state.other->predicted, state.data->classes);
        if (state.otherAnswers.empty()) {
            state.other = nullptr;
        }
    }
    return state.answers.empty() ? nullptr : std::make_shared<const PredictionsState>(std::move(state));
}

std::vector<ComparableRun> runsTestedWith(const RunList &list, const QString &checksum, const QString &except)
{
    const std::vector<RunRecord> &records = list.runs;
    std::vector<ComparableRun> runs;
    for (const RunRecord &record : records) {
        if (!record.last || record.id == except || record.start.dataChecksum != checksum) {
            continue;
        }
        const auto isNamesake = [&record](const RunRecord &other) { return other.id != record.id && other.name == record.name; };
        const QString name = std::any_of(records.begin(), records.end(), isNamesake)
            ? QStringLiteral("%1 (%2)").arg(record.name, QLocale().toString(record.created.toLocalTime(), QLocale::ShortFormat))
            : record.name;
        runs.push_back({record.id, name, record.last->epoch});
    }
    return runs;
}

} // namespace convscope
