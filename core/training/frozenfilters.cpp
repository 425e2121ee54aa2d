// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/frozenfilters.h"

#include "core/common/counttext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace convscope {

namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(FrozenFilters)
};

/// Places count from 1 for people.
QString place(int index)
{
    return countText(qint64(index) + 1);
}

QString missing(const FrozenFilter &frozen, const std::vector<ConvBlock> &blocks)
{
    if (frozen.block < 0 || frozen.block >= int(blocks.size())) {
        return Messages::tr("Frozen filters: there is no convolution block %1 in this network. Take its filters off the list.").arg(place(frozen.block));
    }
    const int count = blocks[std::size_t(frozen.block)].filters;
    if (frozen.filter < 0 || frozen.filter >= count) {
        return Messages::tr("Frozen filters: convolution block %1 has the filters 1 to %2, and no filter %3. Take it off the list.")
            .arg(place(frozen.block), countText(count), place(frozen.filter));
    }
    return QString();
}

} // namespace

QString frozenFiltersText(const std::vector<FrozenFilter> &filters)
{
    QStringList blocks;
    for (auto begin = filters.begin(); begin != filters.end();) {
        const auto end = std::find_if(begin, filters.end(), [begin](const FrozenFilter &other) { return other.block != begin->block; });
        QStringList numbers;
        for (auto frozen = begin; frozen != end; ++frozen) {
            numbers << place(frozen->filter);
        }
        //: %1 is a number, %2 a list of the numbers of its filters.
        blocks << Messages::tr("convolution block %1: %2").arg(place(begin->block), numbers.join(QStringLiteral(", ")));
        begin = end;
    }
    return blocks.join(QStringLiteral("; "));
}

QString frozenFiltersProblem(const std::vector<FrozenFilter> &filters, const Architecture &architecture)
{
    for (const FrozenFilter &frozen : filters) {
        if (const QString sentence = missing(frozen, architecture.convBlocks); !sentence.isEmpty()) {
            return sentence;
        }
    }
    const auto twice = std::adjacent_find(filters.begin(), filters.end());
    return twice == filters.end() ? QString()
                                  : Messages::tr("Frozen filters: filter %1 of convolution block %2 is named twice. Take it off the list once.")
                                        .arg(place(twice->filter), place(twice->block));
}

} // namespace convscope
