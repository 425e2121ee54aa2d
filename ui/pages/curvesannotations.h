// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotscene.h"
#include "ui/pages/curvesdata.h"

#include <QCoreApplication>

namespace convscope {

/// What is written on the charts of a run: marks, the overfitting gap, the numbers under the pointer, and a text for
/// those who don't see the picture.
class CurvesAnnotations
{
    Q_DECLARE_TR_FUNCTIONS(convscope::CurvesAnnotations)

public:
    /// Epoch of the lowest test loss, pauses, changes of settings, divergence.
    static std::vector<PlotMark> marks(const CurvesData &run, Quantity quantity, const CurvesOptions &options);
    static std::optional<PlotShade> overfitting(const CurvesData &run, Quantity quantity, const CurvesOptions &options);
    /// Where the time line stands.
    static PlotMark positionMark(const CurvesData &run, double steps, const CurvesOptions &options);
    /// At the batch nearest to an x, and the epoch nearest to that.
    static std::optional<PlotReadout> readout(const CurvesData &run, const CurvesData &ghost, Quantity quantity,
                                              const CurvesOptions &options, double x);
    /// Whole sentences with the last and the best numbers.
    static QString summary(const CurvesData &run, Quantity quantity);
    /// One line for every setting that differs: "learning rate 0.001 → 0.0001".
    static QStringList changes(const LiveSettings &before, const LiveSettings &after);

private:
    static PlotMark lowestLossMark(const CurvesData &run, Quantity quantity, const CurvesOptions &options);
    static PlotMark eventMark(const RunEvent &event, double x);
};

} // namespace convscope
