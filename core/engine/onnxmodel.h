// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/weights.h"

#include <QByteArray>

namespace convscope {

/// See Engine::onnx().
Result<QByteArray> onnxModel(const Weights &weights);

} // namespace convscope
