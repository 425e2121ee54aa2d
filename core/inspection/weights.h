// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/model/namedarray.h"

#include <memory>
#include <string>
#include <vector>

namespace convscope {

/// All numbers of a network at one moment of a run. Immutable once shared; any thread may read it.
struct Weights
{
    Architecture architecture;
    int side = 28; ///< of a picture
    int classes = 10;
    qint64 steps = 0; ///< batches trained when they were copied
    /// Parameters and buffers: "conv1.weight" [filters, C, k, k], "hidden1.weight" [width, F], "output.bias" [K], …
    std::vector<NamedArray> arrays;

    /// nullptr where there is none of that name.
    const NamedArray *find(const std::string &name) const;
    NamedArray *find(const std::string &name);
};

/// What the arrays say of their pictures and classes; nullptr where they don't fit the architecture. Where several sides fit, 28 is
/// taken, else the smallest.
std::shared_ptr<const Weights> weightsFrom(const Architecture &architecture, qint64 steps, std::vector<NamedArray> arrays);

using WeightsPtr = std::shared_ptr<const Weights>;

} // namespace convscope
