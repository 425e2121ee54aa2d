// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/confusionmatrix.h"

#include <QLocale>

#include <cmath>

/// What the matrix and its painting share.
namespace convscope {

/// Where everything is. All of it in whole pixels.
struct ConfusionMatrix::Grid
{
    int left = 0;
    int top = 0;
    int cellWidth = 0;
    int cellHeight = 0;
    int classes = 0;
    int lineHeight = 0;

    QRect cell(int row, int column) const { return QRect(left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight); }
    int right() const { return left + classes * cellWidth; }
    int bottom() const { return top + classes * cellHeight; }
};

namespace confusion {

constexpr int gap = 6;
constexpr int legendWidth = 160;

/// In %, without the sign of it; a dash for a share of nothing.
inline QString shareText(double share)
{
    return std::isnan(share) ? QStringLiteral("–") : QLocale().toString(100.0 * share, 'f', 1);
}

} // namespace confusion

} // namespace convscope
