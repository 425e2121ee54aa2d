// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/stillbox.h"

#include <QEvent>
#include <QLabel>

namespace convscope {

StillBox::StillBox(QLabel *label, QWidget *parent)
    : QWidget(parent)
    , m_label(label)
{
    label->setParent(this);
    label->installEventFilter(this);
    QSizePolicy policy = label->sizePolicy();
    policy.setHeightForWidth(label->hasHeightForWidth());
    setSizePolicy(policy);
    setMinimumWidth(label->minimumWidth());
}

QSize StillBox::sizeHint() const
{
    return m_label->sizeHint();
}

QSize StillBox::minimumSizeHint() const
{
    return m_label->minimumSizeHint();
}

bool StillBox::hasHeightForWidth() const
{
    return m_label->hasHeightForWidth();
}

int StillBox::heightForWidth(int width) const
{
    return m_label->heightForWidth(width);
}

bool StillBox::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // the label has another text
        compare();
    }
    return QWidget::event(event);
}

bool StillBox::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        setVisible(!m_label->isHidden());
    }
    return false;
}

void StillBox::resizeEvent(QResizeEvent *)
{
    m_label->setGeometry(rect());
    compare();
}

void StillBox::compare()
{
    const QSize wanted = hasHeightForWidth() ? QSize(0, heightForWidth(width())) : sizeHint();
    // A line that has room takes it as it comes and goes; only one that is too long asks for more.
    const bool fits = !hasHeightForWidth() && wanted.height() == m_told.height() && wanted.width() <= width();
    if (wanted != m_told && !fits) {
        m_told = wanted;
        updateGeometry();
    }
}

} // namespace convscope
