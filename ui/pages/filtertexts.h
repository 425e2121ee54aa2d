// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filteranalysis.h"
#include "ui/pages/filtersdata.h"
#include "ui/views/viewexport.h"

#include <QCoreApplication>

namespace convscope {

/// What the page of the filters says in words and numbers.
class FilterTexts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::FilterTexts)

public:
    /// "conv1: 32 filters of 3×3"
    static QString layerName(const Architecture &architecture, int index, int side);
    /// What is to be seen, for somebody who saw a filter for the first time today.
    static QString explanation(const FiltersData &data);
    /// Why the page has nothing to show of what was chosen.
    static QString missing(const FiltersData &data);
    /// One word beside a filter's number.
    static QString badge(const FilterFinding &finding);
    /// A sentence with the evidence.
    static QString sentence(const FilterFinding &finding);
    /// "2 dead, 4 twins"; "Nothing unusual" where there is nothing.
    static QString summary(const FiltersData &data);
    static QString numbers(const FiltersData &data, int filter);
    /// One row for each filter and input channel.
    static ViewTable table(const FilterLayer &layer);
};

} // namespace convscope
