// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"

class QPagedPaintDevice;

namespace convscope {

/// Draws a report on pages: black on white, charts as lines, no picture cut by a page's end, a title and a page number below each. Only
/// those pages that the device wants (QPagedPaintDevice::pageRanges()). Empty, or a sentence. Needs a QGuiApplication (for its fonts),
/// else any thread.
QString paintReport(const ReportDocument &report, QPagedPaintDevice &device);

/// The same as a PDF file: A4, or Letter where that is usual. Empty where it failed.
QByteArray reportPdf(const ReportDocument &report);

} // namespace convscope
