// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"

#include <QJsonObject>

/// What `convscope runs --json` says of a run: id, name, state, preset, epochs_done, epochs, settings, best, last.
QJsonObject runJson(const convscope::RunRecord &run);
