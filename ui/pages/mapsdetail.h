// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapspainter.h"

#include <QWidget>

namespace convscope {

/// What a lit unit is made of: its map enlarged, its value as a sum, the strongest of the windows and weights that make it, and the
/// weights it goes on with.
class MapsDetail : public QWidget
{
    Q_OBJECT

public:
    explicit MapsDetail(QWidget *parent = nullptr);

    /// nullptr for nothing. Pictures must stay valid until the next call.
    /// `other`: the same unit of the flow that this one is compared with.
    void show(MapsPictures *pictures, const MapsFocus *focus, const MapsFocus *other = nullptr);
    /// All of it in words.
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawMap(QPainter &painter, QRectF &rest);
    void drawText(QPainter &painter, QRectF &rest);
    void drawFeeds(QPainter &painter, QRectF &rest);
    void drawNumberFeed(QPainter &painter, const QRectF &place, const Feed &feed);
    void drawMapFeed(QPainter &painter, const QRectF &place, const Feed &feed, double limit, bool isOnly);
    void drawTargets(QPainter &painter, QRectF &rest);
    /// Weights with blue below and red above zero, against `limit`.
    QImage weightsImage(const std::vector<float> &weights, const QSize &size, double limit) const;
    /// The numbers of a map inside a window; what lies outside is padding.
    QImage windowImage(const Feed &feed) const;
    QStringList lines() const;
    void updateDescription();

    MapsPictures *m_pictures = nullptr;
    std::optional<MapsFocus> m_focus;
    std::optional<double> m_otherValue;
};

} // namespace convscope
