// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stateindicator.h"

#include "ui/views/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace convscope {

StateIndicator::StateIndicator(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_label->setObjectName(QStringLiteral("stateLabel"));
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 8, 0);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_icon);
    refresh();
}

void StateIndicator::setState(RunState state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    refresh();
}

QString StateIndicator::text() const
{
    return m_text;
}

void StateIndicator::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void StateIndicator::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_label->setText(fontMetrics().elidedText(m_text, Qt::ElideRight, m_label->width()));
}

void StateIndicator::refresh()
{
    const bool waiting = m_state == RunState::Idle && !m_problem.isEmpty();
    if (waiting) {
        m_text = m_problem;
    } else if (m_state == RunState::Training) {
        m_text = tr("Training");
    } else if (m_state == RunState::Paused) {
        m_text = tr("Paused");
    } else {
        m_text = tr("Ready to start");
    }
    const char *iconName = waiting                    ? "information"
        : m_state == RunState::Training ? "state-training"
        : m_state == RunState::Paused   ? "state-paused"
                                        : "state-finished";
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const QIcon icon = themedIcon(iconName);
    m_icon->setPixmap(icon.pixmap(size, size));
    m_label->setText(fontMetrics().elidedText(m_text, Qt::ElideRight, m_label->width()));
    m_label->setToolTip(m_text);
    m_label->setAccessibleName(m_text);
}

} // namespace convscope
