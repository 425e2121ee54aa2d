// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runhistory.h"
#include "ui/charts/curvepyramid.h"
#include "ui/charts/smoothing.h"
#include "ui/models/epochtablemodel.h"

#include <memory>
#include <optional>
#include <vector>

namespace convscope {

enum class Quantity { Loss, Accuracy };
enum class CurvesX { Batches, Epochs };

/// How the curves are shown.
struct CurvesOptions
{
    CurvesX x = CurvesX::Batches;
    bool logLoss = false;
    bool logX = false;
    /// 0 = off.
    double smoothing = 0.0;
    bool showBatches = true;
    bool showTrain = true;
    bool showTest = true;

    bool operator==(const CurvesOptions &) const = default;
};

/// What the charts have read of one run so far. Reading goes on where it ended, so it costs what is new and not what is
/// there.
class CurvesData
{
public:
    CurvesData();

    void setHistory(std::shared_ptr<const RunHistory> history);
    const std::shared_ptr<const RunHistory> &history() const { return m_history; }
    /// Reads what is new; false when nothing is.
    bool pull();
    void setSmoothing(double strength);

    /// All batches: as they were, and smoothed (empty while smoothing is off). Sample i is the batch after step i + 1.
    std::shared_ptr<const CurvePyramid> batches(Quantity quantity) const;
    std::shared_ptr<const CurvePyramid> smoothed(Quantity quantity) const;
    std::size_t batchCount() const { return m_loss->size(); }
    const std::vector<EpochRow> &epochs() const { return m_epochs; }
    const std::vector<RunEvent> &events() const { return m_events; }
    const std::optional<RunEnd> &end() const { return m_end; }

    /// At least 1.
    double batchesPerEpoch() const;
    /// Steps of the whole run as planned; 0 before it has started.
    double plannedSteps() const;
    double xOf(double steps, CurvesX x) const { return x == CurvesX::Batches ? steps : steps / batchesPerEpoch(); }

    /// Index into epochs(): the lowest test loss (see hasLowerTestLoss()).
    std::optional<std::size_t> lowestLossEpoch() const { return m_lowestLoss; }
    /// True when the test loss has stayed at least 1 % above its minimum to the end while the train loss went on
    /// falling below it: from the epoch of that minimum on the network has learned its training pictures by heart.
    bool overfits() const;

private:
    void appendSmoothed(std::size_t from);

    std::shared_ptr<const RunHistory> m_history;
    std::optional<RunStarted> m_start;
    std::optional<RunEnd> m_end;
    std::shared_ptr<CurvePyramid> m_loss;
    std::shared_ptr<CurvePyramid> m_accuracy;
    std::shared_ptr<CurvePyramid> m_smoothLoss;
    std::shared_ptr<CurvePyramid> m_smoothAccuracy;
    double m_smoothing = 0.0;
    DebiasedSmoother m_lossSmoother;
    DebiasedSmoother m_accuracySmoother;
    std::vector<float> m_learningRates;
    std::vector<EpochRow> m_epochs;
    std::optional<std::size_t> m_lowestLoss;
    std::vector<RunEvent> m_events;
};

double trainValue(const EpochReport &report, Quantity quantity);
double testValue(const EpochReport &report, Quantity quantity);

} // namespace convscope
