// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/quietcombobox.h"

#include <QWheelEvent>

namespace convscope {

QuietComboBox::QuietComboBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
}

QSize QuietComboBox::minimumSizeHint() const
{
    return {QComboBox::minimumSizeHint().width(), sizeHint().height()};
}

void QuietComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace convscope
