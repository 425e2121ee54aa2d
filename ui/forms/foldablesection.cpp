// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/foldablesection.h"

#include "ui/forms/problemlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

FoldableSection::FoldableSection(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_header(new QToolButton(this))
    , m_mark(new QLabel(this))
    , m_content(content)
{
    m_header->setObjectName(QStringLiteral("header"));
    m_header->setAutoRaise(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_header->setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_header->font();
    bold.setBold(true);
    m_header->setFont(bold);
    m_mark->setPixmap(problemIcon().pixmap(QSize(16, 16), devicePixelRatioF()));

    auto *top = new QHBoxLayout;
    top->addWidget(m_header, 1);
    top->addWidget(m_mark);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_content);
    layout->addStretch(1);

    connect(m_header, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    showExpanded(false);
}

void FoldableSection::setTitle(const QString &title)
{
    m_header->setText(title);
}

void FoldableSection::setExpanded(bool expanded)
{
    if (m_expanded == expanded)
        return;
    showExpanded(expanded);
}

void FoldableSection::setHasProblem(bool hasProblem)
{
    m_hasProblem = hasProblem;
    m_mark->setVisible(m_hasProblem && !m_expanded);
    m_header->setAccessibleDescription(m_mark->isHidden() ? m_header->toolTip() : m_mark->toolTip());
}

void FoldableSection::showExpanded(bool expanded)
{
    m_expanded = expanded;
    m_header->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(expanded);
    retranslateUi();
}

void FoldableSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
}

void FoldableSection::retranslateUi()
{
    m_mark->setToolTip(tr("A setting in this section needs to be corrected."));
    m_header->setToolTip(m_expanded ? tr("Hides this section.") : tr("Shows this section."));
    setHasProblem(m_hasProblem);
}

} // namespace convscope
