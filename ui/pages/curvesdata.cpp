// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvesdata.h"

#include <algorithm>
#include <cmath>

namespace convscope {

double trainValue(const EpochReport &report, Quantity quantity)
{
    return quantity == Quantity::Loss ? report.trainLoss : report.trainAccuracy;
}

double testValue(const EpochReport &report, Quantity quantity)
{
    return quantity == Quantity::Loss ? report.testLoss : report.testAccuracy;
}

CurvesData::CurvesData()
    : m_loss(std::make_shared<CurvePyramid>())
    , m_accuracy(std::make_shared<CurvePyramid>())
    , m_smoothLoss(std::make_shared<CurvePyramid>())
    , m_smoothAccuracy(std::make_shared<CurvePyramid>())
{
}

void CurvesData::setHistory(std::shared_ptr<const RunHistory> history)
{
    const double smoothing = m_smoothing;
    *this = CurvesData();
    m_history = std::move(history);
    setSmoothing(smoothing);
    pull();
}

bool CurvesData::pull()
{
    if (!m_history) {
        return false;
    }
    bool changed = false;
    if (!m_start) {
        m_start = m_history->started();
        changed = m_start.has_value();
    }
    // Epochs are read before the batches: every epoch's batches are then there when its learning rate is looked up.
    const std::vector<EpochReport> epochs
        = m_history->epochCount() > m_epochs.size() ? m_history->epochs(m_epochs.size()) : std::vector<EpochReport>();
    const std::size_t before = batchCount();
    if (m_history->batchCount() > before) {
        std::vector<BatchPoint> points;
        m_history->readBatches(before, points);
        for (const BatchPoint &point : points) {
            m_loss->append(point.loss);
            m_accuracy->append(point.accuracy);
            m_learningRates.push_back(point.learningRate);
        }
        appendSmoothed(before);
        changed = true;
    }
    for (const EpochReport &report : epochs) {
        if (hasLowerTestLoss(report, m_lowestLoss ? &m_epochs[*m_lowestLoss].report : nullptr)) {
            m_lowestLoss = m_epochs.size();
        }
        const std::size_t last = std::size_t(std::max<qint64>(report.steps, 1) - 1);
        const double rate = last < m_learningRates.size() ? double(m_learningRates[last]) : std::nan("");
        m_epochs.push_back({report, rate});
        m_epochs.back().report.probabilities.reset();
        changed = true;
    }
    const std::vector<RunEvent> events = m_history->events(m_events.size());
    m_events.insert(m_events.end(), events.begin(), events.end());
    const bool ended = !m_end && (m_end = m_history->ended());
    return changed || !events.empty() || ended;
}

void CurvesData::setSmoothing(double strength)
{
    if (strength == m_smoothing) {
        return;
    }
    m_smoothing = strength;
    m_smoothLoss->clear();
    m_smoothAccuracy->clear();
    m_lossSmoother = DebiasedSmoother(strength);
    m_accuracySmoother = DebiasedSmoother(strength);
    appendSmoothed(0);
}

void CurvesData::appendSmoothed(std::size_t from)
{
    if (m_smoothing <= 0.0) {
        return;
    }
    for (std::size_t i = from; i < m_loss->size(); ++i) {
        m_smoothLoss->append(float(m_lossSmoother.next(double(m_loss->at(i)))));
        m_smoothAccuracy->append(float(m_accuracySmoother.next(double(m_accuracy->at(i)))));
    }
}

std::shared_ptr<const CurvePyramid> CurvesData::batches(Quantity quantity) const
{
    return quantity == Quantity::Loss ? m_loss : m_accuracy;
}

std::shared_ptr<const CurvePyramid> CurvesData::smoothed(Quantity quantity) const
{
    return quantity == Quantity::Loss ? m_smoothLoss : m_smoothAccuracy;
}

double CurvesData::batchesPerEpoch() const
{
    return m_start ? double(std::max<qint64>(1, m_start->batchesPerEpoch)) : 1.0;
}

double CurvesData::plannedSteps() const
{
    return m_start ? batchesPerEpoch() * m_start->experiment.training.epochs : 0.0;
}

bool CurvesData::overfits() const
{
    if (!m_lowestLoss || *m_lowestLoss + 1 >= m_epochs.size()) {
        return false;
    }
    const EpochReport &lowest = m_epochs[*m_lowestLoss].report;
    const EpochReport &last = m_epochs.back().report;
    // A test loss that only trembles about its minimum says nothing yet.
    return last.testLoss >= lowest.testLoss * 1.01 && last.trainLoss < lowest.trainLoss
        && last.trainLoss < last.testLoss;
}

} // namespace convscope
