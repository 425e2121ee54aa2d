// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/messagerow.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace convscope {

/// Messages at the top of a page or of the window that nobody has to click away. The newest stands on top; at most
/// three are shown, and the least serious of the older ones gives way. A message that is already there moves up instead
/// of standing there twice. Hidden while empty.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int maximumMessages = 3;

    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows a text with a button for each action; choosing one closes the message and triggers the action. The actions
    /// stay the caller's. Returns the message's number, for closeMessage().
    int showMessage(MessageKind kind, const QString &text, const QList<QAction *> &actions = {});
    /// The same with a text that is asked for again when the language changes.
    int showMessage(MessageKind kind, std::function<QString()> text, const QList<QAction *> &actions = {});
    /// No effect when it is gone already.
    void closeMessage(int id);

    int count() const { return int(m_rows.size()); }
    /// Newest first.
    QStringList texts() const;

Q_SIGNALS:
    void messageClosed(int id);

private:
    void announce(MessageRow *row);
    void makeRoom();

    QVBoxLayout *m_layout = nullptr;
    /// Newest first.
    QList<MessageRow *> m_rows;
    int m_lastId = 0;
};

} // namespace convscope
