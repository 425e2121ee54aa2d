// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/ratesearch.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace convscope {

/// What the curve of a learning-rate search says.
struct RateVerdict
{
    enum class Kind {
        Found, ///< it falls and turns up: everything is known
        StillFalls, ///< it falls up to the largest rate that was tried: no breaking point
        NeverFalls, ///< it stays as it was
        OnlyRises, ///< the smallest rate is too large already
        TooShort ///< too few points to say
    };
    Kind kind = Kind::TooShort;
    /// Indices of points. The steepest: where the smoothed loss falls most over the logarithm of the rate.
    std::optional<std::size_t> steepest;
    /// The breaking point: the lowest smoothed loss, from where it turns up.
    std::optional<std::size_t> breaking;
    /// The rate to train with, with two digits: that of the steepest point, but at most a tenth of the breaking point's.
    std::optional<double> suggestion;
    /// The suggestion is that tenth.
    bool isTenth = false;
};

/// Pure. Slopes are those of straight lines through a fifth of a power of ten on either side, and a fall or rise counts only where it is
/// several times as large as the noise of single batches leaves in the smoothed loss.
RateVerdict judge(const std::vector<RatePoint> &points);

/// With two digits that mean something, in the language of the program: "0.0012".
QString rateText(double rate);

/// In sentences: what the steepest point is, what the breaking point is, what is suggested and why; what to try where nothing was found.
QString steepestText(const RateVerdict &verdict, const std::vector<RatePoint> &points);
QString breakingText(const RateVerdict &verdict, const std::vector<RatePoint> &points);
QString suggestionText(const RateVerdict &verdict);

} // namespace convscope
