// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/surgeryhistory.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

/// Each holds whole networks.
constexpr std::size_t mostLeft = 8;

} // namespace

void SurgeryHistory::push(const OperatedCopy &before, const OperatedCopy &copy)
{
    if (m_now.done.empty()) {
        m_now.before = before;
    }
    const std::size_t count = m_now.done.size();
    const OperatedCopy &earlier = count > 1 ? m_now.done[count - 2] : m_now.before;
    if (count > 0 && earlier == copy) {
        undo();
        return;
    }
    m_now.done.push_back(copy);
    m_now.undone.clear();
}

bool SurgeryHistory::undo()
{
    if (m_now.done.empty()) {
        return false;
    }
    m_now.undone.push_back(std::move(m_now.done.back()));
    m_now.done.pop_back();
    return true;
}

bool SurgeryHistory::redo()
{
    if (m_now.undone.empty()) {
        return false;
    }
    m_now.done.push_back(std::move(m_now.undone.back()));
    m_now.undone.pop_back();
    return true;
}

bool SurgeryHistory::undoAll()
{
    const bool hasChanged = canUndo();
    while (undo()) {
    }
    return hasChanged;
}

bool SurgeryHistory::goTo(const QString &run, qint64 position)
{
    if (run == m_now.run && position == m_now.position) {
        return false;
    }
    const bool hadSome = canUndo();
    if (hadSome || canRedo()) {
        m_left.push_back(std::move(m_now));
        if (m_left.size() > mostLeft) {
            m_left.erase(m_left.begin());
        }
    }
    const auto found = std::find_if(m_left.begin(), m_left.end(), [&](const Moment &moment) { return moment.run == run && moment.position == position; });
    if (found == m_left.end()) {
        m_now = {run, position, {}, {}, {}};
    } else {
        m_now = std::move(*found);
        m_left.erase(found);
    }
    return hadSome || canUndo();
}

int SurgeryHistory::operations() const
{
    int count = 0;
    const WeightsPtr *last = &m_now.before.weights;
    for (const OperatedCopy &copy : m_now.done) {
        count += int(copy.weights != *last);
        last = &copy.weights;
    }
    return count;
}

std::optional<SurgeryHistory::Place> SurgeryHistory::elsewhere() const
{
    for (auto moment = m_left.rbegin(); moment != m_left.rend(); ++moment) {
        if (moment->run == m_now.run && !moment->done.empty()) {
            return Place{moment->position, moment->before.weights->steps};
        }
    }
    return std::nullopt;
}

} // namespace convscope
