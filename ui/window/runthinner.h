// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runthinning.h"

#include <QObject>

class QWidget;

namespace convscope {

class Session;
class WindowMessages;

/// Frees disk space of a run, after it has said how much, and asked.
class RunThinner : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is the parent of its question.
    RunThinner(Session &session, WindowMessages &messages, QWidget *window);

    void thin(int number);

Q_SIGNALS:
    /// Some of its moments are gone.
    void thinned(const QString &id);

private:
    void ask(int number, const Thinning &thinning);
    void remove(const QString &id);

    Session &m_session;
    WindowMessages &m_messages;
    QWidget *m_window;
};

} // namespace convscope
