// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace convscope {

/// One curve: y over 1, 2, 3, … (epochs). A value that is not finite leaves a gap.
struct ChartLine
{
    QString name; ///< stands at the line's end
    QString color; ///< "#0072B2"
    std::vector<double> values;
    /// The band behind it, as long as `values`; both empty for none.
    std::vector<double> lowest;
    std::vector<double> highest;
    bool isDashed = false;
    int ringAt = 0; ///< a ring around that value, counted from 1; 0: none
};

struct SvgChart
{
    QString title;
    QString xTitle;
    QString yTitle;
    std::vector<ChartLine> lines;
    bool isPercent = false; ///< values are shares, shown times 100
};

/// Rising values 1, 2 or 5 times a power of ten apart that lie in [lowest, highest]: about `count` of them. Pure.
std::vector<double> niceTicks(double lowest, double highest, int count);

/// An SVG element of 490 x 300 that can stand alone or in an HTML page. Numbers are in the default QLocale; needs no screen.
QByteArray svgOf(const SvgChart &chart);

} // namespace convscope
