// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/surgery.h"
#include "ui/pages/surgeryaccuracy.h"
#include "ui/pages/surgeryhistory.h"

/// What the operations on filters are called, and what they have done, in words.
namespace convscope::surgerytexts {

/// In the order of the menu.
inline constexpr NamedKernel kernels[] = {NamedKernel::Identity, NamedKernel::Edge, NamedKernel::SobelX, NamedKernel::SobelY, NamedKernel::Blur, NamedKernel::Sharpen};

QString nameOf(NamedKernel kernel);
/// What is seen in place of the run's network.
QString ofCopy(const SurgeryHistory &history);
QString ofAccuracy(const SurgeryAccuracy::Accuracies &found);

} // namespace convscope::surgerytexts
