// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trainingsubset.h"

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace convscope {

/// One training picture that is shown as an example.
struct DataSample
{
    /// Index into Dataset::train.
    int picture = 0;
    int trueLabel = 0;
    /// What the run is told it is.
    int givenLabel = 0;

    bool isWrong() const { return givenLabel != trueLabel; }
    bool operator==(const DataSample &) const = default;
};

/// What the Data page shows of one class.
struct DataClass
{
    int trainCount = 0;
    int testCount = 0;
    /// Pictures of this class that the chosen settings use, and how many of those carry a wrong label.
    int usedCount = 0;
    int wrongCount = 0;
    /// Drawn from the used ones, without repetition.
    std::vector<DataSample> samples;
};

/// One entry for each class of the data, with at most `perClass` samples. `draw` 0, 1, 2, … give other samples; the
/// same arguments always give the same ones. Pure.
std::vector<DataClass> drawDataSamples(const Dataset &data, const TrainingSubset &subset, int perClass, quint32 draw);

} // namespace convscope
