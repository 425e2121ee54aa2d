// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace convscope {

enum class MessageKind { Information, Warning, Error };

/// One message of a MessageBar: icon, text, buttons for its actions, and a button that closes it.
class MessageRow : public QFrame
{
    Q_OBJECT

public:
    MessageRow(int id, MessageKind kind, std::function<QString()> text, const QList<QAction *> &actions,
               QWidget *parent = nullptr);

    int id() const { return m_id; }
    MessageKind kind() const { return m_kind; }
    QString text() const { return m_text(); }

Q_SIGNALS:
    /// Closed by the user, or one of its actions was chosen.
    void closeRequested(int id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setupUi(const QList<QAction *> &actions);
    void addActionButton(QAction *action, QHBoxLayout *layout);
    void retranslateUi();
    void updateIcons();
    QColor color() const;

    const int m_id;
    const MessageKind m_kind;
    const std::function<QString()> m_text;
    QLabel *m_iconLabel = nullptr;
    QLabel *m_textLabel = nullptr;
    QToolButton *m_closeButton = nullptr;
};

} // namespace convscope
