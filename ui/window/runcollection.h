// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

#include <chrono>
#include <memory>
#include <vector>

namespace convscope {

/// The runs of a session by number: those that are listed, and those that were taken off the list and can come back.
class RunCollection
{
public:
    /// For the next run; numbers are never given twice.
    int newNumber() { return ++m_lastNumber; }
    int lastNumber() const { return m_lastNumber; }

    TrainingRun &add(std::unique_ptr<TrainingRun> run);
    /// Puts a run in the place of the listed one with its number; gives the one before.
    std::unique_ptr<TrainingRun> replace(std::unique_ptr<TrainingRun> run);
    /// False where no listed run has that number.
    bool remove(int number);
    void restore(int number);
    /// nullptr where no removed run has that id.
    TrainingRun *restoreWithId(const QString &id);

    // Among those that are listed; nullptr where there is none.
    TrainingRun *find(int number) const;
    TrainingRun *findId(const QString &id) const;
    TrainingRun *active() const;

    /// Runs that have ended, have curves and are not recorded.
    int unkeptCount() const;
    /// Why a run can't be saved at the moment; empty while all are.
    QString recordingTrouble() const;
    /// Of those that have ended and have no trouble: nothing is left to be saved.
    void closeEndedRecordings(std::chrono::milliseconds patience);
    void closeAllRecordings(std::chrono::milliseconds patience);

private:
    using Runs = std::vector<std::unique_ptr<TrainingRun>>;
    static void move(Runs &from, Runs::iterator run, Runs &to);

    Runs m_listed;
    Runs m_removed;
    int m_lastNumber = 0;
};

} // namespace convscope
