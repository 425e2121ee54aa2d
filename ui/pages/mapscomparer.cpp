// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapscomparer.h"

#include "ui/models/whendone.h"

namespace convscope {

namespace {

constexpr int retryMilliseconds = 500;
constexpr int mostRetries = 20;

} // namespace

MapsComparer::MapsComparer(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
    , m_worker(new FlowWorker(this))
{
    connect(m_worker, &FlowWorker::ready, this, &MapsComparer::ready);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &MapsComparer::refresh);
    connect(m_worker, &FlowWorker::failed, this, &MapsComparer::clear);
}

void MapsComparer::setComparison(const Comparison &comparison)
{
    if (comparison == m_comparison) {
        return;
    }
    m_comparison = comparison;
    forget();
    refresh();
}

void MapsComparer::forget()
{
    ++m_generation;
    ++m_subject;
    m_isReading = false;
    m_retry.stop();
    m_retries = 0;
    m_weights.reset();
    m_worker->cancel();
    clear(QString());
}

void MapsComparer::clear(const QString &problem)
{
    m_problem = problem;
    Q_EMIT cleared();
}

bool MapsComparer::needsOtherWeights() const
{
    return m_comparison.with == Comparison::With::Untrained || m_comparison.with == Comparison::With::Moment || m_comparison.with == Comparison::With::Run;
}

Probe MapsComparer::probe() const
{
    const DatasetPtr data = m_inspection.data();
    if (m_comparison.with != Comparison::With::Picture || !data || m_comparison.picture >= data->test.count) {
        return m_inspection.probe();
    }
    const int index = m_comparison.picture;
    return {testPicture(*data, index), tr("Test picture %1").arg(index), index, data->test.labels[std::size_t(index)]};
}

void MapsComparer::refresh()
{
    if (m_comparison.with == Comparison::With::Nothing || !m_inspection.run()) {
        return;
    }
    if (needsOtherWeights() && !m_weights) {
        readWeights();
        return;
    }
    const WeightsPtr weights = needsOtherWeights() ? m_weights : m_inspection.weights();
    const Probe probe = this->probe();
    if (!m_inspection.inspector() || !weights || probe.picture.values.empty()) {
        return;
    }
    if (probe.picture != m_lastProbe.picture || probe.title != m_lastProbe.title) {
        ++m_subject;
        m_lastProbe = probe;
    }
    m_worker->request(m_inspection.inspector(), weights, probe, m_subject);
}

void MapsComparer::readWeights()
{
    const QString id = m_inspection.run()->id();
    if (!m_inspection.laboratory() || id.isEmpty()) {
        clear(tr("This run is not kept in a laboratory, so there is no other moment and no other run to compare with."));
    } else if (m_isReading || m_retry.isActive() || (m_comparison.with == Comparison::With::Run && m_comparison.run.isEmpty())) {
        return; // what is read, or the list of runs, comes back here
    } else if (m_comparison.with == Comparison::With::Run) {
        m_isReading = true;
        whenDone(this, m_inspection.laboratory()->moments(m_comparison.run),
                 [this, generation = m_generation](const Result<RunMoments> &moments) {
            if (generation != m_generation) {
                return;
            }
            m_isReading = false;
            if (!moments || moments.value().weights.empty()) {
                clear(moments ? tr("No weights are kept of the run “%1”.").arg(m_comparison.runName) : moments.error());
            } else {
                readMoment(m_comparison.run, moments.value().weights.back());
            }
        });
    } else {
        readMoment(id, m_comparison.with == Comparison::With::Moment ? m_comparison.steps : 0);
    }
}

void MapsComparer::readMoment(const QString &id, qint64 steps)
{
    if (!m_inspection.laboratory()) {
        return;
    }
    m_isReading = true;
    whenDone(this, m_inspection.laboratory()->weights(id, steps),
             [this, generation = m_generation](const Result<WeightsPtr> &weights) {
        if (generation == m_generation) {
            m_isReading = false;
            takeWeights(weights);
        }
    });
}

void MapsComparer::takeWeights(const Result<WeightsPtr> &weights)
{
    if (!weights) {
        if (m_retries++ < mostRetries) {
            m_retry.start();
        }
        clear(weights.error());
        return;
    }
    m_problem.clear();
    m_weights = weights.value();
    refresh();
}

void MapsComparer::listRuns()
{
    if (!m_inspection.laboratory()) {
        Q_EMIT runsListed({});
        return;
    }
    whenDone(this, m_inspection.laboratory()->list(), [this](const Result<RunList> &list) {
        std::vector<MapsComparison::Run> runs;
        if (list) {
            for (const RunRecord &record : list.value().runs) {
                if (record.batches > 0 && !record.trashed && (!m_inspection.run() || record.id != m_inspection.run()->id())) {
                    runs.push_back({record.id, record.name});
                }
            }
        }
        if (runs.empty() && m_comparison.with == Comparison::With::Run) {
            clear(list ? tr("There is no other run yet. Train another network to compare it with this one.") : list.error());
        }
        Q_EMIT runsListed(runs);
    });
}

} // namespace convscope
