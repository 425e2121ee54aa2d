// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runlistdelegate.h"

#include "ui/charts/runlook.h"
#include "ui/models/runlistmodel.h"
#include "ui/theme.h"
#include "ui/views/icons.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int margin = 8;
constexpr int gap = 8;
constexpr int iconSide = 22;
constexpr int lineGap = 2;
constexpr int barHeight = 4;

QString percent(double share)
{
    if (std::isnan(share))
        return RunListDelegate::tr("–");
    return RunListDelegate::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
}

} // namespace

struct RunListDelegate::Look
{
    QColor text;
    QColor muted;
    QColor state;
    QColor barGround;
    QFont bold;
    QFont normal;
};

RunListDelegate::RunListDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QColor RunListDelegate::stateColor(RunState state, const QPalette &palette)
{
    switch (state) {
    case RunState::Training:
    case RunState::Elsewhere:
        return theme::train(palette);
    case RunState::Paused:
    case RunState::Interrupted:
        return theme::attention();
    case RunState::Finished:
        return theme::right();
    case RunState::Diverged:
    case RunState::Failed:
        return theme::wrong();
    case RunState::Idle:
    case RunState::Stopped:
        break;
    }
    return theme::mutedText(palette);
}

const char *RunListDelegate::stateIconName(RunState state)
{
    switch (state) {
    case RunState::Idle:
    case RunState::Paused:
        return "state-paused";
    case RunState::Training:
    case RunState::Elsewhere:
        return "state-training";
    case RunState::Finished:
        return "state-finished";
    case RunState::Stopped:
    case RunState::Interrupted:
        return "state-stopped";
    case RunState::Diverged:
        return "state-diverged";
    case RunState::Failed:
        break;
    }
    return "state-failed";
}

QSize RunListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height();
    return QSize(200, 3 * line + 3 * lineGap + barHeight + 2 * margin);
}

void RunListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QWidget *widget = option.widget;
    QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);

    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const auto state = RunState(index.data(RunListModel::StateRole).toInt());
    Look look;
    look.text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    look.muted = selected ? look.text : theme::mutedText(option.palette);
    look.state = selected ? look.text : stateColor(state, option.palette);
    look.barGround = look.text;
    look.barGround.setAlpha(45);
    look.normal = option.font;
    look.bold = option.font;
    look.bold.setBold(true);

    painter->save();
    const QRect box = option.rect.adjusted(margin, margin, -margin, -margin);
    const int line = option.fontMetrics.height();
    const QRect iconBox(box.left(), box.top(), iconSide, iconSide);
    themedIcon(stateIconName(state), look.state).paint(painter, iconBox);
    painter->setFont(look.normal);
    painter->setPen(look.muted);
    const QRect numberBox(box.left() - gap / 2, box.bottom() - line + 1, iconSide + gap, line);
    painter->drawText(numberBox, Qt::AlignCenter, QLocale().toString(index.data(RunListModel::NumberRole).toInt()));

    const QRect markBox(iconBox.left(), numberBox.top() - line, iconSide, line);
    if (!selected) { // the mark's colour may be that of the selection
        paintRunMark(*painter, markBox, index.data(RunListModel::NumberRole).toInt(), option.palette);
    } else {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(look.text);
        painter->setPen(Qt::NoPen);
        painter->drawPath(markerPath(runMarker(index.data(RunListModel::NumberRole).toInt()), QRectF(markBox).center(), 0.34 * line));
        painter->restore();
    }

    QRect text = box.adjusted(iconSide + gap, 0, 0, 0);
    text.setHeight(line);
    paintFirstLine(painter, text, index, look);
    text.translate(0, line + lineGap);
    painter->setFont(look.normal);
    painter->setPen(look.text);
    const QString words = RunListModel::stateText(state, index.data(RunListModel::EpochRole).toInt(),
                                                  index.data(RunListModel::EpochsRole).toInt());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(words, Qt::ElideRight, text.width()));
    text.translate(0, line + lineGap);
    paintLastLine(painter, text, index, look);

    QColor separator = look.text;
    separator.setAlpha(28);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), separator);
    painter->restore();
}

void RunListDelegate::paintFirstLine(QPainter *painter, const QRect &line, const QModelIndex &index,
                                     const Look &look) const
{
    const QFontMetrics bold(look.bold);
    const QString accuracy = percent(index.data(RunListModel::LastAccuracyRole).toDouble());
    const int room = line.width() - bold.horizontalAdvance(accuracy) - gap;
    QString name = index.data(RunListModel::NameRole).toString();
    if (index.data(RunListModel::FavouriteRole).toBool())
        name.prepend(QStringLiteral("★ "));
    name = bold.elidedText(name, Qt::ElideRight, room);

    painter->setFont(look.bold);
    painter->setPen(look.text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, accuracy);
}

void RunListDelegate::paintLastLine(QPainter *painter, const QRect &line, const QModelIndex &index,
                                    const Look &look) const
{
    const double accuracy = index.data(RunListModel::BestAccuracyRole).toDouble();
    if (!std::isnan(accuracy)) {
        painter->setFont(look.normal);
        painter->setPen(look.muted);
        QStringList words{tr("best epoch: %1").arg(percent(accuracy))};
        words << index.data(RunListModel::TagsRole).toStringList();
        const QString best = words.join(QStringLiteral(" · "));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(look.normal).elidedText(best, Qt::ElideRight, line.width()));
    }
    paintBar(painter, QRectF(line.left(), line.bottom() + 1 + lineGap, line.width(), barHeight), index, look);
}

void RunListDelegate::paintBar(QPainter *painter, const QRectF &bar, const QModelIndex &index, const Look &look) const
{
    const double progress = std::clamp(index.data(RunListModel::ProgressRole).toDouble(), 0.0, 1.0);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.barGround);
    painter->drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    if (progress > 0.0) {
        painter->setBrush(look.state);
        painter->drawRoundedRect(
            QRectF(bar.topLeft(), QSizeF(std::max<double>(barHeight, bar.width() * progress), barHeight)),
            barHeight / 2.0, barHeight / 2.0);
    }
}

} // namespace convscope
