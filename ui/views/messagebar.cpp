// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/messagebar.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace convscope {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

int MessageBar::showMessage(MessageKind kind, const QString &text, const QList<QAction *> &actions)
{
    return showMessage(kind, std::function<QString()>([text] { return text; }), actions);
}

int MessageBar::showMessage(MessageKind kind, std::function<QString()> text, const QList<QAction *> &actions)
{
    const QString now = text();
    const QList<MessageRow *> rows = m_rows;
    for (const MessageRow *row : rows) {
        if (row->text() == now)
            closeMessage(row->id());
    }
    makeRoom();
    auto *row = new MessageRow(++m_lastId, kind, std::move(text), actions, this);
    connect(row, &MessageRow::closeRequested, this, &MessageBar::closeMessage);
    m_rows.prepend(row);
    m_layout->insertWidget(0, row);
    row->show();
    show();
    announce(row);
    return m_lastId;
}

void MessageBar::closeMessage(int id)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i)->id() != id)
            continue;
        MessageRow *row = m_rows.takeAt(i);
        // Deleted later: this may be called from one of its own buttons.
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
        setVisible(!m_rows.isEmpty());
        Q_EMIT messageClosed(id);
        return;
    }
}

QStringList MessageBar::texts() const
{
    QStringList texts;
    for (const MessageRow *row : m_rows)
        texts << row->text();
    return texts;
}

void MessageBar::announce(MessageRow *row)
{
    QAccessibleEvent event(row, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::makeRoom()
{
    if (m_rows.size() < maximumMessages)
        return;
    const MessageRow *leaving = m_rows.last();
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        if ((*row)->kind() < leaving->kind())
            leaving = *row;
    }
    closeMessage(leaving->id());
}

} // namespace convscope
