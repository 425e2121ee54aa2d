// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace convscope {

/// Pictures in a row, each with a title above and a note below; goes on in the next row where the width ends. Small pictures are drawn
/// with hard pixels.
class PictureStrip : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QImage image;
        QString title;
        QString note;
    };

    explicit PictureStrip(QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }
    /// Of a picture's longer edge, in logical pixels.
    void setEdge(int edge);
    /// An arrow between the pictures: each was made from the one before.
    void setChained(bool chained);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int columns(int width) const;
    QSize cell() const;
    int indexAt(const QPoint &position) const;
    void paintItem(QPainter &painter, const QPoint &topLeft, const Item &item);

    QList<Item> m_items;
    int m_edge = 112;
    bool m_isChained = false;
};

} // namespace convscope
