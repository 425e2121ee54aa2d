// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filteranalysis.h"
#include "ui/models/inspection.h"
#include "ui/models/pacedjob.h"

#include <QThreadPool>
#include <QTimer>

namespace convscope {

enum class FilterShow {
    Weights,
    SinceStart, ///< weights - those of the untrained network
    SinceBefore, ///< weights - those of the kept moment before; while it trains: of the picture before
    Gradient, ///< of the loss over the first training pictures
};

/// What the page of the filters shows: the layer at the moment of the inspection, or of a copy that was operated on; its order, findings
/// and statistics, which are worked out in the background while somebody looks.
class FiltersData : public QObject
{
    Q_OBJECT

public:
    static constexpr int gradientPictures = 1000;

    explicit FiltersData(Inspection &inspection, QObject *parent = nullptr);

    /// Nothing is worked out while nobody looks.
    void setActive(bool active);
    void setLayerIndex(int index);
    int layerIndex() const { return m_index; }
    void setShow(FilterShow show);
    FilterShow show() const { return m_show; }
    void setOrderBy(FilterOrder order);
    /// A copy that was operated on takes the place of the run's weights; nullptr gives it back.
    void setPatient(const WeightsPtr &patient);

    Inspection &inspection() const { return m_inspection; }
    /// The patient's, or the inspection's; nullptr before the first.
    WeightsPtr weights() const { return m_patient ? m_patient : m_inspection.weights(); }
    bool hasPatient() const { return m_patient != nullptr; }
    /// The weights themselves, and what is shown of them; nullptr where it isn't known (yet).
    const std::shared_ptr<const FilterLayer> &layer() const { return m_layer; }
    const std::shared_ptr<const FilterLayer> &shown() const { return m_shown; }
    const std::shared_ptr<const FilterLayer> &start() const { return m_start; }
    const std::vector<int> &order() const { return m_order; }
    const std::vector<FilterFinding> &findings() const { return m_findings; }
    /// Of the weights that are shown, or, while these are trained, of ones before: statisticsSteps() says which. Empty until they are
    /// worked out.
    const std::vector<FilterStatistics> &statistics() const;
    qint64 statisticsSteps() const { return m_counted ? m_counted->steps : 0; }
    /// The time line plays or is dragged.
    bool isMoving() const { return m_standstill.isActive(); }
    bool isCounting() const { return m_statisticsJob.isBusy(); }
    /// What the difference is taken from, in steps; -1 where it isn't shown.
    qint64 earlierSteps() const { return m_earlierSteps; }
    /// Why something is missing; empty while all is well.
    QString problem() const { return m_problem; }
    Activation activation() const;

Q_SIGNALS:
    void shownChanged();
    void analysisChanged();
    void statisticsChanged();

private:
    void update();
    bool isFollowing() const;
    void awaitStandstill();
    void forget();
    std::shared_ptr<const FilterLayer> currentLayer() const;
    void updateShown();
    std::optional<FilterLayer> before();
    void analyse();
    void count();
    void computeGradient();

    struct Analysis
    {
        std::vector<int> order;
        std::vector<FilterFinding> findings;
    };

    Inspection &m_inspection;
    bool m_isActive = false;
    int m_index = 0;
    FilterShow m_show = FilterShow::Weights;
    FilterOrder m_orderBy = FilterOrder::Index;
    WeightsPtr m_patient;
    std::shared_ptr<const FilterLayer> m_layer, m_shown, m_start, m_previous, m_gradient;
    std::vector<int> m_order;
    std::vector<FilterFinding> m_findings;
    std::vector<FilterStatistics> m_statistics;
    WeightsPtr m_counted;
    bool m_isCountedLive = false; ///< those were trained on when they were asked for
    bool m_hadStatistics = false;
    WeightsPtr m_gradientOf;
    qint64 m_earlierSteps = -1;
    QString m_problem;
    QThreadPool m_pool; ///< for the statistics and the analysis; goes after the jobs, which give up what runs
    QTimer m_standstill; ///< runs while the time line moves
    PacedJob m_analysisJob{8};
    PacedJob m_statisticsJob{4};
    PacedJob m_gradientJob{3};
};

} // namespace convscope
