// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runsearchbar.h"

#include "ui/views/icons.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace convscope {

namespace {

struct OrderText
{
    RunFilter::Order order;
    const char *text;
};

constexpr OrderText orderTexts[] = {
    {RunFilter::Order::Newest, QT_TRANSLATE_NOOP("convscope::RunSearchBar", "Newest first")},
    {RunFilter::Order::Oldest, QT_TRANSLATE_NOOP("convscope::RunSearchBar", "Oldest first")},
    {RunFilter::Order::Name, QT_TRANSLATE_NOOP("convscope::RunSearchBar", "By name")},
    {RunFilter::Order::BestAccuracy, QT_TRANSLATE_NOOP("convscope::RunSearchBar", "Best test accuracy first")},
    {RunFilter::Order::LastAccuracy, QT_TRANSLATE_NOOP("convscope::RunSearchBar", "Last test accuracy first")},
};

QToolButton *button(const char *name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoRaise(true);
    return button;
}

} // namespace

RunSearchBar::RunSearchBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_favourites(button("runFavourites", this))
    , m_sort(button("runSort", this))
    , m_queue(button("runQueue", this))
    , m_trash(button("runTrash", this))
    , m_orders(new QActionGroup(this))
{
    m_search->setObjectName(QStringLiteral("runSearch"));
    m_search->setClearButtonEnabled(true);
    m_favourites->setCheckable(true);
    addOrders();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(2);
    layout->addWidget(m_search, 1);
    for (QToolButton *each : {m_favourites, m_sort, m_queue, m_trash}) {
        layout->addWidget(each);
    }
    connect(m_search, &QLineEdit::textChanged, this, &RunSearchBar::searchChanged);
    connect(m_favourites, &QToolButton::toggled, this, &RunSearchBar::favouritesOnlyChanged);
    connect(m_queue, &QToolButton::clicked, this, &RunSearchBar::queueRequested);
    connect(m_trash, &QToolButton::clicked, this, &RunSearchBar::trashRequested);
    setLaboratoryAvailable(false);
    retranslateUi();
    updateIcons();
}

void RunSearchBar::addOrders()
{
    auto *menu = new QMenu(this);
    for (const OrderText &each : orderTexts) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(each.order == RunFilter::Order::Newest);
        m_orders->addAction(action);
        connect(action, &QAction::triggered, this, [this, order = each.order] { Q_EMIT orderChanged(order); });
    }
    m_sort->setMenu(menu);
    m_sort->setPopupMode(QToolButton::InstantPopup);
}

void RunSearchBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RunSearchBar::setLaboratoryAvailable(bool available)
{
    m_queue->setEnabled(available);
    m_trash->setEnabled(available);
}

void RunSearchBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    } else if (event->type() == QEvent::PaletteChange) {
        updateIcons();
    }
    QWidget::changeEvent(event);
}

void RunSearchBar::retranslateUi()
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in names, tags and notes of the runs"));
    m_search->setToolTip(tr("Shows the runs with all these words in their name, tags or notes."));
    m_favourites->setToolTip(tr("Show favourites only"));
    m_favourites->setAccessibleName(m_favourites->toolTip());
    m_sort->setToolTip(tr("Order of the runs"));
    m_sort->setAccessibleName(m_sort->toolTip());
    m_queue->setToolTip(tr("Queue: trainings that wait for their turn"));
    m_queue->setAccessibleName(tr("Queue"));
    m_trash->setToolTip(tr("Trash: deleted runs, to put back or to erase"));
    m_trash->setAccessibleName(tr("Trash"));
    const QList<QAction *> actions = m_orders->actions();
    for (int i = 0; i < actions.size(); ++i) {
        actions[i]->setText(tr(orderTexts[i].text));
    }
}

void RunSearchBar::updateIcons()
{
    m_favourites->setIcon(themedIcon("favourite", palette()));
    m_sort->setIcon(themedIcon("sort", palette()));
    m_queue->setIcon(themedIcon("queue", palette()));
    m_trash->setIcon(themedIcon("trash", palette()));
}

} // namespace convscope
