// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QString>

#include <array>

/// The choices as people read them, in the language of the program.
namespace convscope {

inline constexpr std::array allActivations = {Activation::Relu, Activation::LeakyRelu, Activation::Tanh,
                                              Activation::Sigmoid};
inline constexpr std::array allOptimizers = {Optimizer::Adam, Optimizer::Sgd};
inline constexpr std::array allSchedules = {ScheduleKind::Constant, ScheduleKind::Step, ScheduleKind::Cosine,
                                            ScheduleKind::OneCycle};

inline constexpr std::array allComputations = {Computation::Fast, Computation::Reference};
inline constexpr std::array allPrecisions = {Precision::Float32, Precision::Bfloat16};

QString choiceText(Activation activation);
QString choiceText(Optimizer optimizer);
QString choiceText(ScheduleKind kind);
QString choiceText(FinalWeights weights);
QString choiceText(Computation computation);
/// The same word in every language.
QString choiceText(Precision precision);

} // namespace convscope
