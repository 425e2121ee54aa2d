// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/emptystate.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::setIcon(const QIcon &icon)
{
    m_icon = icon;
    updateIcon();
}

void EmptyState::setText(const QString &text)
{
    m_textLabel->setText(text);
}

QString EmptyState::text() const
{
    return m_textLabel->text();
}

void EmptyState::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    QWidget::changeEvent(event);
}

void EmptyState::setupUi()
{
    m_iconLabel = new QLabel(this);
    m_iconLabel->setAlignment(Qt::AlignCenter);
    m_textLabel = new QLabel(this);
    m_textLabel->setObjectName(QStringLiteral("emptyText"));
    m_textLabel->setAlignment(Qt::AlignCenter);
    m_textLabel->setWordWrap(true);
    m_textLabel->setMaximumWidth(520);
    m_textLabel->setTextFormat(Qt::PlainText);
    m_textLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_button->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(m_iconLabel);
    auto *textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(m_textLabel, 1000);
    textRow->addStretch(1);
    layout->addLayout(textRow);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::updateIcon()
{
    // The disabled look: an empty place steps back.
    m_iconLabel->setPixmap(m_icon.pixmap(QSize(48, 48), devicePixelRatioF(), QIcon::Disabled));
    m_iconLabel->setVisible(!m_icon.isNull());
}

} // namespace convscope
