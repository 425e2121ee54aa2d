// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timelineplayer.h"

#include "ui/models/inspection.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace convscope {

TimelinePlayer::TimelinePlayer(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1000 / framesPerSecond);
    connect(&m_timer, &QTimer::timeout, this, &TimelinePlayer::advance);
    connect(&inspection, &Inspection::runChanged, this, &TimelinePlayer::pause);
}

void TimelinePlayer::play()
{
    if (m_inspection.isLive()) {
        m_inspection.setPosition(m_inspection.firstStep());
    }
    m_timer.start();
    Q_EMIT playingChanged();
}

void TimelinePlayer::pause()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        Q_EMIT playingChanged();
    }
}

void TimelinePlayer::setSpeed(int index)
{
    m_speed = std::clamp(index, 0, int(std::size(speeds)) - 1);
}

void TimelinePlayer::advance()
{
    if (m_inspection.isLive()) {
        pause();
        return;
    }
    if (m_inspection.position() != m_shown) {
        m_at = double(m_inspection.position());
    }
    const double perFrame = speeds[m_speed] == 0 ? 1.0 : double(m_inspection.lastStep() - m_inspection.firstStep()) / (speeds[m_speed] * framesPerSecond);
    m_at += std::max(perFrame, 1.0);
    m_shown = qint64(std::floor(m_at));
    if (m_shown >= m_inspection.lastStep()) {
        pause();
        m_inspection.setPosition(Inspection::live);
    } else {
        m_inspection.setPosition(m_shown);
    }
}

} // namespace convscope
