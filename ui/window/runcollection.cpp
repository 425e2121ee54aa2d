// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runcollection.h"

#include <algorithm>

namespace convscope {

namespace {

template<typename Runs>
auto placeOf(Runs &runs, int number)
{
    return std::find_if(runs.begin(), runs.end(), [number](const auto &run) { return run->number() == number; });
}

template<typename Runs>
auto placeOfId(Runs &runs, const QString &id)
{
    return std::find_if(runs.begin(), runs.end(), [&id](const auto &run) { return run->id() == id; });
}

} // namespace

TrainingRun &RunCollection::add(std::unique_ptr<TrainingRun> run)
{
    return *m_listed.emplace_back(std::move(run));
}

std::unique_ptr<TrainingRun> RunCollection::replace(std::unique_ptr<TrainingRun> run)
{
    run.swap(*placeOf(m_listed, run->number()));
    return run;
}

void RunCollection::move(Runs &from, Runs::iterator run, Runs &to)
{
    to.push_back(std::move(*run));
    from.erase(run);
}

bool RunCollection::remove(int number)
{
    const auto found = placeOf(m_listed, number);
    if (found == m_listed.end()) {
        return false;
    }
    move(m_listed, found, m_removed);
    return true;
}

void RunCollection::restore(int number)
{
    if (const auto found = placeOf(m_removed, number); found != m_removed.end()) {
        move(m_removed, found, m_listed);
    }
}

TrainingRun *RunCollection::restoreWithId(const QString &id)
{
    const auto found = placeOfId(m_removed, id);
    if (found == m_removed.end()) {
        return nullptr;
    }
    move(m_removed, found, m_listed);
    return m_listed.back().get();
}

TrainingRun *RunCollection::find(int number) const
{
    const auto found = placeOf(m_listed, number);
    return found == m_listed.end() ? nullptr : found->get();
}

TrainingRun *RunCollection::findId(const QString &id) const
{
    const auto found = placeOfId(m_listed, id);
    return id.isEmpty() || found == m_listed.end() ? nullptr : found->get();
}

TrainingRun *RunCollection::active() const
{
    const auto found = std::find_if(m_listed.begin(), m_listed.end(), [](const auto &run) { return isActive(run->state()); });
    return found == m_listed.end() ? nullptr : found->get();
}

int RunCollection::unkeptCount() const
{
    return int(std::count_if(m_listed.begin(), m_listed.end(), [](const auto &run) {
        return run->id().isEmpty() && isFinal(run->state()) && run->history()->batchCount() > 0;
    }));
}

QString RunCollection::recordingTrouble() const
{
    const auto troubled = std::find_if(m_listed.begin(), m_listed.end(), [](const auto &run) { return !run->recordingTrouble().isEmpty(); });
    return troubled == m_listed.end() ? QString() : (*troubled)->recordingTrouble();
}

void RunCollection::closeEndedRecordings(std::chrono::milliseconds patience)
{
    for (const auto &run : m_listed) {
        if (isFinal(run->state()) && run->recordingTrouble().isEmpty()) {
            run->closeRecording(patience);
        }
    }
}

void RunCollection::closeAllRecordings(std::chrono::milliseconds patience)
{
    for (const auto &run : m_listed) {
        run->closeRecording(patience);
    }
}

} // namespace convscope
