// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace convscope {

/// The runs of a RunListModel that are looked for, in the order that was chosen.
class RunFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order { Newest, Oldest, Name, BestAccuracy, LastAccuracy };

    explicit RunFilter(QObject *parent = nullptr);

    /// Shows the runs that have every word of it in their name, tags, note or number, in capitals or not.
    void setSearch(const QString &text);
    void setFavouritesOnly(bool only);
    void setOrder(Order order);
    Order order() const { return m_order; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    bool m_favouritesOnly = false;
    Order m_order = Order::Newest;
};

} // namespace convscope
