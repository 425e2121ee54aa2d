// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runfilter.h"

#include "ui/models/runlistmodel.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// True where `left` comes first: the higher accuracy; runs without one come last.
bool isBetter(const QModelIndex &left, const QModelIndex &right, int role)
{
    const double a = left.data(role).toDouble();
    const double b = right.data(role).toDouble();
    return std::isnan(b) ? !std::isnan(a) : a > b;
}

} // namespace

RunFilter::RunFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void RunFilter::setSearch(const QString &text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilter::setFavouritesOnly(bool only)
{
    m_favouritesOnly = only;
    invalidateFilter();
}

void RunFilter::setOrder(Order order)
{
    m_order = order;
    invalidate();
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex run = sourceModel()->index(row, 0, parent);
    if (m_favouritesOnly && !run.data(RunListModel::FavouriteRole).toBool()) {
        return false;
    }
    const QString text = run.data(RunListModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool RunFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int number = left.data(RunListModel::NumberRole).toInt();
    const int other = right.data(RunListModel::NumberRole).toInt();
    switch (m_order) {
    case Order::Newest:
        return number > other;
    case Order::Oldest:
        return number < other;
    case Order::Name: {
        const int order = left.data(RunListModel::NameRole).toString().localeAwareCompare(right.data(RunListModel::NameRole).toString());
        return order != 0 ? order < 0 : number > other;
    }
    case Order::BestAccuracy:
        return isBetter(left, right, RunListModel::BestAccuracyRole);
    case Order::LastAccuracy:
        return isBetter(left, right, RunListModel::LastAccuracyRole);
    }
    return false;
}

} // namespace convscope
