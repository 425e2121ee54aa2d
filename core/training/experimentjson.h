// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/trainingsettings.h"

#include <QByteArray>
#include <QJsonObject>

namespace convscope {

inline constexpr int experimentVersion = 1;

/// The JSON form of an experiment, version 1:
///   {"convscope_experiment": 1, "name": "cnn-1",
///    "architecture": {"conv_blocks": [{"filters": 32, "kernel_size": 3, "padding": 1, "batch_norm": false,
///                                      "activation": "relu", "max_pool": true}],
///                     "hidden_layers": [{"width": 600, "activation": "relu", "dropout": 0.25}]},
///    "training": {"optimizer": "adam", "learning_rate": 0.001, "momentum": 0.9, "weight_decay": 0,
///                 "schedule": {"kind": "constant", "step_epochs": 10, "step_factor": 0.1},
///                 "batch_size": 64, "epochs": 5, "early_stopping": {"patience": 0, "smallest_change": 0},
///                 "final_weights": "last", "seed": 1, "threads": 0, "engine": "fast", "train_images": 0, "label_noise": 0,
///                 "augmentation": {"mirror": 0, "shift": 0, "turn": 0, "scale": 0, "noise": 0, "erase": 0},
///                 "frozen_filters": [{"block": 1, "filter": 4}]}}
/// Blocks and filters count from 1; "frozen_filters" is left out where there are none.
/// Left-out keys take the defaults of the structs; "convscope_experiment" and "architecture" are required.
QJsonObject toJson(const Experiment &experiment);

/// The same as indented text, ready to be written to a file.
QByteArray toJsonText(const Experiment &experiment);

/// Refuses unknown keys, wrong types, numbers that are no integers where one is needed, and other versions, each by
/// name ("training.learnig_rate: unknown setting"). Ranges are validate()'s matter.
Result<Experiment> experimentFromJson(const QJsonObject &object);

/// Parses bytes as JSON first; at most 1 MB, and no key twice in one object. `source` names the file in messages.
Result<Experiment> experimentFromJson(const QByteArray &bytes, const QString &source);

/// "relu", "leaky_relu", "tanh", "sigmoid"; "adam", "sgd"; "constant", "step", "cosine", "one_cycle"; "fast", "reference"; "last", "best".
QString jsonName(Activation activation);
QString jsonName(Optimizer optimizer);
QString jsonName(ScheduleKind kind);
QString jsonName(Computation computation);
QString jsonName(Precision precision);
QString jsonName(FinalWeights weights);

} // namespace convscope
