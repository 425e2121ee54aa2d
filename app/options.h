// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What the command line asks for. Texts are kept as they were typed; experimentfrom.h turns them into an experiment.
struct Options
{
    enum class Command { Window, Train, Presets, Describe, Version };

    Command command = Command::Window;
    std::optional<QString> preset;
    std::optional<QString> settingsFile;
    std::optional<QString> epochs;
    std::optional<QString> learningRate;
    std::optional<QString> batchSize;
    std::optional<QString> dropout;
    std::optional<QString> seed;
    std::optional<QString> threads;
    std::optional<QString> engine;
    std::optional<QString> trainImages;
    std::optional<QString> labelNoise;
    std::optional<QString> dataFolder;
    std::optional<QString> language;
    bool json = false;
};
