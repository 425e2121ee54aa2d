// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace convscope {

/// What the colours of a picture stand for: a bar of the scale with the numbers at its ends, and at zero.
class ColorLegend : public QWidget
{
    Q_OBJECT

public:
    enum class Scale {
        Diverging, ///< theme::diverging(), from -limit over 0 to limit
        Sequential, ///< theme::sequential(), from low to high
        Grey, ///< black to white, from low to high
    };

    explicit ColorLegend(Scale scale, QWidget *parent = nullptr);

    void setScale(Scale scale);
    /// Diverging: the largest of both absolute values counts for both ends.
    void setRange(double low, double high);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QColor colorAt(double share) const;
    QString text(double value) const;
    void updateDescription();

    Scale m_scale;
    double m_low = 0.0;
    double m_high = 1.0;
};

} // namespace convscope
