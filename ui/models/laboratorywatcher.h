// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runwatch.h"

#include <QObject>
#include <QThread>

namespace convscope {

/// Looks every second, on a thread of its own, whether another program has changed the runs of the laboratory.
class LaboratoryWatcher : public QObject
{
    Q_OBJECT

public:
    explicit LaboratoryWatcher(const QString &file, QObject *parent = nullptr);
    ~LaboratoryWatcher() override;

Q_SIGNALS:
    /// The first time: all runs there are.
    void changed(const convscope::RunChanges &changes);

private:
    QThread m_thread;
};

} // namespace convscope
