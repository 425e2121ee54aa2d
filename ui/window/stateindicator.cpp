// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stateindicator.h"

#include "ui/models/runlistdelegate.h"
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

QString StateIndicator::stateText() const
{
    switch (m_state) {
    case RunState::Training:
        return tr("Training");
    case RunState::Paused:
        return tr("Paused");
    case RunState::Finished:
        return tr("Finished");
    case RunState::Stopped:
        return tr("Stopped");
    case RunState::Diverged:
        return tr("Diverged");
    case RunState::Failed:
        return tr("Failed");
    case RunState::Interrupted:
        return tr("Interrupted");
    case RunState::Elsewhere:
        return tr("Trained by another program");
    case RunState::Idle:
        break;
    }
    return tr("Ready to start");
}

void StateIndicator::refresh()
{
    const bool active = isActive(m_state);
    const bool waiting = !active && !m_problem.isEmpty();
    m_text = waiting ? m_problem : stateText();
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap((waiting || m_state == RunState::Idle
                           ? themedIcon(waiting ? "information" : "state-finished")
                           : themedIcon(RunListDelegate::stateIconName(m_state),
                                        RunListDelegate::stateColor(m_state, palette())))
                          .pixmap(size, size));
    m_label->setText(fontMetrics().elidedText(m_text, Qt::ElideRight, m_label->width()));
    m_label->setToolTip(m_text);
    m_label->setAccessibleName(m_text);
}

} // namespace convscope
