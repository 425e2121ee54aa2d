// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/csvwriter.h"
#include "ui/pages/curvesdata.h"

#include <QByteArray>
#include <QImage>

#include <vector>

class QMimeData;

namespace convscope {

class PlotView;

/// One line per epoch, with a line of titles.
QByteArray epochsCsv(const std::vector<EpochRow> &epochs, CsvStyle style);
/// One line per batch of a run.
QByteArray batchesCsv(const RunHistory &history, CsvStyle style);

/// The plots below each other as they are shown now, `scale` times as large.
QImage plotsImage(const std::vector<PlotView *> &plots, double scale);
/// Empty when it could not be drawn.
QByteArray plotsPng(const std::vector<PlotView *> &plots, double scale);
QByteArray plotsSvg(const std::vector<PlotView *> &plots, const QString &title);

/// Picture and numbers in one, for the clipboard; owned by the caller.
QMimeData *plotsMimeData(const std::vector<PlotView *> &plots, const QByteArray &csv);

} // namespace convscope
