// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace convscope {

/// One small picture with hard pixels; a button where somebody listens to clicked().
class PictureBox : public QAbstractButton
{
    Q_OBJECT

public:
    /// `extent`: of its side in logical pixels.
    explicit PictureBox(int extent, QWidget *parent = nullptr);

    void setImage(const QImage &image);
    const QImage &image() const { return m_image; }

    QSize sizeHint() const override { return {m_extent + 4, m_extent + 4}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_extent;
    QImage m_image;
};

} // namespace convscope
