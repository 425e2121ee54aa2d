// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/metrics.h"

#include <cmath>

namespace convscope {

namespace {

double share(double part, double whole)
{
    return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::vector<ClassMetrics> classMetrics(const Confusion &confusion)
{
    std::vector<ClassMetrics> metrics;
    for (int label = 0; label < confusion.classes; ++label) {
        ClassMetrics one;
        one.pictures = confusion.rowTotal(label);
        one.called = confusion.columnTotal(label);
        one.right = confusion.at(label, label);
        one.precision = share(one.right, one.called);
        one.recall = share(one.right, one.pictures);
        one.f1 = share(2.0 * one.right, one.pictures + one.called);
        metrics.push_back(one);
    }
    return metrics;
}

double macroF1(const std::vector<ClassMetrics> &metrics)
{
    double sum = 0.0;
    int count = 0;
    for (const ClassMetrics &one : metrics) {
        if (!std::isnan(one.f1)) {
            sum += one.f1;
            ++count;
        }
    }
    return share(sum, count);
}

} // namespace convscope
