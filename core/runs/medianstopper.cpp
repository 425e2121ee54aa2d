// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/medianstopper.h"

#include "core/runs/runstore.h"

namespace convscope {

MedianStopper::MedianStopper(const QString &laboratory, const RecordingTarget &target, TrainingSink &next, RunControl &control)
    : m_laboratory(laboratory)
    , m_id(target.id)
    , m_sweep(target.sweep)
    , m_next(next)
    , m_control(control)
{
}

void MedianStopper::started(const RunStarted &start)
{
    m_next.started(start);
    m_start = start;
    m_own.clear();
    if (!m_sweep || !m_sweep->stop || start.steps == 0) {
        return;
    }
    // It goes on: what it has reached before counts.
    const Result<std::unique_ptr<RunStore>> store = RunStore::openForReading(m_laboratory);
    if (const auto epochs = store ? store.value()->epochs(m_id) : Result<std::vector<EpochReport>>(std::vector<EpochReport>())) {
        for (const EpochReport &report : epochs.value()) {
            if (report.steps <= start.steps) {
                m_own.push_back(measuresOf(m_sweep->stop->measure, {report}).front());
            }
        }
    }
}

void MedianStopper::epochFinished(const EpochReport &report)
{
    m_next.epochFinished(report);
    if (!m_sweep || !m_sweep->stop) {
        return;
    }
    m_own.push_back(measuresOf(m_sweep->stop->measure, {report}).front());
    if (report.epoch >= m_start.experiment.training.epochs || report.epoch < m_sweep->stop->afterEpochs || int(m_own.size()) != report.epoch) {
        return;
    }
    m_verdict = judge();
    if (m_verdict) {
        m_control.requestStop();
    }
}

std::optional<MedianVerdict> MedianStopper::judge() const
{
    const Result<std::unique_ptr<RunStore>> store = RunStore::openForReading(m_laboratory);
    const Result<RunList> list = store ? store.value()->runs() : Result<RunList>::failure(store.error());
    if (!list) {
        return std::nullopt;
    }
    std::vector<std::vector<double>> others;
    for (const RunRecord &run : list.value().runs) {
        const bool isOther = run.id != m_id && run.tags.contains(m_sweep->name) && run.start.dataChecksum == m_start.dataChecksum;
        if (!isOther || run.epochs < int(m_own.size())) {
            continue;
        }
        if (const Result<std::vector<EpochReport>> epochs = store.value()->epochs(run.id)) {
            others.push_back(measuresOf(m_sweep->stop->measure, epochs.value()));
        }
    }
    return judgeByMedian(*m_sweep->stop, m_own, others);
}

RunEnd MedianStopper::withReason(RunEnd end) const
{
    if (m_verdict && end.kind == RunEnd::Kind::Stopped) {
        end.reason = reasonOf(*m_verdict);
    }
    return end;
}

} // namespace convscope
