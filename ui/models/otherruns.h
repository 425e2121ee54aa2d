// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"

namespace convscope {

/// A run that can be asked beside the shown one.
struct OtherRun
{
    /// In the laboratory; "#3" (its number) for a run of this session that isn't kept.
    QString id;
    QString name;
    bool isTraining = false; ///< newer weights are still to come

    bool operator==(const OtherRun &) const = default;
};

/// The runs beside the shown one that were trained on the same pictures: those of the laboratory, and of this session's unkept ones
/// those that were shown. Lives in the main thread; reading is done in the background.
class OtherRuns : public QObject
{
    Q_OBJECT

public:
    /// The inspection must outlive it.
    explicit OtherRuns(Inspection &inspection, QObject *parent = nullptr);

    /// listed() follows.
    void list();
    /// The newest first, as of the last listed().
    const std::vector<OtherRun> &runs() const { return m_runs; }
    /// Its newest weights.
    QFuture<Result<WeightsPtr>> newest(const OtherRun &run) const;

Q_SIGNALS:
    void listed();

private:
    struct Unkept
    {
        QString id;
        QString name;
        WeightsPtr weights;
    };
    void remember();
    void take(const RunList &list);

    Inspection &m_inspection;
    std::vector<OtherRun> m_runs;
    std::deque<Unkept> m_unkept; ///< the newest first
    int m_listing = 0; ///< number of the newest question
};

} // namespace convscope
