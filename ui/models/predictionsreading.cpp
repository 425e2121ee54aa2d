// SPDX-License-Identifier: GPL-3.0-or-later
// What Predictions reads from the laboratory.
#include "ui/models/predictions.h"

#include "ui/models/whendone.h"

#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

/// Epochs that are read at once: what was read shows after each such part.
constexpr std::size_t readAtOnce = 40;

} // namespace

/// The shown epoch first, then the others part by part.
bool Predictions::readMissing()
{
    const Laboratory *laboratory = m_inspection.laboratory();
    if (m_isReading || !laboratory || m_id.isEmpty()) {
        return false;
    }
    std::vector<int> missing;
    const int shown = m_inspection.shownEpoch();
    for (const int epoch : m_inspection.moments().probabilities) {
        if (!m_epochs.contains(epoch) && !m_unreadable.contains(epoch)) {
            missing.push_back(epoch);
        }
    }
    if (std::find(missing.begin(), missing.end(), shown) != missing.end()) {
        missing = {shown};
    } else if (missing.size() > readAtOnce) {
        missing.erase(missing.begin(), missing.end() - std::ptrdiff_t(readAtOnce)); // the newest first
    }
    if (missing.empty()) {
        return false;
    }
    m_isReading = true;
    whenDone(this, QtConcurrent::run(readEpochs, laboratory->file(), m_id, missing),
             [this, missing, generation = m_generation](const std::pair<Read, QString> &read) {
            if (generation != m_generation) {
                return;
            }
            m_isReading = false;
            for (const EpochAnswersPtr &epoch : read.first) {
                m_epochs[epoch->epoch] = epoch;
            }
            for (const int epoch : missing) {
                if (!m_epochs.contains(epoch)) {
                    m_unreadable.insert(epoch);
                    if (epoch == m_inspection.shownEpoch()) {
                        setProblem(read.second);
                    }
                }
            }
            schedule();
        });
    return true;
}

void Predictions::readOther()
{
    if (m_other || m_isReadingOther || m_comparison.run.isEmpty() || !m_inspection.laboratory()) {
        return;
    }
    const auto found = std::find_if(m_comparable.begin(), m_comparable.end(), [this](const ComparableRun &run) { return run.id == m_comparison.run; });
    if (found == m_comparable.end()) {
        return;
    }
    m_isReadingOther = true;
    whenDone(this, QtConcurrent::run(readEpochs, m_inspection.laboratory()->file(), found->id, std::vector<int>{found->epoch}),
             [this, asked = m_comparison, data = m_inspection.data()](const std::pair<Read, QString> &read) {
            m_isReadingOther = false;
            if (data != m_inspection.data()) {
                return;
            }
            if (asked == m_comparison && !read.first.empty()) {
                m_other = read.first.front();
            } else if (asked == m_comparison) {
                m_comparison = {};
                setProblem(read.second);
            }
            schedule();
        });
}

void Predictions::listRuns()
{
    if (!m_inspection.laboratory() || !m_inspection.data()) {
        return;
    }
    whenDone(this, m_inspection.laboratory()->list(), [this, data = m_inspection.data()](const Result<RunList> &list) {
        if (!list || data != m_inspection.data()) {
            return; // the list of runs says so
        }
        m_comparable = runsTestedWith(list.value(), data->checksum, m_id);
        const bool isThere = std::any_of(m_comparable.begin(), m_comparable.end(), [this](const ComparableRun &run) { return run.id == m_comparison.run; });
        if (!m_comparison.run.isEmpty() && !isThere) {
            m_comparison = {};
            m_other.reset();
        }
        Q_EMIT comparableRunsChanged();
        schedule();
    });
}

} // namespace convscope
