// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/engine.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// One search for a learning rate in the background; its points arrive by timer. Lives in the main thread.
class RateSearchJob : public QObject
{
    Q_OBJECT

public:
    explicit RateSearchJob(QObject *parent = nullptr);
    /// Gives up what is under way, without waiting for it.
    ~RateSearchJob() override;

    /// In place of one that is under way. The engine must outlive all searches, as it does; the experiment must have passed validate().
    void start(Engine *engine, const DatasetPtr &data, const Experiment &experiment, const RateSearchPlan &plan);
    /// Acts within one step; ended() follows.
    void cancel();

    bool isRunning() const { return m_shared != nullptr; }
    const std::vector<RatePoint> &points() const { return m_points; }
    /// Nothing before the first search and while one is under way.
    const std::optional<RateSearchEnd> &end() const { return m_end; }

Q_SIGNALS:
    void pointsArrived();
    void ended();

private:
    struct Shared;
    void takePoints();

    std::shared_ptr<Shared> m_shared; ///< with the search that is under way
    std::vector<RatePoint> m_points;
    std::optional<RateSearchEnd> m_end;
    QTimer m_timer;
};

} // namespace convscope
