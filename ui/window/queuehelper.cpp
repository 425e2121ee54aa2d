// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuehelper.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include <csignal>

#include <sys/prctl.h>
#endif

namespace convscope {

namespace {

constexpr int patience = 10000; // milliseconds: for one batch, and for saving

} // namespace

QueueHelper::QueueHelper(QObject *parent)
    : QObject(parent)
    , m_program(QCoreApplication::applicationFilePath())
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
#ifdef Q_OS_LINUX
    // Where the window is killed, the helper stops and saves.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    connect(&m_process, &QProcess::finished, this, &QueueHelper::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Q_EMIT failed(tr("A second training can't be started: %1").arg(m_process.errorString()));
            Q_EMIT ended();
        }
    });
}

QueueHelper::~QueueHelper()
{
    m_process.disconnect(this);
    stop();
    if (isRunning() && !m_process.waitForFinished(patience)) {
        m_process.kill(); // what its last checkpoint holds is kept
        m_process.waitForFinished(patience);
    }
}

void QueueHelper::start(const QString &laboratory, const QString &dataFolder, int threads)
{
    if (isRunning()) {
        return;
    }
    m_isStopping = false;
    m_process.start(m_program, {QStringLiteral("queue"), QStringLiteral("run"), QStringLiteral("--json"), QStringLiteral("--laboratory"), laboratory, QStringLiteral("--data"),
                                dataFolder, QStringLiteral("--threads"), QString::number(threads)});
}

void QueueHelper::stop()
{
    if (isRunning()) {
        m_isStopping = true;
        m_process.terminate();
    }
}

void QueueHelper::takeEnd(int exitCode)
{
    const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    if (exitCode != 0 && !m_isStopping && !said.isEmpty()) {
        Q_EMIT failed(said.section(QLatin1Char('\n'), -1).section(QStringLiteral("convscope: "), -1));
    }
    Q_EMIT ended();
}

} // namespace convscope
