// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisrange.h"

#include <QString>

#include <vector>

namespace convscope {

enum class AxisScale { Linear, Logarithmic };
enum class AxisFormat { Number, Percent };

/// One axis of a plot: the scale, what is shown of it, and how far it may be zoomed and moved. Ranges and positions are
/// in axis coordinates: the value itself, or its decimal logarithm on a logarithmic axis.
class PlotAxis
{
public:
    explicit PlotAxis(AxisFormat format = AxisFormat::Number);

    AxisFormat format() const { return m_format; }
    AxisScale scale() const { return m_scale; }
    /// Shows the home range afterwards.
    void setScale(AxisScale scale);
    /// Below this distance between two values there is nothing to see (one batch).
    void setLeastStep(double step) { m_leastStep = step; }

    /// NaN for what a logarithmic axis can't show.
    double toAxis(double value) const;
    double fromAxis(double position) const;

    /// What reset() shows and what zooming out reaches, in values. On a logarithmic axis both must be above 0.
    void setLimits(const PlotRange &homeValues, const PlotRange &fullValues);
    const PlotRange &home() const { return m_home; }
    const PlotRange &full() const { return m_full; }

    const PlotRange &range() const { return m_range; }
    /// Moves and cuts the range into the full one.
    void setRange(PlotRange range);
    /// factor < 1 comes nearer; `at` stays where it is.
    void zoom(double factor, double at);
    void pan(double distance) { setRange({m_range.min + distance, m_range.max + distance}); }
    void reset() { setRange(m_home); }

    struct Tick
    {
        double position = 0.0;
        QString label;
    };
    std::vector<Tick> ticks(int most) const;
    /// A value with the digits that mean something.
    QString valueText(double value) const;

private:
    std::vector<double> tickValues(int most) const;
    double leastSpan() const;

    AxisFormat m_format;
    AxisScale m_scale = AxisScale::Linear;
    double m_leastStep = 0.0;
    PlotRange m_homeValues{0.0, 1.0};
    PlotRange m_fullValues{0.0, 1.0};
    PlotRange m_home{0.0, 1.0};
    PlotRange m_full{0.0, 1.0};
    PlotRange m_range{0.0, 1.0};
};

} // namespace convscope
