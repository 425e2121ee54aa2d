// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>

namespace convscope {

/// A second trainer for the queue: the program once more, without a window. It takes entries from the laboratory as this one does, and
/// ends when nothing waits. It doesn't outlive the window.
class QueueHelper : public QObject
{
    Q_OBJECT

public:
    explicit QueueHelper(QObject *parent);
    /// Stops and waits until its run is saved.
    ~QueueHelper() override;

    /// Another program than this one, for tests.
    void setProgram(const QString &program) { m_program = program; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// `threads`: for entries that leave the number to the program.
    void start(const QString &laboratory, const QString &dataFolder, int threads);
    /// Its run is saved, and waits in the queue again.
    void stop();

Q_SIGNALS:
    void ended();
    void failed(const QString &sentence);

private:
    void takeEnd(int exitCode);

    QString m_program;
    QProcess m_process;
    bool m_isStopping = false;
};

} // namespace convscope
