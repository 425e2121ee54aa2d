// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pacedjob.h"

namespace convscope {

PacedJob::PacedJob(int restFactor, QObject *parent)
    : QObject(parent)
    , m_restFactor(restFactor)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &PacedJob::askIfFree);
}

PacedJob::~PacedJob()
{
    *m_cancelled = true;
}

void PacedJob::request()
{
    m_isWanted = true;
    askIfFree();
}

void PacedJob::reset()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    ++m_generation;
    m_isBusy = m_isWanted = false;
    m_rest.stop();
}

std::function<bool()> PacedJob::isCancelled() const
{
    return [flag = m_cancelled] { return flag->load(); };
}

void PacedJob::begin()
{
    m_isBusy = true;
    m_clock.start();
}

void PacedJob::end()
{
    m_isBusy = false;
    m_rest.start(int(m_clock.elapsed()) * m_restFactor);
}

void PacedJob::askIfFree()
{
    if (m_isWanted && !m_isBusy && !m_rest.isActive()) {
        m_isWanted = false;
        Q_EMIT due();
    }
}

} // namespace convscope
