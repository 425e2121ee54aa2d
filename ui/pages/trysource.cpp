// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trysource.h"

#include <QCoreApplication>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::TrySource", source);
}

} // namespace

PreparationSettings TrySource::settings(PreparationSettings chosen, bool onPicture) const
{
    if (testIndex >= 0 && chosen == PreparationSettings()) {
        chosen.background = BackgroundRule::Dark;
        chosen.filling = PreparationSettings::Filling::Never;
        chosen.crop = chosen.contrast = false;
    }
    if (isDrawn() && chosen.background == BackgroundRule::Automatic) {
        chosen.background = BackgroundRule::Dark; // the pad is black
    }
    if (isDrawn() && !onPicture && chosen.filling == PreparationSettings::Filling::Automatic) {
        chosen.filling = PreparationSettings::Filling::Always; // whoever draws clothes begins with their edge, and a brush is broad
    }
    return chosen;
}

Probe TrySource::probe(const PreparedPicture &prepared, const DatasetPtr &dataset) const
{
    if (testIndex < 0) {
        return {prepared.picture, isDrawn() ? text(QT_TRANSLATE_NOOP("convscope::TrySource", "Drawing")) : title, -1, label};
    }
    const bool isItself = dataset && testIndex < dataset->test.count && prepared.picture == testPicture(*dataset, testIndex);
    return isItself ? Probe{prepared.picture, title, testIndex, label}
                    : Probe{prepared.picture, text(QT_TRANSLATE_NOOP("convscope::TrySource", "%1, changed")).arg(title), -1, label};
}

TrySource testSource(const Dataset &dataset, int index)
{
    return {imageOf(testPicture(dataset, index)), text(QT_TRANSLATE_NOOP("convscope::TrySource", "Test picture %1")).arg(index), index, dataset.test.labels[std::size_t(index)]};
}

} // namespace convscope
