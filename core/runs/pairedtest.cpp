// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/pairedtest.h"

#include <QtGlobal>

#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Converges fast for x < (a + 1) / (a + b + 2).
double betaFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    constexpr double enough = 1e-15;
    constexpr int most = 10000;
    const auto away = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1.0;
    double d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    double fraction = d;
    for (int m = 1; m <= most; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1.0) < enough) {
            break;
        }
    }
    return fraction;
}

} // namespace

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0.0 || x >= 1.0) {
        return x <= 0.0 ? 0.0 : 1.0;
    }
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    return x < (a + 1.0) / (a + b + 2.0) ? front * betaFraction(a, b, x) / a : 1.0 - front * betaFraction(b, a, 1.0 - x) / b;
}

PairedTest pairedTest(const std::vector<double> &a, const std::vector<double> &b)
{
    Q_ASSERT(a.size() == b.size());
    PairedTest test;
    test.pairs = int(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        test.meanDifference += (a[i] - b[i]) / double(a.size());
    }
    if (test.pairs < 2) {
        test.deviation = test.t = test.p = nan;
        return test;
    }
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double distance = a[i] - b[i] - test.meanDifference;
        squares += distance * distance;
    }
    const double freedom = test.pairs - 1;
    test.deviation = std::sqrt(squares / freedom);
    if (test.meanDifference == 0.0) {
        return test;
    }
    test.t = test.meanDifference / (test.deviation / std::sqrt(double(test.pairs)));
    test.p = std::isfinite(test.t) ? incompleteBeta(freedom / 2.0, 0.5, freedom / (freedom + test.t * test.t)) : 0.0;
    return test;
}

} // namespace convscope
