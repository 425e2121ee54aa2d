// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What the command line asks for. Texts are kept as they were typed; experimentfrom.h turns them into an experiment.
struct Options
{
    enum class Command { Window, Train, Presets, Describe, Version, Runs, Show, Resume, Export, Import, Delete, Trash, Queue };

    Command command = Command::Window;
    std::optional<QString> preset;
    std::optional<QString> settingsFile;
    std::optional<QString> epochs;
    std::optional<QString> patience;
    std::optional<QString> smallestChange;
    std::optional<QString> keep;
    std::optional<QString> learningRate;
    std::optional<QString> batchSize;
    std::optional<QString> dropout;
    std::optional<QString> seed;
    std::optional<QString> threads;
    std::optional<QString> engine;
    std::optional<QString> trainImages;
    std::optional<QString> labelNoise;
    /// `train`: a safetensors file with the weights to begin with.
    std::optional<QString> weights;
    std::optional<QString> dataFolder;
    /// A file, or "none" for a training that isn't recorded.
    std::optional<QString> laboratory;
    /// An id, the beginning of one, or "latest".
    std::optional<QString> run;
    std::optional<QString> format;
    std::optional<QString> file;
    std::optional<QString> language;
    bool json = false;
    /// `delete`: out of the trash again.
    bool undo = false;
    /// `trash`: erase everything in it.
    bool empty = false;
    /// `queue`: what to do, with which entry, where to.
    std::optional<QString> action;
    std::optional<QString> entry;
    std::optional<QString> place;
    std::optional<QString> parallel;
    /// The window: a file with a run that shall be added and shown.
    std::optional<QString> runFile;
};
