// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace convscope {

class Inspection;

/// Moves the position of an inspection forward, twenty pictures a second, until it arrives at the present.
class TimelinePlayer : public QObject
{
    Q_OBJECT

public:
    static constexpr int framesPerSecond = 20;
    /// How long a whole run takes, in seconds; 0: batch by batch.
    static constexpr int speeds[] = {0, 60, 30, 10, 5};

    explicit TimelinePlayer(Inspection &inspection, QObject *parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    /// From the position; from the untrained network where that is the present.
    void play();
    void pause();
    /// An index into speeds.
    int speed() const { return m_speed; }
    void setSpeed(int index);

Q_SIGNALS:
    void playingChanged();

private:
    void advance();

    Inspection &m_inspection;
    QTimer m_timer;
    int m_speed = 3;
    double m_at = 0.0;
    qint64 m_shown = -1; ///< what it went to last; somebody else may move it meanwhile
};

} // namespace convscope
