// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/ratesearch.h"

#include "core/training/settingrange.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace convscope {

namespace {

constexpr int fewestSteps = 20;
constexpr int mostSteps = 5000;

QString translated(const char *text)
{
    return QCoreApplication::translate("RateSearch", text);
}

} // namespace

double RateSearchPlan::rateAt(int step) const
{
    const double share = steps > 1 ? double(step) / double(steps - 1) : 0.0;
    return std::exp(std::log(from) + share * (std::log(to) - std::log(from)));
}

QString problemOf(const RateSearchPlan &plan)
{
    const double highest = settingRange(QStringLiteral("training.learning_rate")).maximum;
    if (!(plan.from > 0.0) || !(plan.to > plan.from) || !(plan.to <= highest)) {
        return translated(QT_TRANSLATE_NOOP("RateSearch", "The learning rate must rise: from a number above 0 to a larger one, at most %1."))
            .arg(QLocale().toString(highest, 'g', 6));
    }
    if (plan.steps < fewestSteps || plan.steps > mostSteps) {
        return translated(QT_TRANSLATE_NOOP("RateSearch", "Choose %1 to %2 steps.")).arg(fewestSteps).arg(QLocale().toString(mostSteps));
    }
    return QString();
}

double LossSmoother::add(double loss)
{
    m_average = memory * m_average + (1.0 - memory) * loss;
    m_weight *= memory;
    return m_average / (1.0 - m_weight);
}

} // namespace convscope
