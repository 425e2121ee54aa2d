// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotaxis.h"

#include "ui/charts/axisticks.h"
#include "ui/charts/numberformat.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

// Digits after the point that tell two neighbouring ticks apart.
int decimalsOf(double step)
{
    return step > 0.0 ? std::clamp(int(std::ceil(-std::log10(step) - 1e-6)), 0, 9) : 0;
}

int ownDecimals(double value)
{
    int decimals = 0;
    while (decimals < 9 && std::abs(value - std::round(value)) > 1e-6 * std::abs(value)) {
        value *= 10.0;
        ++decimals;
    }
    return decimals;
}

QString tickText(double value, int decimals)
{
    const double size = std::abs(value);
    if (size != 0.0 && (size < 1e-4 || size >= 1e7)) {
        return powerOfTenText(value, 2);
    }
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

PlotAxis::PlotAxis(AxisFormat format)
    : m_format(format)
{
}

void PlotAxis::setScale(AxisScale scale)
{
    if (scale != m_scale) {
        m_scale = scale;
        setLimits(m_homeValues, m_fullValues);
        reset();
    }
}

double PlotAxis::toAxis(double value) const
{
    if (m_scale == AxisScale::Linear) {
        return value;
    }
    return value > 0.0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
}

double PlotAxis::fromAxis(double position) const
{
    return m_scale == AxisScale::Linear ? position : std::pow(10.0, position);
}

void PlotAxis::setLimits(const PlotRange &homeValues, const PlotRange &fullValues)
{
    m_homeValues = homeValues;
    m_fullValues = fullValues;
    const PlotRange home{toAxis(homeValues.min), toAxis(homeValues.max)};
    PlotRange full{toAxis(fullValues.min), toAxis(fullValues.max)};
    if (!std::isfinite(home.min) || !std::isfinite(home.max) || !(home.span() > 0.0)) {
        // Nothing that this scale could show is there yet.
        m_home = m_full = m_scale == AxisScale::Linear ? PlotRange{0.0, 1.0} : PlotRange{-2.0, 1.0};
    } else {
        full.include(home);
        m_home = home;
        m_full = full;
    }
    setRange(m_range);
}

double PlotAxis::leastSpan() const
{
    if (m_leastStep > 0.0 && m_scale == AxisScale::Linear) {
        return std::min(2.0 * m_leastStep, m_full.span());
    }
    return m_full.span() * 1e-7;
}

void PlotAxis::setRange(PlotRange range)
{
    if (!std::isfinite(range.min) || !std::isfinite(range.max)) {
        return;
    }
    const double span = std::clamp(range.span(), leastSpan(), m_full.span());
    const double middle = (range.min + range.max) / 2.0;
    // Where the span is as asked, the asked ends stay exactly what they are.
    PlotRange next = span == range.span() ? range : PlotRange{middle - span / 2.0, middle + span / 2.0};
    if (next.min < m_full.min) {
        next = {m_full.min, m_full.min + span};
    }
    if (next.max > m_full.max) {
        next = {m_full.max - span, m_full.max};
    }
    m_range = next;
}

void PlotAxis::zoom(double factor, double at)
{
    const double span = std::clamp(m_range.span() * factor, leastSpan(), m_full.span());
    const double share = m_range.span() > 0.0 ? (at - m_range.min) / m_range.span() : 0.5;
    setRange({at - share * span, at + (1.0 - share) * span});
}

std::vector<double> PlotAxis::tickValues(int most) const
{
    const PlotRange values{fromAxis(m_range.min), fromAxis(m_range.max)};
    if (m_scale == AxisScale::Logarithmic) {
        return logTicks(values, most);
    }
    return niceTicks(values, most, m_leastStep);
}

std::vector<PlotAxis::Tick> PlotAxis::ticks(int most) const
{
    const std::vector<double> values = tickValues(most);
    double step = 0.0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double distance = values[i] - values[i - 1];
        step = step > 0.0 ? std::min(step, distance) : distance;
    }
    std::vector<Tick> ticks;
    for (const double value : values) {
        // On a logarithmic axis each tick has digits of its own: 0.01, 0.1, 1.
        const int digits = m_scale == AxisScale::Logarithmic ? ownDecimals(value) : decimalsOf(step);
        const QString label
            = m_format == AxisFormat::Percent ? percentText(value, decimalsOf(step * 100.0)) : tickText(value, digits);
        ticks.push_back({toAxis(value), label});
    }
    return ticks;
}

QString PlotAxis::valueText(double value) const
{
    return m_format == AxisFormat::Percent ? percentText(value) : lossText(value);
}

} // namespace convscope
