// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runcontrol.h"
#include "core/training/trainingsink.h"

#include <memory>
#include <optional>

class Output;

/// A sink that prints: for people a progress line and a line per epoch, for programs one JSON object a line. When the output
/// can't be written any more it asks the run to stop.
class ProgressPrinter : public convscope::TrainingSink
{
public:
    /// The last line, after Engine::train() has returned.
    virtual void ended(const convscope::RunEnd &end) = 0;
};

/// What is known of the run before it is trained.
struct RunBefore
{
    QString id; ///< in the laboratory; empty where it isn't recorded
    /// Of a run that goes on.
    std::optional<convscope::EpochReport> best;
    std::optional<convscope::EpochReport> last;
};

/// `output` and `control` must outlive the printer.
std::unique_ptr<ProgressPrinter> makeProgressPrinter(bool asJson, Output &output, convscope::RunControl &control,
                                                     const RunBefore &before);
