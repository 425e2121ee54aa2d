// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

#include <QStyledItemDelegate>

namespace convscope {

/// Paints one row of a RunListModel on three lines: name and last test accuracy; the state in words; the best
/// test accuracy, and below it a bar of the progress. Left of them the state's icon and the run's number.
class RunListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunListDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static QColor stateColor(RunState state, const QPalette &palette);
    /// The name of the icon that stands for a state, for themedIcon().
    static const char *stateIconName(RunState state);

private:
    struct Look;
    void paintFirstLine(QPainter *painter, const QRect &line, const QModelIndex &index, const Look &look) const;
    /// And the bar below it.
    void paintLastLine(QPainter *painter, const QRect &line, const QModelIndex &index, const Look &look) const;
    void paintBar(QPainter *painter, const QRectF &bar, const QModelIndex &index, const Look &look) const;
};

} // namespace convscope
