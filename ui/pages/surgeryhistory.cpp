// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/surgeryhistory.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

/// Each holds whole networks.
constexpr std::size_t mostLeft = 8;
constexpr std::size_t mostDone = 24;

} // namespace

void SurgeryHistory::push(const OperatedCopy &before, const OperatedCopy &copy)
{
    if (m_now.done.empty()) {
        m_now.before = before;
        m_now.floor = before.weights;
        m_now.forgotten = 0;
    }
    const std::size_t count = m_now.done.size();
    const OperatedCopy &earlier = count > 1 ? m_now.done[count - 2] : m_now.before;
    if (count > 0 && earlier == copy && (count > 1 || m_now.forgotten == 0)) {
        undo();
        return;
    }
    m_now.done.push_back(copy);
    m_now.undone.clear();
    if (m_now.done.size() > mostDone) {
        m_now.forgotten += int(m_now.done.front().weights != m_now.floor);
        m_now.floor = m_now.done.front().weights;
        m_now.done.erase(m_now.done.begin());
    }
}

void SurgeryHistory::rebase(const WeightsPtr &weights)
{
    const WeightsPtr before = m_now.before.weights;
    if (operations() > 0 || !before || before == weights) {
        return;
    }
    std::erase_if(m_now.undone, [&before](const OperatedCopy &copy) { return copy.weights != before; });
    for (std::vector<OperatedCopy> *copies : {&m_now.done, &m_now.undone}) {
        for (OperatedCopy &copy : *copies) {
            copy.weights = weights;
        }
    }
    m_now.before.weights = m_now.floor = weights;
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
        m_now = {run, position, {}, {}, {}, 0, nullptr};
    } else {
        m_now = std::move(*found);
        m_left.erase(found);
    }
    return hadSome || canUndo();
}

int SurgeryHistory::operations() const
{
    if (m_now.done.empty()) {
        return 0;
    }
    int count = m_now.forgotten;
    const WeightsPtr *last = &m_now.floor;
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
