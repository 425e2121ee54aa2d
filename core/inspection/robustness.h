// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/disturbance.h"
#include "core/inspection/inspector.h"

namespace convscope {

/// The accuracy of several networks over a whole test set whose pictures are all disturbed alike.
struct Robustness
{
    struct Curve
    {
        Disturbance::Kind kind = Disturbance::Kind::Shift;
        std::vector<double> amounts; ///< from neutral to the end of the range
        std::vector<std::vector<double>> accuracies; ///< [networks][amounts], each in [0, 1]
    };
    std::vector<Curve> curves; ///< one for each kind
    int pictures = 0;
};

/// A copy whose test pictures are disturbed; noise of each picture depends on its index alone. Values are rounded to 256 greys, as in the
/// files. The training half is left out, and the checksum is empty.
Dataset disturbedTest(const Dataset &data, const Disturbance &disturbance);

/// Amounts of the test: shift 0 to 10 pixels, turn 0 to 90 degrees, noise 0 to 0.5.
std::vector<double> testedAmounts(Disturbance::Kind kind);

/// Asks all networks about the whole test set at every amount. `progress` gets what is done and all there is to do, from this thread.
/// Blocks; for the background. Each picture is disturbed once, whatever the number of networks.
Result<Robustness> robustness(const Inspector &inspector, const std::vector<WeightsPtr> &networks, const Dataset &data,
                              const std::vector<Disturbance::Kind> &kinds, const std::function<void(int done, int all)> &progress = {},
                              const Inspector::IsCancelled &isCancelled = {});

} // namespace convscope
