// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/messagerow.h"

#include "ui/theme.h"
#include "ui/views/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace convscope {

MessageRow::MessageRow(int id, MessageKind kind, std::function<QString()> text, const QList<QAction *> &actions,
                       QWidget *parent)
    : QFrame(parent)
    , m_id(id)
    , m_kind(kind)
    , m_text(std::move(text))
{
    setObjectName(QStringLiteral("messageRow"));
    setupUi(actions);
    updateIcons();
    retranslateUi();
    connect(m_closeButton, &QToolButton::clicked, this, [this] { Q_EMIT closeRequested(m_id); });
}

void MessageRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::PaletteChange)
        updateIcons();
    QFrame::changeEvent(event);
}

void MessageRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested(m_id);
    else
        QFrame::keyPressEvent(event);
}

void MessageRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = color();
    tint.setAlpha(theme::isDark(palette()) ? 56 : 36);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color(), 1.0));
    painter.setBrush(tint);
    painter.drawRoundedRect(box, 4, 4);
}

void MessageRow::setupUi(const QList<QAction *> &actions)
{
    m_iconLabel = new QLabel(this);
    m_iconLabel->setObjectName(QStringLiteral("messageIcon"));
    m_textLabel = new QLabel(this);
    m_textLabel->setObjectName(QStringLiteral("messageText"));
    m_textLabel->setTextFormat(Qt::PlainText);
    m_textLabel->setWordWrap(true);
    m_textLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_closeButton = new QToolButton(this);
    m_closeButton->setObjectName(QStringLiteral("messageCloseButton"));
    m_closeButton->setAutoRaise(true);
    m_closeButton->setFocusPolicy(Qt::StrongFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_iconLabel);
    layout->addWidget(m_textLabel, 1);
    for (QAction *action : actions)
        addActionButton(action, layout);
    layout->addWidget(m_closeButton);
}

void MessageRow::addActionButton(QAction *action, QHBoxLayout *layout)
{
    auto *button = new QPushButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(action, &QAction::destroyed, button, &QObject::deleteLater);
    connect(button, &QPushButton::clicked, action, [this, action] {
        // The request first: what the action does may show the next message.
        Q_EMIT closeRequested(m_id);
        action->trigger();
    });
    layout->addWidget(button);
}

void MessageRow::retranslateUi()
{
    QString kind;
    switch (m_kind) {
    case MessageKind::Information:
        kind = tr("Information");
        break;
    case MessageKind::Warning:
        kind = tr("Warning");
        break;
    case MessageKind::Error:
        kind = tr("Error");
        break;
    }
    m_textLabel->setText(m_text());
    m_iconLabel->setToolTip(kind);
    setAccessibleName(kind);
    setAccessibleDescription(m_text());
    m_closeButton->setToolTip(tr("Close this message (Esc)"));
    m_closeButton->setAccessibleName(tr("Close this message"));
}

void MessageRow::updateIcons()
{
    const char *const name = m_kind == MessageKind::Information ? "information"
        : m_kind == MessageKind::Warning                        ? "warning"
                                                                : "error";
    m_iconLabel->setPixmap(themedIcon(name, palette()).pixmap(QSize(22, 22), devicePixelRatioF()));
    m_closeButton->setIcon(themedIcon("close", palette()));
}

QColor MessageRow::color() const
{
    switch (m_kind) {
    case MessageKind::Information:
        return theme::train(palette());
    case MessageKind::Warning:
        return theme::attention();
    case MessageKind::Error:
        break;
    }
    return theme::wrong();
}

} // namespace convscope
