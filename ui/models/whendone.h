// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace convscope {

/// `take` gets the future's answer in the thread of `context`, unless that is gone by then. In place of QFuture::then(context, …), which
/// in Qt 6.4 looks at the context from the thread of the work, where it may be dying just then.
template<typename Answer, typename Take>
void whenDone(QObject *context, const QFuture<Answer> &future, Take take)
{
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled()) {
            take(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace convscope
