// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picturepreparation.h"
#include "ui/models/inspection.h"

namespace convscope {

/// What is being tested on the Try it page.
struct TrySource
{
    QImage image;
    QString title; ///< of a file or test picture; empty: it is drawn
    int testIndex = -1;
    int label = -1;

    bool isDrawn() const { return title.isEmpty(); }
    /// What the chosen settings mean for it: a drawing is bright on black, and begins with the edge of the thing unless it changes a
    /// picture (`onPicture`); a test picture is one that networks are asked about already.
    PreparationSettings settings(PreparationSettings chosen, bool onPicture) const;
    /// For the other pages. It is a test picture only where nothing has changed it.
    Probe probe(const PreparedPicture &prepared, const DatasetPtr &dataset) const;
};

/// One of the data set.
TrySource testSource(const Dataset &dataset, int index);

} // namespace convscope
