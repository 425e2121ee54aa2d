// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"

#include <QStringList>

namespace convscope {

/// What a network says of a picture file.
struct FileAnswer
{
    QString file;
    /// Why there is no answer: a whole sentence with the file's name. Empty while all is well.
    QString error;
    /// Sentences about what was done to the picture.
    QStringList notes;
    Picture seen; ///< empty where the file is no picture
    std::vector<float> probabilities;
    /// The network was clearly surer of the mirrored picture, which is the one in `seen`.
    bool isMirrored = false;

    /// The most likely class; -1 without an answer.
    int label() const;
};

/// Reads, prepares with the usual settings, and asks. Blocks; any thread but the window's.
FileAnswer answerFor(const QString &file, const Inspector &inspector, const WeightsPtr &weights);

} // namespace convscope
