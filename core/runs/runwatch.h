// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runstore.h"

#include <QHash>
#include <QSet>

namespace convscope {

/// What has become of the runs of a laboratory since somebody looked last.
struct RunChanges
{
    std::vector<RunRecord> changed; ///< new ones too, the oldest first
    QStringList gone; ///< ids of those that were erased

    bool isEmpty() const { return changed.empty() && gone.isEmpty(); }
};

/// Looks for changes that other programs, or other connections of this one, have made. Cheap where nothing has changed: SQLite counts the
/// changes of a file in memory that all programs share.
class RunWatch
{
public:
    explicit RunWatch(const QString &file);

    /// All runs the first time; later only what is new. A failure leaves all to the next call.
    Result<RunChanges> look();

private:
    RunChanges changesIn(RunStore &store);

    const QString m_file;
    std::unique_ptr<RunStore> m_store;
    qint64 m_version = -1;
    QHash<QString, QByteArray> m_seals;
    QSet<QString> m_active; ///< whose program may be gone at any time, without a word
};

} // namespace convscope
