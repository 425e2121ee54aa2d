// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

/// The learning-rate finder (Smith, "Cyclical Learning Rates for Training Neural Networks", 2015, section 3.3; in the form that fastai made
/// common): a throw-away copy of a network is trained for a few steps while the rate rises from far too small to far too large, and the loss
/// of each step is looked at. See rateverdict.h for what is read from it.
namespace convscope {

/// How the rate rises: by the same factor at each step.
struct RateSearchPlan
{
    double from = 1e-7;
    double to = 10.0;
    int steps = 150;

    /// Of step 0 (`from`) to steps - 1 (`to`).
    double rateAt(int step) const;

    bool operator==(const RateSearchPlan &) const = default;
};

/// Why the plan can't be followed; empty where it can.
QString problemOf(const RateSearchPlan &plan);

/// One step of a search.
struct RatePoint
{
    double rate = 0.0;
    /// Of the batch before the step that its rate takes, in nats; may be NaN or infinite in the last point.
    double loss = 0.0;
    /// See LossSmoother.
    double smoothed = 0.0;
};

/// Called on the searching thread after each step.
using RateReport = std::function<void(const RatePoint &)>;

/// How a search ended.
struct RateSearchEnd
{
    enum class Kind {
        Finished, ///< the whole range
        BrokeDown, ///< smoothed loss above breakDownFactor times the lowest, or no finite number: the usual end
        Cancelled,
        Failed
    };
    Kind kind = Kind::Finished;
    /// Failed: a sentence.
    QString reason;
};

/// The search ends where the smoothed loss is so many times its lowest.
inline constexpr double breakDownFactor = 4.0;

/// An exponential moving average, corrected for its start at zero as Adam's moments are: average_n = b average_(n-1) + (1 - b) loss_n, and
/// smoothed_n = average_n / (1 - b^n).
class LossSmoother
{
public:
    /// b: a value counts half after six or seven steps.
    static constexpr double memory = 0.9;

    double add(double loss);

private:
    double m_average = 0.0;
    double m_weight = 1.0; ///< b^n
};

} // namespace convscope
