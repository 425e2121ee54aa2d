// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// What the command line asks for. Texts are kept as they were typed; experimentfrom.h turns them into an experiment.
struct Options
{
    enum class Command { Window, Train, Presets, Describe, Version, Runs, Show, Resume, Export, Import, Delete, Thin, Classify, Paper, Compare, Sweep, Trash, Queue, FindRate, Report };

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
    std::optional<QString> precision;
    std::optional<QString> trainImages;
    std::optional<QString> labelNoise;
    /// `train`: a safetensors file with the weights to begin with.
    std::optional<QString> weights;
    std::optional<QString> dataFolder;
    /// A file, or "none" for a training that isn't recorded.
    std::optional<QString> laboratory;
    /// An id, the beginning of one, or "latest".
    std::optional<QString> run;
    /// `compare`: as `run`, several. `report`: the same, and then the file to write.
    QStringList runs;
    std::optional<QString> format;
    std::optional<QString> file;
    /// `classify`: exported weights in place of a run, where to write what the network saw, and the pictures.
    std::optional<QString> weightsFile;
    std::optional<QString> seenFolder;
    QStringList files;
    /// `paper`: "1-3" or "1,5".
    std::optional<QString> seeds;
    /// A folder.
    std::optional<QString> report;
    /// `sweep`: of `of` machines, this is number `index` (from 0).
    std::optional<QString> index;
    std::optional<QString> of;
    std::optional<QString> language;
    bool json = false;
    /// `delete`: out of the trash again.
    bool undo = false;
    /// `delete`: a run that can't be read, for ever.
    bool damaged = false;
    /// `paper`: the variants with batch normalisation, too.
    bool batchNorm = false;
    /// `paper`: trains nothing.
    bool reportOnly = false;
    /// `sweep`: only says what would be trained, and how long it takes.
    bool plan = false;
    /// `thin`: do it.
    bool yes = false;
    /// `trash`: erase everything in it.
    bool empty = false;
    /// `queue`: what to do, with which entry, where to.
    std::optional<QString> action;
    std::optional<QString> entry;
    std::optional<QString> place;
    std::optional<QString> parallel;
    /// The window: what shall be opened in it.
    QStringList opened;
    /// `find-rate`: the range and the number of steps; `points` prints the curve, too.
    std::optional<QString> rateFrom;
    std::optional<QString> rateTo;
    std::optional<QString> steps;
    bool points = false;
    /// `export --format csv`: "point" or "comma".
    std::optional<QString> decimal;
};
