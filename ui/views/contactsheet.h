// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QSize>
#include <QString>

#include <vector>

class QPainter;
class QPalette;

namespace convscope {

/// Many small pictures on one sheet, each with two short lines below: to be saved or printed.
class ContactSheet
{
public:
    struct Item
    {
        QImage picture; ///< a null one leaves an empty frame
        QString name; ///< shortened in its middle where it is too long
        QString answer;
    };

    ContactSheet(std::vector<Item> items, const QFont &font);

    /// About as wide as high; empty without items.
    QSize size() const;
    /// From the origin; what lies behind it is the caller's.
    void paint(QPainter &painter, const QPalette &palette) const;
    /// For tests: where an item's picture is.
    QRect pictureRect(int item) const;

private:
    QSize cell() const;
    int columns() const;

    std::vector<Item> m_items;
    QFont m_font;
};

} // namespace convscope
