// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/trainingplan.h"

#include "core/common/machine.h"
#include "core/inspection/snapshotplan.h"
#include "core/model/layersummary.h"
#include "core/runs/samerun.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace convscope {

namespace {

using State = PlannedTraining::State;

int picturesOf(const Experiment &experiment, const Dataset &data)
{
    return experiment.training.trainImages > 0 ? std::min(experiment.training.trainImages, data.train.count) : data.train.count;
}

/// What one epoch of a run took, and what it did.
struct Measured
{
    const RunRecord *run = nullptr;
    double trainSeconds = 0.0;
    double testSeconds = 0.0;
    double work = 0.0; ///< multiplications of a picture's forward pass
    double trained = 0.0; ///< pictures
    double tested = 0.0;
};

class Speeds
{
public:
    Speeds(const std::vector<RunRecord> &runs, const Dataset &data)
        : m_data(data)
    {
        const QString processor = processorName();
        for (const bool here : {true, false}) {
            for (const RunRecord &run : runs) {
                const bool isFromHere = !processor.isEmpty() && run.program.endsWith(processor);
                if (isFromHere == here && run.last && run.last->trainSeconds > 0.0) {
                    m_measured.push_back(measured(run));
                }
            }
            if (!m_measured.empty()) {
                return; // those of other machines say less
            }
        }
    }

    std::optional<double> secondsPerEpoch(const Experiment &experiment) const
    {
        if (m_measured.empty()) {
            return std::nullopt;
        }
        const auto isAlike = [&](const Measured &measured) {
            const Experiment &other = measured.run->start.experiment;
            return other.architecture == experiment.architecture && other.training.batchSize == experiment.training.batchSize
                && other.training.engine == experiment.training.engine && other.training.precision == experiment.training.precision;
        };
        const auto alike = std::find_if(m_measured.begin(), m_measured.end(), isAlike);
        if (alike != m_measured.end()) {
            return secondsOf(experiment, *alike, 1.0);
        }
        const double work = workOf(experiment);
        const auto distance = [work](const Measured &measured) { return std::abs(std::log(measured.work / work)); };
        const auto nearest = std::min_element(m_measured.begin(), m_measured.end(),
                                              [&](const Measured &a, const Measured &b) { return distance(a) < distance(b); });
        return secondsOf(experiment, *nearest, work / nearest->work);
    }

private:
    /// Its pictures may have been others than those of now.
    Measured measured(const RunRecord &run) const
    {
        const int trained = run.start.trainImages > 0 ? run.start.trainImages : picturesOf(run.start.experiment, m_data);
        const int tested = run.start.testImages > 0 ? run.start.testImages : m_data.test.count;
        return {&run, run.last->trainSeconds, run.last->testSeconds, workOf(run.start.experiment), double(std::max(1, trained)), double(std::max(1, tested))};
    }

    /// `ratio`: of the work for a picture. Fewer training pictures don't make the test pass shorter.
    double secondsOf(const Experiment &experiment, const Measured &measured, double ratio) const
    {
        return ratio * (measured.trainSeconds * picturesOf(experiment, m_data) / measured.trained + measured.testSeconds * m_data.test.count / measured.tested);
    }

    double workOf(const Experiment &experiment) const
    {
        return std::max(1.0, double(summarize(experiment.architecture, m_data.side, m_data.classes).multiplications));
    }

    const Dataset &m_data;
    std::vector<Measured> m_measured;
};

/// Steps of a run whose weights are kept, and whose kernels. Most variants of a sweep have the same.
class Moments
{
public:
    qint64 weights(int epochs, qint64 batches, qint64 parameters)
    {
        qint64 &count = m_counts[{epochs, batches, parameters}];
        if (count == 0) {
            const SnapshotPlan plan(epochs, batches, parameters, 0);
            const qint64 last = qint64(epochs) * batches;
            for (qint64 step = 0; step <= last; ++step) {
                count += plan.keepsWeights(step);
            }
        }
        return count;
    }

private:
    std::map<std::tuple<int, qint64, qint64>, qint64> m_counts;
};

qint64 diskUse(const Experiment &experiment, const Dataset &data, Moments &moments)
{
    constexpr qint64 number = 4; // float32
    constexpr qint64 keptCheckpoints = 3; // the last two and the best
    constexpr qint64 batchBytes = 12;
    constexpr qint64 shareBytes = 2;
    const TrainingSettings &training = experiment.training;
    const ArchitectureSummary summary = summarize(experiment.architecture, data.side, data.classes);
    const qint64 batches = (qint64(picturesOf(experiment, data)) + training.batchSize - 1) / std::max(1, training.batchSize);
    const qint64 copies = training.optimizer == Optimizer::Adam ? 3 : training.momentum > 0.0 ? 2 : 1;
    qint64 bytes = (moments.weights(training.epochs, batches, summary.parameters) + keptCheckpoints * copies) * summary.parameters * number;
    if (!experiment.architecture.convBlocks.empty()) {
        const ConvBlock &first = experiment.architecture.convBlocks.front();
        const qint64 kernels = qint64(first.filters) * first.kernelSize * first.kernelSize;
        const SnapshotPlan plan(training.epochs, batches, summary.parameters, kernels);
        bytes += training.epochs * batches / std::max<qint64>(1, plan.filterStride()) * kernels * number;
    }
    return bytes + training.epochs * (batches * batchBytes + qint64(data.test.count) * data.classes * shareBytes);
}

bool isDone(const RunRecord &run, const std::optional<MedianRule> &stop)
{
    return isComplete(run) || (stop && run.end && wasGivenUp(*run.end));
}

} // namespace

int TrainingPlan::wanted() const
{
    return int(std::count_if(trainings.begin(), trainings.end(), [](const PlannedTraining &training) { return training.isWanted(); }));
}

int TrainingPlan::count(State state) const
{
    return int(std::count_if(trainings.begin(), trainings.end(), [state](const PlannedTraining &training) { return training.state == state; }));
}

std::optional<double> TrainingPlan::seconds() const
{
    double sum = 0.0;
    for (const PlannedTraining &training : trainings) {
        if (training.isWanted()) {
            if (!training.seconds) {
                return std::nullopt;
            }
            sum += *training.seconds;
        }
    }
    return sum;
}

qint64 TrainingPlan::bytes() const
{
    qint64 sum = 0;
    for (const PlannedTraining &training : trainings) {
        sum += training.isWanted() ? training.bytes : 0;
    }
    return sum;
}

TrainingPlan planTrainings(const std::vector<Experiment> &experiments, const std::optional<MedianRule> &stop, const std::vector<RunRecord> &runs,
                           const Queue &queue, const Dataset &data)
{
    const Speeds speeds(runs, data);
    Moments moments;
    TrainingPlan plan;
    for (const Experiment &experiment : experiments) {
        PlannedTraining training;
        training.experiment = experiment;
        training.bytes = diskUse(experiment, data, moments);
        if (const std::optional<RunRecord> known = sameRun(runs, experiment, data.checksum)) {
            training.run = known->id;
            training.epochs = known->epochs;
            training.state = isDone(*known, stop) ? State::Done : isActive(*known) ? State::Training : State::Begun;
        }
        const auto waits = std::find_if(queue.entries.begin(), queue.entries.end(), [&](const QueueEntry &entry) { return !entry.isSkipped && isSameTraining(entry.experiment, experiment); });
        if (waits != queue.entries.end() && training.isWanted()) {
            training.state = State::Waiting;
        }
        if (const std::optional<double> epoch = speeds.secondsPerEpoch(experiment)) {
            training.seconds = training.state == State::Done ? 0.0 : *epoch * std::max(0, experiment.training.epochs - training.epochs);
        }
        plan.trainings.push_back(training);
    }
    return plan;
}

qint64 estimatedDiskUse(const Experiment &experiment, const Dataset &data)
{
    Moments moments;
    return diskUse(experiment, data, moments);
}

} // namespace convscope
