// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/onnxmodel.h"

#include <QCoreApplication>

namespace convscope {

Result<QByteArray> onnxModel(const Weights &)
{
    return Result<QByteArray>::failure(QCoreApplication::translate(
        "convscope::TorchEngine", "This program was built without ONNX. Install libonnx-dev and libprotobuf-dev and build it again."));
}

} // namespace convscope
