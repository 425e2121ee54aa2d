// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <QtNumeric>

#include <limits>

/// Arithmetic for counts (never negative) that stays at the largest number instead of overflowing: people may ask about
/// any network, also about one that no machine could hold.
namespace convscope {

inline qint64 saturatingAdd(qint64 a, qint64 b)
{
    qint64 sum = 0;
    return qAddOverflow(a, b, &sum) ? std::numeric_limits<qint64>::max() : sum;
}

inline qint64 saturatingMultiply(qint64 a, qint64 b)
{
    qint64 product = 0;
    return qMulOverflow(a, b, &product) ? std::numeric_limits<qint64>::max() : product;
}

template<typename... Counts>
qint64 saturatingMultiply(qint64 a, qint64 b, Counts... more)
{
    return saturatingMultiply(saturatingMultiply(a, b), more...);
}

} // namespace convscope
