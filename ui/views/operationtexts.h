// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/operationcontent.h"
#include "ui/views/viewexport.h"

#include <QString>

#include <optional>

/// What the Operation page says in words and as a table, in the language of the program.
namespace convscope {

/// "3 · ReLU, 32 × 28 × 28": for choosing a layer.
QString layerTitle(const Architecture &architecture, const std::vector<LayerSummary> &layers, int index);
/// What this kind of operation does, for somebody who saw a convolution for the first time today.
QString operationExplanation(const OperationContent &content, const std::optional<Anatomy> &anatomy);
/// The unit that is shown in one sentence, for screen readers.
QString operationSentence(const OperationContent &content, const std::optional<Anatomy> &anatomy);
/// All numbers that are shown.
ViewTable operationTable(const OperationContent &content, const std::optional<Anatomy> &anatomy);

} // namespace convscope
