// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"

namespace convscope {

/// One HTML file with everything in it, UTF-8; see htmlPage(). Any thread.
QByteArray reportHtml(const ReportDocument &report);

/// The picture as PNG, each of its pixels `factor` pixels wide and high.
QByteArray pngOf(const QImage &image, int factor = 1);

} // namespace convscope
