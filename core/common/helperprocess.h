// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QProcess;

namespace convscope {

/// The program once more, without a window, for the queue of that laboratory. It gets SIGTERM when the thread that started it ends,
/// whatever it was that ended it (Linux): then it stops and saves.
/// `threads`: for entries that leave the number to the program. `more` stands behind the other arguments.
void startQueueHelper(QProcess &process, const QString &program, const QString &laboratory, int threads, const QStringList &more);

} // namespace convscope
