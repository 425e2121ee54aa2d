// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

#include <vector>

namespace convscope {

/// How long the event loop keeps others waiting: a timer that wants to fire every millisecond and notes the time since it
/// last did. GUI thread.
class GapMeter : public QObject
{
    Q_OBJECT

public:
    GapMeter();

    void start();
    /// Ends the measurement: number of gaps, median, 99th percentile and longest in milliseconds.
    QJsonObject stop();

private:
    void note();

    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

} // namespace convscope
