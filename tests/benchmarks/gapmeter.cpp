// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/gapmeter.h"

#include <algorithm>

namespace convscope {

GapMeter::GapMeter()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &GapMeter::note);
}

void GapMeter::start()
{
    m_gaps.clear();
    m_clock.start();
    m_timer.start();
}

void GapMeter::note()
{
    m_gaps.push_back(double(m_clock.nsecsElapsed()) * 1e-6);
    m_clock.start();
}

QJsonObject GapMeter::stop()
{
    m_timer.stop();
    note(); // the gap under way counts as well
    std::sort(m_gaps.begin(), m_gaps.end());
    const auto at = [this](double share) { return m_gaps[std::size_t(share * double(m_gaps.size() - 1))]; };
    return {{QStringLiteral("samples"), qint64(m_gaps.size())},
            {QStringLiteral("median_ms"), at(0.5)},
            {QStringLiteral("p99_ms"), at(0.99)},
            {QStringLiteral("longest_ms"), at(1.0)}};
}

} // namespace convscope
