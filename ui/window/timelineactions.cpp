// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timelineactions.h"

#include "ui/views/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QWidget>

namespace convscope {

TimelineActions::TimelineActions(QWidget *parent)
    : QObject(parent)
    , toStart(create("toStartAction", int(Qt::ALT) | Qt::Key_Home))
    , epochBack(create("epochBackAction", int(Qt::ALT) | int(Qt::SHIFT) | Qt::Key_Left))
    , batchBack(create("batchBackAction", int(Qt::ALT) | Qt::Key_Left))
    , play(create("playAction", Qt::Key_F4))
    , batchForward(create("batchForwardAction", int(Qt::ALT) | Qt::Key_Right))
    , epochForward(create("epochForwardAction", int(Qt::ALT) | int(Qt::SHIFT) | Qt::Key_Right))
    , toLive(create("toLiveAction", int(Qt::ALT) | Qt::Key_End))
    , faster(create("fasterAction", int(Qt::ALT) | Qt::Key_PageUp))
    , slower(create("slowerAction", int(Qt::ALT) | Qt::Key_PageDown))
    , m_menu(new QMenu(parent))
{
    m_menu->addActions({play, faster, slower});
    m_menu->addSeparator();
    m_menu->addActions({toStart, epochBack, batchBack, batchForward, epochForward, toLive});
    updateIcons();
    retranslate();
}

QAction *TimelineActions::create(const char *objectName, int keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(QKeySequence(keys));
    return action;
}

void TimelineActions::setEnabled(bool canGo, bool isLive, bool isPlaying)
{
    for (QAction *action : {toStart, epochBack, batchBack, play}) {
        action->setEnabled(canGo);
    }
    for (QAction *action : {batchForward, epochForward, toLive}) {
        action->setEnabled(canGo && !isLive);
    }
    m_isPlaying = isPlaying;
    retranslatePlay();
}

void TimelineActions::retranslatePlay()
{
    play->setText(m_isPlaying ? tr("&Hold") : tr("&Play"));
    play->setToolTip(tr("Shows how the network came to be what it is, picture by picture (%1)").arg(play->shortcut().toString(QKeySequence::NativeText)));
    play->setIcon(themedIcon(m_isPlaying ? "pause" : "start"));
}

void TimelineActions::retranslate()
{
    m_menu->setTitle(tr("&Moment"));
    const auto set = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    };
    set(toStart, tr("To the un&trained network"), tr("To the random numbers that the network began with"));
    set(epochBack, tr("One &epoch back"), tr("To the end of the epoch before"));
    set(batchBack, tr("One &batch back"), tr("To the moment before the last batch"));
    set(batchForward, tr("One batch &forward"), tr("To the moment after the next batch"));
    set(epochForward, tr("One epoch f&orward"), tr("To the end of the epoch"));
    set(toLive, tr("To the prese&nt"), tr("To what the network is now; while it trains, every page moves along"));
    set(faster, tr("Play fa&ster"), tr("Fewer pictures between start and end"));
    set(slower, tr("Play slo&wer"), tr("More pictures between start and end"));
    retranslatePlay();
}

void TimelineActions::updateIcons()
{
    toStart->setIcon(themedIcon("to-start"));
    epochBack->setIcon(themedIcon("epoch-back"));
    batchBack->setIcon(themedIcon("batch-back"));
    batchForward->setIcon(themedIcon("batch-forward"));
    epochForward->setIcon(themedIcon("epoch-forward"));
    toLive->setIcon(themedIcon("to-live"));
    retranslatePlay();
}

} // namespace convscope
