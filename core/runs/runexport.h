// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/csvwriter.h"
#include "core/runs/runstore.h"

#include <optional>
#include <vector>

/// Runs as files for other programs: the same from the window and from the command line.
namespace convscope {

enum class RunFormat { Run, Safetensors, Onnx, PyTorch, TensorBoard, Csv, Settings };

struct RunFormatInfo
{
    RunFormat format;
    const char *name; ///< as the command line calls it
    const char *suffix; ///< ".csv"; empty where TensorBoard looks at the beginning of a name instead
};

/// In the order in which a menu shows them.
const std::vector<RunFormatInfo> &runFormats();
const RunFormatInfo &infoOf(RunFormat format);
std::optional<RunFormat> runFormatNamed(const QString &name);

/// A file's name for a run of that name, without a folder.
QString proposedFileName(RunFormat format, const QString &runName);
/// Empty, or why the program that the format is for would pass over a file of that name.
QString fileNameProblem(RunFormat format, const QString &path);

/// Writes a run as a whole or not at all; an existing file is replaced. Weights are those that the run's settings want (last or best
/// epoch). The value says what was passed over because it is damaged. ONNX loads the engine. `style`:
/// the decimal mark of a table.
Result<QStringList> exportRunAs(RunStore &store, const QString &id, RunFormat format, const QString &path, CsvStyle style = CsvStyle::Point);

} // namespace convscope
