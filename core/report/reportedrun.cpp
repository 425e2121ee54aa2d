// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportedrun.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

void readWeights(RunStore &store, ReportedRun &run)
{
    const Result<ResumePoint> point = store.finalPoint(run.record.id);
    if (!point) {
        return; // nothing was kept yet
    }
    run.problems << point.value().problems;
    run.weights = weightsFrom(run.record.start.experiment.architecture, point.value().checkpoint->steps, point.value().checkpoint->weights);
}

void readAnswers(RunStore &store, ReportedRun &run)
{
    const Result<RunMoments> moments = store.moments(run.record.id);
    if (!moments) {
        run.problems << moments.error();
        return;
    }
    const bool wantsBest = run.record.start.experiment.training.finalWeights == FinalWeights::Best && run.best();
    const int wanted = wantsBest ? run.best()->epoch : run.record.epochs;
    const std::vector<int> &kept = moments.value().probabilities;
    const auto after = std::upper_bound(kept.begin(), kept.end(), wanted);
    if (after == kept.begin()) {
        return;
    }
    Result<TestProbabilities> probabilities = store.probabilities(run.record.id, *(after - 1));
    if (probabilities) {
        run.answeredEpoch = *(after - 1);
        run.probabilities = std::move(probabilities).value();
    } else {
        run.problems << probabilities.error();
    }
}

Result<ReportedRun> readCurves(RunStore &store, const QString &id)
{
    const Result<LoadedRun> loaded = store.load(id);
    if (!loaded) {
        return Result<ReportedRun>::failure(loaded.error());
    }
    ReportedRun run;
    run.record = loaded.value().record;
    run.epochs = loaded.value().history->epochs();
    run.events = loaded.value().history->events();
    run.problems = loaded.value().problems;
    return run;
}

Result<ReportedRun> readEpochs(RunStore &store, const QString &id)
{
    const Result<RunRecord> record = store.run(id);
    if (!record) {
        return Result<ReportedRun>::failure(record.error());
    }
    ReportedRun run;
    run.record = record.value();
    if (Result<std::vector<EpochReport>> epochs = store.epochs(id)) {
        run.epochs = std::move(epochs).value();
    } else {
        run.problems << epochs.error();
    }
    return run;
}

} // namespace

ReportData::ReportData(DatasetPtr loaded, const QString &otherFolder)
    : m_otherFolder(otherFolder)
{
    if (loaded) {
        m_byChecksum.insert(loaded->checksum, loaded);
    }
}

Result<DatasetPtr> ReportData::read(const QString &folder)
{
    if (const auto failed = m_failures.constFind(folder); failed != m_failures.constEnd()) {
        return Result<DatasetPtr>::failure(*failed);
    }
    const Result<DatasetPtr> data = loadDataset(folder);
    if (data) {
        m_byChecksum.insert(data.value()->checksum, data.value());
        m_failures.insert(folder, Words::tr("The pictures in %1 are others than those that it was trained with.").arg(QDir::toNativeSeparators(folder)));
    } else {
        m_failures.insert(folder, data.error());
    }
    return data;
}

Result<DatasetPtr> ReportData::dataOf(const RunRecord &run)
{
    QString problem = Words::tr("It isn't known where the pictures are that it was trained with.");
    for (const QString &folder : {QString(), run.dataFolder, m_otherFolder}) {
        if (!folder.isEmpty()) {
            const Result<DatasetPtr> data = read(folder);
            problem = data ? m_failures.value(folder) : data.error();
        }
        if (const auto known = m_byChecksum.constFind(run.start.dataChecksum); known != m_byChecksum.constEnd()) {
            return *known;
        }
    }
    return Result<DatasetPtr>::failure(problem);
}

const EpochReport *ReportedRun::best() const
{
    const EpochReport *lowest = nullptr;
    for (const EpochReport &report : epochs) {
        if (hasLowerTestLoss(report, lowest)) {
            lowest = &report;
        }
    }
    return lowest;
}

const EpochReport *ReportedRun::kept() const
{
    const EpochReport *lowest = record.start.experiment.training.finalWeights == FinalWeights::Best ? best() : nullptr;
    return lowest || epochs.empty() ? lowest : &epochs.back();
}

double ReportedRun::seconds() const
{
    double seconds = 0.0;
    for (const EpochReport &report : epochs) {
        seconds += report.trainSeconds + report.testSeconds;
    }
    return seconds;
}

int ReportedRun::side() const
{
    constexpr int usual = 28;
    return weights ? weights->side : data ? data->side : usual;
}

int ReportedRun::classes() const
{
    constexpr int usual = 10;
    return weights ? weights->classes : data ? data->classes : usual;
}

Result<ReportedRun> readReportedRun(RunStore &store, const QString &id, ReportData &data, bool isInFull)
{
    Result<ReportedRun> read = isInFull ? readCurves(store, id) : readEpochs(store, id);
    if (!read) {
        return read;
    }
    ReportedRun run = std::move(read).value();
    if (!run.record.parent.isEmpty()) {
        const Result<RunRecord> parent = store.run(run.record.parent);
        run.parentName = parent ? parent.value().name : QString();
    }
    if (isInFull) {
        readWeights(store, run);
        readAnswers(store, run);
    }
    const Result<DatasetPtr> pictures = data.dataOf(run.record);
    if (pictures) {
        run.data = pictures.value();
    } else {
        run.dataProblem = pictures.error();
    }
    return run;
}

} // namespace convscope
