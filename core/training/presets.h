// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/trainingsettings.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace convscope {

/// A ready experiment, from resources/presets/*.json or saved by the user.
struct Preset
{
    Experiment experiment;
    /// One sentence in the language of the program; empty for the user's own.
    QString description;
    bool builtIn = true;
};

/// cnn-1, cnn-2, cnn-3, mlp-2048, mlp-512 and first-steps, in the order in which they are shown.
std::vector<Preset> builtInPresets();

/// The user's presets: one JSON file each below `folder`, by name. A file that can't be read is left out and named in
/// `problems`.
std::vector<Preset> userPresets(const QString &folder, QStringList *problems = nullptr);

/// Writes (or replaces) a preset of the user's as a whole or not at all. A built-in name is refused. Returns the path.
Result<QString> saveUserPreset(const QString &folder, const Experiment &experiment);

/// Built-in first, then the user's. Failure lists the names there are.
Result<Preset> findPreset(const QString &name, const QString &userFolder);

/// <AppDataLocation>/presets
QString userPresetFolder();

} // namespace convscope
