// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/viewmemory.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QSettings>

namespace convscope::viewmemory {

int number(const QString &key, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int value = QSettings().value(key).toString().toInt(&isNumber);
    return isNumber && value >= least && value <= most ? value : otherwise;
}

void setNumber(const QString &key, int value)
{
    QSettings().setValue(key, value);
}

void remember(QComboBox *box, const QString &key)
{
    const int index = number(key, 0, box->count() - 1, box->currentIndex());
    if (index != box->currentIndex()) {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    QObject::connect(box, &QComboBox::activated, box, [key](int chosen) { setNumber(key, chosen); });
}

void remember(QAbstractButton *button, const QString &key)
{
    button->setChecked(number(key, 0, 1, int(button->isChecked())) == 1);
    QObject::connect(button, &QAbstractButton::toggled, button, [key](bool checked) { setNumber(key, int(checked)); });
}

void remember(QAbstractSlider *slider, const QString &key)
{
    slider->setValue(number(key, slider->minimum(), slider->maximum(), slider->value()));
    QObject::connect(slider, &QAbstractSlider::valueChanged, slider, [key](int value) { setNumber(key, value); });
}

} // namespace convscope::viewmemory
