// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runwatch.h"

#include <algorithm>

namespace convscope {

RunWatch::RunWatch(const QString &file)
    : m_file(file)
{
}

Result<RunChanges> RunWatch::look()
{
    if (!m_store) {
        Result<std::unique_ptr<RunStore>> store = RunStore::openForReading(m_file);
        if (!store) {
            return Result<RunChanges>::failure(store.error());
        }
        m_store = std::move(store).value();
    }
    const Result<qint64> version = m_store->dataVersion();
    if (!version) {
        m_store.reset();
        return Result<RunChanges>::failure(version.error());
    }
    if (version.value() == m_version && m_active.isEmpty()) {
        return RunChanges();
    }
    m_version = version.value();
    return changesIn(*m_store);
}

RunChanges RunWatch::changesIn(RunStore &store)
{
    RunChanges changes;
    const Result<QHash<QString, QByteArray>> seals = store.seals();
    if (!seals) {
        m_version = -1; // once more the next time
        return changes;
    }
    QStringList ids;
    for (auto seal = seals.value().begin(); seal != seals.value().end(); ++seal) {
        if (m_seals.value(seal.key()) != seal.value() || m_active.contains(seal.key())) {
            ids << seal.key();
        }
    }
    for (const QString &id : m_seals.keys()) {
        if (!seals.value().contains(id)) {
            changes.gone << id;
            m_active.remove(id);
        }
    }
    for (const QString &id : ids) {
        const Result<RunRecord> run = store.run(id); // one that is damaged shows as it was
        if (!run) {
            continue;
        }
        const bool isNew = m_seals.value(id) != seals.value()[id];
        const bool wasActive = m_active.contains(id);
        if (isActive(run.value())) {
            m_active.insert(id);
        } else {
            m_active.remove(id);
        }
        if (isNew || wasActive != isActive(run.value())) {
            changes.changed.push_back(run.value());
        }
    }
    m_seals = seals.value();
    std::stable_sort(changes.changed.begin(), changes.changed.end(), [](const RunRecord &a, const RunRecord &b) { return a.created < b.created; });
    return changes;
}

} // namespace convscope
