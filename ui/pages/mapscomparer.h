// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapscomparison.h"
#include "ui/pages/mapsworker.h"

#include <QTimer>

namespace convscope {

/// Fetches the second flow: reads other weights from the laboratory where they are needed, and computes in the background. What is
/// overtaken by another choice is dropped. Lives in the main thread.
class MapsComparer : public QObject
{
    Q_OBJECT

public:
    /// The inspection must outlive the comparer.
    MapsComparer(Inspection &inspection, QObject *parent);

    void setComparison(const Comparison &comparison);
    const Comparison &comparison() const { return m_comparison; }
    /// Something of the inspection has changed.
    void refresh();
    /// The shown run is another one now.
    void forget();
    /// Why there is nothing to compare with; empty while all is well.
    QString problem() const { return m_problem; }
    /// Those of the laboratory that can be compared with the shown one.
    void listRuns();

Q_SIGNALS:
    void ready(const convscope::FlowPtr &flow);
    /// No second flow, or none yet; see problem().
    void cleared();
    void runsListed(const std::vector<convscope::MapsComparison::Run> &runs);

private:
    bool needsOtherWeights() const;
    void readWeights();
    void readMoment(const QString &id, qint64 steps);
    void takeWeights(const Result<WeightsPtr> &weights);
    void clear(const QString &problem);
    Probe probe() const;

    Inspection &m_inspection;
    FlowWorker *m_worker;
    Comparison m_comparison;
    WeightsPtr m_weights; ///< of the other moment or run
    QString m_problem;
    int m_generation = 0; ///< of what is read
    bool m_isReading = false;
    QTimer m_retry; ///< after a failure: what a run that has just ended leaves is written a little later
    int m_retries = 0;
    int m_subject = 0;
    Probe m_lastProbe;
};

} // namespace convscope
