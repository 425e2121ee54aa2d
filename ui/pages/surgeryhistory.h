// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"
#include "core/training/trainingsettings.h"

#include <QString>

#include <optional>
#include <vector>

namespace convscope {

/// The network after an operation, and what stays as it is when training goes on from it.
struct OperatedCopy
{
    WeightsPtr weights;
    std::vector<FrozenFilter> frozen;

    bool operator==(const OperatedCopy &other) const = default;
};

/// The operations on the network of one moment, to go back and forth in. Who goes to another moment or another run finds them as they
/// were when he comes back.
class SurgeryHistory
{
public:
    /// A moment that was left with operations: as a position of the inspection, and the steps of what was operated on.
    struct Place
    {
        qint64 position = 0;
        qint64 steps = 0;
    };

    /// `before`: what the run has there. An operation that takes the last one back counts as its undo.
    void push(const OperatedCopy &before, const OperatedCopy &copy);
    /// Where nothing but freezing was done, it was done to these weights: the run has gone on meanwhile.
    void rebase(const WeightsPtr &weights);
    // Each says whether something has changed.
    bool undo();
    bool redo();
    bool undoAll();
    /// Another moment, or the same.
    bool goTo(const QString &run, qint64 position);

    bool canUndo() const { return !m_now.done.empty(); }
    bool canRedo() const { return !m_now.undone.empty(); }
    /// nullptr where nothing is operated on.
    const OperatedCopy *copy() const { return m_now.done.empty() ? nullptr : &m_now.done.back(); }
    /// What was operated on first; nullptr with copy().
    WeightsPtr base() const { return m_now.done.empty() ? nullptr : m_now.before.weights; }
    /// Those that have changed a number: freezing has not.
    int operations() const;
    /// Where else in this run there are some, as it was left last.
    std::optional<Place> elsewhere() const;

private:
    struct Moment
    {
        QString run;
        qint64 position = 0;
        OperatedCopy before;
        std::vector<OperatedCopy> done;
        std::vector<OperatedCopy> undone; ///< the next one to be done again last
        /// So many operations are kept no more, the last of which left these weights; they are taken back together.
        int forgotten = 0;
        WeightsPtr floor;
    };
    Moment m_now;
    std::vector<Moment> m_left; ///< as they were left, the last one last
};

} // namespace convscope
