// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;
class QAbstractSlider;
class QComboBox;

namespace convscope {

/// What a page's controls remember from one start to the next, in QSettings. To be called once the control does what it does: it is set to
/// what was kept as a hand would set it, and every choice from then on is kept. What is damaged or out of range is passed over.
namespace viewmemory {

/// What the user chooses; the index is kept, so the entries must keep their order.
void remember(QComboBox *box, const QString &key);
/// A button that can be checked.
void remember(QAbstractButton *button, const QString &key);
void remember(QAbstractSlider *slider, const QString &key);

/// For what is no control: a whole number from `least` to `most`, else `otherwise`.
int number(const QString &key, int least, int most, int otherwise);
void setNumber(const QString &key, int value);

} // namespace viewmemory

} // namespace convscope
