// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/weights.h"
#include "core/training/trainingsettings.h"

#include <QStringList>

namespace convscope {

/// Weights that were exported as safetensors, with the experiment that made them.
struct ExportedWeights
{
    Experiment experiment;
    WeightsPtr weights;
    QStringList classNames; ///< as the data set's authors wrote them; empty where the file doesn't say them
};

/// Reads what `convscope export --format safetensors` wrote. The architecture stands in the file's metadata; every array's name and shape
/// is compared with it before anything is built of them. Failures name the file, and what is missing or doesn't fit.
Result<ExportedWeights> readExportedWeights(const QString &path);

} // namespace convscope
