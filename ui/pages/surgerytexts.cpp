// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/surgerytexts.h"

#include "ui/charts/numberformat.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::SurgeryTexts)
};

} // namespace

QString surgerytexts::nameOf(NamedKernel kernel)
{
    switch (kernel) {
    case NamedKernel::Identity:
        return Texts::tr("Identity");
    case NamedKernel::Edge:
        return Texts::tr("Edges");
    case NamedKernel::SobelX:
        return Texts::tr("Sobel, left to right");
    case NamedKernel::SobelY:
        return Texts::tr("Sobel, top to bottom");
    case NamedKernel::Blur:
        return Texts::tr("Blur");
    case NamedKernel::Sharpen:
        return Texts::tr("Sharpen");
    }
    return {};
}

QString surgerytexts::ofCopy(const SurgeryHistory &history)
{
    const OperatedCopy *copy = history.copy();
    if (!copy) {
        return Texts::tr("Works on a copy of the network; the run stays as it is.");
    }
    const QString steps = wholeText(double(history.base()->steps));
    if (const int operations = history.operations(); operations > 0) {
        return Texts::tr("You see a copy of the network after step %1, operated on %2×.").arg(steps, wholeText(double(operations)));
    }
    return copy->frozen.empty() ? Texts::tr("Every filter learns when training goes on from here.")
                                : Texts::tr("%Ln filter(s) will stay as they are when training goes on from here.", nullptr, int(copy->frozen.size()));
}

QString surgerytexts::ofAccuracy(const SurgeryAccuracy::Accuracies &found)
{
    if (!found.error.isEmpty()) {
        return found.error;
    }
    if (std::isnan(found.after) || std::isnan(found.before)) {
        return Texts::tr("The test pictures are being looked at…");
    }
    const double change = 100.0 * (found.after - found.before);
    const QString sign = change < 0.0 ? QStringLiteral("−") : QStringLiteral("+");
    const QString text = Texts::tr("Test accuracy %1 → %2 (%3 points)")
                             .arg(percentText(found.before, 2), percentText(found.after, 2), sign + QLocale().toString(std::abs(change), 'f', 2));
    return found.pictures < found.all ? Texts::tr("%1 on the first %2 test pictures. All %3 are being looked at…").arg(text, wholeText(found.pictures), wholeText(found.all))
                                      : Texts::tr("%1 on all %2 test pictures.").arg(text, wholeText(found.all));
}

} // namespace convscope
