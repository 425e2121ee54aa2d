// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tickdelegate.h"

#include <QApplication>
#include <QPainter>

namespace convscope {

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!item.features.testFlag(QStyleOptionViewItem::HasCheckIndicator) || item.checkState == Qt::Checked) {
        return;
    }
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &item, item.widget);
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    QColor color = item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    color.setAlpha(170);
    painter->save();
    painter->setPen(color);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(box.adjusted(1, 1, -2, -2));
    painter->restore();
}

} // namespace convscope
