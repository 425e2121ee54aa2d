// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/common/result.h"
#include "core/training/trainingsettings.h"

/// The experiment that the options describe: preset or settings file, then the single options on top. Numbers are read
/// with a point as decimal mark; ranges are validate()'s matter.
convscope::Result<convscope::Experiment> experimentFrom(const Options &options);
