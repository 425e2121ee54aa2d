// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/checkpoint.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// Weights in the safetensors format (https://huggingface.co/docs/safetensors): a length, a header in JSON, numbers. Nothing in such
/// a file is ever executed.
namespace convscope {

/// float32, named and shaped as in a state_dict of PyTorch; the experiment stands in the header's metadata, with the name of the data that
/// it was trained on and, where they are known, the names of the classes.
QByteArray safetensorsBytes(const std::vector<NamedArray> &arrays, const Experiment &experiment, const QString &dataName = {}, const QStringList &classNames = {});

struct SafetensorsFile
{
    std::vector<NamedArray> arrays; ///< in the order in which they lie in the file
    QString experiment; ///< JSON text from the metadata; empty where there is none
    QStringList classNames; ///< from the metadata; empty where there are none
};

/// Reads float32 arrays in the order in which they lie in the file. Every size is checked against the file before memory is taken;
/// arrays must neither overlap nor leave holes. Failures name the file and the array.
Result<SafetensorsFile> readSafetensorsFile(const QString &path);
/// The arrays alone.
Result<std::vector<NamedArray>> readSafetensors(const QString &path);

} // namespace convscope
