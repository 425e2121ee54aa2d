// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace convscope {

/// A flat tool button that shows plainly whether it is on: styles shade it so little that on a dark ground nobody sees it.
/// While it is checked, a frame and a tint in the palette's highlight colour lie over it.
class ToggleButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ToggleButton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace convscope
