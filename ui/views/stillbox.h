// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace convscope {

/// Holds a label whose text changes many times a second. A bare label asks for a new layout at each text, and the window then measures
/// every text in it; the box asks for one only when the label needs another size. Hides with its label.
class StillBox : public QWidget
{
    Q_OBJECT

public:
    /// Takes the label.
    explicit StillBox(QLabel *label, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void compare();

    QLabel *m_label;
    QSize m_told; ///< what the layout was told last: the hint, or the height for the width
};

} // namespace convscope
