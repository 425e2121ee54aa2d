// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runcontrol.h"
#include "core/training/trainingsink.h"

#include <memory>

class Output;

/// A sink that prints: for people a progress line and a line per epoch, for programs one JSON object a line. When the output
/// can't be written any more it asks the run to stop.
class ProgressPrinter : public convscope::TrainingSink
{
public:
    /// The last line, after Engine::train() has returned.
    virtual void ended(const convscope::RunEnd &end) = 0;
};

/// Both arguments must outlive the printer.
std::unique_ptr<ProgressPrinter> makeProgressPrinter(bool asJson, Output &output, convscope::RunControl &control);
