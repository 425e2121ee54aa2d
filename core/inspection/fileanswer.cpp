// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/fileanswer.h"

#include "core/data/picturefile.h"
#include "core/data/picturepreparation.h"
#include "core/inspection/mirrorcheck.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace convscope {

int FileAnswer::label() const
{
    return probabilities.empty() ? -1 : int(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
}

FileAnswer answerFor(const QString &file, const Inspector &inspector, const WeightsPtr &weights)
{
    FileAnswer answer;
    answer.file = file;
    const Result<LoadedPicture> loaded = loadPicture(file);
    if (!loaded) {
        answer.error = loaded.error();
        return answer;
    }
    answer.notes = loaded.value().notes;
    const PreparedPicture prepared = preparePicture(loaded.value().image, {}, weights->side);
    answer.seen = prepared.picture;
    if (prepared.isEmpty) {
        answer.error = QCoreApplication::translate("convscope::FileAnswer", "There is nothing in the picture %1 that differs from its background.").arg(QDir::toNativeSeparators(file));
        return answer;
    }
    const auto both = inspector.probabilities(weights, {prepared.picture, mirrored(prepared.picture)});
    if (!both) {
        answer.error = both.error();
        return answer;
    }
    const auto middle = both.value().begin() + weights->classes;
    const std::vector<float> direct(both.value().begin(), middle);
    const std::vector<float> reflected(middle, both.value().end());
    answer.isMirrored = mirroredIsSurer(direct, reflected);
    answer.probabilities = answer.isMirrored ? reflected : direct;
    answer.seen = answer.isMirrored ? mirrored(answer.seen) : answer.seen;
    return answer;
}

} // namespace convscope
