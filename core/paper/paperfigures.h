// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper/paperreport.h"

#include <QByteArray>

namespace convscope {

struct NamedFigure
{
    QString file; ///< "figure-3", "figure-4-batch-norm"; without ending
    QString caption;
    QByteArray loss; ///< SVG
    QByteArray accuracy;
};

/// Mean loss and accuracy, train and test, per epoch: as figures 3 to 6 of the paper. Where there are several seeds, the line is their mean
/// and the band reaches from the lowest to the highest. A figure without any run stays out; variants with batch normalisation
/// have figures of their own.
std::vector<NamedFigure> paperFigures(const PaperReport &report);

} // namespace convscope
