// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/curvesdata.h"

#include <QByteArray>
#include <QImage>

#include <vector>

class QMimeData;

namespace convscope {

class PlotView;

/// How numbers are written: 0.25 with commas between the columns, or 0,25 with semicolons, as spreadsheets expect it
/// where the comma is the decimal mark. Everything else is the same in every language.
enum class CsvStyle { Point, Comma };

/// One line per epoch, with a line of titles. Numbers have all digits that they need to be read back; NaN is "nan".
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
