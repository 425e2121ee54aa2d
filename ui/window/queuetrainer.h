// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runqueue.h"
#include "core/training/reports.h"

#include <QFuture>
#include <QObject>

namespace convscope {

class QueueHelper;
class Session;
class TrainingRun;

/// Trains what waits in the laboratory's queue, one after the other, or two at once with a helper, while it is on and nothing else
/// trains. A run that the user stops waits again, and switches it off.
class QueueTrainer : public QObject
{
    Q_OBJECT

public:
    /// The session must outlive it.
    QueueTrainer(Session &session, QObject *parent);

    bool isOn() const { return m_on; }
    /// Switched off, the helper stops too.
    void setOn(bool on);
    /// An entry is being trained, or about to be.
    bool isTraining() const { return m_number > 0; }
    bool isTwo() const { return m_two; }
    /// Two at once, with half of the processor's cores each where an entry leaves their number to the program.
    void setTwo(bool two);
    /// For machines with one core that makes no sense.
    static bool canBeTwo();
    QueueHelper &helper() { return *m_helper; }

Q_SIGNALS:
    void onChanged(bool on);
    /// Entries have been taken, or have gone.
    void queueChanged();
    void failed(const QString &sentence);

private:
    void tryNext();
    void take(const std::optional<QueueEntry> &entry);
    void start(const QueueEntry &entry);
    void switchOff();
    void startHelper();
    void letGo();
    void finish(const RunEnd &end);
    void putBack(bool isDone);

    Session &m_session;
    QueueHelper *m_helper;
    bool m_on = false;
    bool m_two = false;
    bool m_taking = false;
    QFuture<QString> m_naming; ///< the entry is told which run trains it
    qint64 m_number = 0; ///< of the entry that is being trained; 0 = none
    QString m_run;
};

} // namespace convscope
