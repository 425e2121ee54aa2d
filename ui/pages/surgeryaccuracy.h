// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "ui/models/pacedjob.h"

#include <QObject>

#include <map>

namespace convscope {

class Inspection;

/// The test accuracy of a network before and after an operation, worked out in the background: first on a thousand pictures, which takes
/// less than a second, then on all.
class SurgeryAccuracy : public QObject
{
    Q_OBJECT

public:
    /// NaN where it isn't known (yet).
    struct Accuracies
    {
        double before = 0.0;
        double after = 0.0;
        int pictures = 0; ///< those that were looked at
        int all = 0; ///< all test pictures; the rest of them follows
        QString error;
    };

    /// The inspection must outlive it.
    explicit SurgeryAccuracy(Inspection &inspection, QObject *parent = nullptr);

    /// nullptr for both: nothing is worked out any more.
    void compare(const WeightsPtr &before, const WeightsPtr &after);
    const Accuracies &accuracies() const { return m_accuracies; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askAgain();
    void take(const Accuracies &found);

    Inspection &m_inspection;
    WeightsPtr m_before;
    WeightsPtr m_after;
    DatasetPtr m_sample; ///< the first test pictures of m_sampleOf
    DatasetPtr m_sampleOf;
    std::map<int, double> m_knownBefore; ///< of m_before, by the number of pictures
    bool m_asksForAll = false;
    Accuracies m_accuracies;
    PacedJob m_job{0};
};

} // namespace convscope
