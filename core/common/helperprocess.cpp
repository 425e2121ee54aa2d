// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/helperprocess.h"

#include <QProcess>

#ifdef Q_OS_LINUX
#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace convscope {

void startQueueHelper(QProcess &process, const QString &program, const QString &laboratory, int threads, const QStringList &more)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) { // it ended before that
            ::_exit(1);
        }
    });
#endif
    process.start(program, QStringList{QStringLiteral("queue"), QStringLiteral("run"), QStringLiteral("--laboratory"), laboratory, QStringLiteral("--threads"), QString::number(threads)} + more);
}

} // namespace convscope
