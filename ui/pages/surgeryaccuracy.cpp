// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/surgeryaccuracy.h"

#include "ui/models/inspection.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// So many are answered within a second; all of them follow.
constexpr int samplePictures = 1000;
constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

DatasetPtr sampleOf(const Dataset &data)
{
    auto sample = std::make_shared<Dataset>();
    sample->side = data.side;
    sample->classes = data.classes;
    sample->test.count = std::min(samplePictures, data.test.count);
    sample->test.pixels.assign(data.test.pixels.begin(), data.test.pixels.begin() + std::ptrdiff_t(sample->test.count) * data.side * data.side);
    sample->test.labels.assign(data.test.labels.begin(), data.test.labels.begin() + sample->test.count);
    return sample;
}

} // namespace

SurgeryAccuracy::SurgeryAccuracy(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
    connect(&m_job, &PacedJob::due, this, &SurgeryAccuracy::ask);
    for (const auto signal : {&Inspection::dataChanged, &Inspection::inspectorChanged}) {
        connect(&inspection, signal, this, &SurgeryAccuracy::askAgain);
    }
}

void SurgeryAccuracy::compare(const WeightsPtr &before, const WeightsPtr &after)
{
    if (before == m_before && after == m_after) {
        return; // only another filter was frozen
    }
    if (before != m_before) {
        m_knownBefore.clear();
    }
    m_accuracies = {notKnown, notKnown, 0, 0, {}};
    m_before = before;
    m_after = after;
    m_asksForAll = false;
    m_job.reset();
    if (after) {
        m_job.request();
    }
}

/// Other pictures, or the first ones.
void SurgeryAccuracy::askAgain()
{
    if (m_after && m_sampleOf != m_inspection.data()) {
        m_accuracies = {notKnown, notKnown, 0, 0, {}};
        m_asksForAll = false;
        m_job.reset();
        m_job.request();
    }
}

void SurgeryAccuracy::ask()
{
    const Inspector *inspector = m_inspection.inspector();
    const DatasetPtr all = m_inspection.data();
    if (!inspector || !all || !m_after) {
        return;
    }
    if (m_sampleOf != all) {
        m_sample = sampleOf(*all);
        m_sampleOf = all;
        m_knownBefore.clear();
    }
    const bool isAll = m_asksForAll;
    const DatasetPtr pictures = isAll ? all : m_sample;
    const auto earlier = m_knownBefore.find(pictures->test.count);
    const double known = earlier == m_knownBefore.end() ? notKnown : earlier->second;
    const auto work = [inspector, pictures, count = all->test.count, before = m_before, after = m_after, known, isCancelled = m_job.isCancelled()] {
        Accuracies found{known, notKnown, pictures->test.count, count, {}};
        const Result<TestAnswers> answers = inspector->test(after, *pictures, isCancelled);
        found.after = answers ? answers.value().accuracy : notKnown;
        found.error = answers.error();
        if (std::isnan(known) && answers) {
            const Result<TestAnswers> unchanged = inspector->test(before, *pictures, isCancelled);
            found.before = unchanged ? unchanged.value().accuracy : notKnown;
            found.error = unchanged.error();
        }
        return found;
    };
    m_job.run(QtConcurrent::run(work), [this](const Accuracies &accuracies) { take(accuracies); });
}

void SurgeryAccuracy::take(const Accuracies &found)
{
    m_accuracies = found;
    if (!std::isnan(found.before)) {
        m_knownBefore[found.pictures] = found.before;
    }
    Q_EMIT changed();
    if (found.pictures < found.all && found.error.isEmpty()) {
        m_asksForAll = true;
        m_job.request();
    }
}

} // namespace convscope
