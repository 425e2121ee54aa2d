// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuehelper.h"

#include "core/common/helperprocess.h"

#include <QCoreApplication>

namespace convscope {

namespace {

constexpr int patience = 10000; // milliseconds: for one batch, and for saving

} // namespace

QueueHelper::QueueHelper(QObject *parent)
    : QObject(parent)
    , m_program(QCoreApplication::applicationFilePath())
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
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
    startQueueHelper(m_process, m_program, laboratory, threads, {QStringLiteral("--json"), QStringLiteral("--data"), dataFolder});
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
