// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/common/result.h"
#include "core/training/ratesearch.h"
#include "core/training/trainingsettings.h"
#include "core/training/validator.h"

#include <QStringList>

#include <optional>

/// The experiment that the options describe: preset or settings file, then the single options on top. Numbers are read
/// with a point as decimal mark; ranges are validate()'s matter. `known`: what the single options change where neither preset nor
/// file is named.
convscope::Result<convscope::Experiment> experimentFrom(const Options &options, const std::optional<convscope::Experiment> &known = {});

/// How the learning-rate finder shall go; checked.
convscope::Result<convscope::RateSearchPlan> ratePlanFrom(const Options &options);

/// validate()'s sentences about experimentFrom(options). What stands in the settings file, and not in a single option, is
/// said with the file's name.
QStringList problemsOf(const convscope::Experiment &experiment, const Options &options,
                       const convscope::ExperimentLimits &limits);

/// validate()'s sentences about an experiment that shall be trained with these pictures, on this machine, now.
QStringList problemsOf(const convscope::Experiment &experiment, const convscope::Dataset &data);
