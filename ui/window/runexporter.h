// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runexport.h"

#include <QObject>

class QWidget;

namespace convscope {

class RunsPanel;
class Session;
class WindowMessages;

/// Writes a run of the panel to a file in one of its formats: asks where to, and says what came of it.
class RunExporter : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is the parent of its question.
    RunExporter(Session &session, RunsPanel &panel, WindowMessages &messages, QWidget *window);

private:
    void exportRun(int number, RunFormat format);
    QString askForFile(const QString &runName, RunFormat format) const;

    Session &m_session;
    WindowMessages &m_messages;
    QWidget *m_window;
};

} // namespace convscope
