// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterlayer.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>

#include <memory>

namespace convscope {

/// A layer's kernels as hard-pixelled pictures in signed colours: side by side where a filter has one channel, else one row for each
/// filter and one column for each input channel. It scrolls, zooms (+, −, 0, Ctrl and wheel), and one filter is selected.
class KernelGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int largestFactor = 160;

    explicit KernelGrid(QWidget *parent = nullptr);

    /// nullptr: nothing.
    void setLayer(std::shared_ptr<const FilterLayer> layer);
    const std::shared_ptr<const FilterLayer> &layer() const { return m_layer; }
    /// The filters in the order to show them; any that doesn't fit the layer is ignored.
    void setOrder(std::vector<int> order);
    const std::vector<int> &order() const { return m_order; }
    /// Each filter with a scale of its own, instead of one for the layer.
    void setOwnScales(bool own);
    bool hasOwnScales() const { return m_ownScales; }
    /// A scale that doesn't depend on the moment, for a series of pictures; 0: none. Own scales go before it.
    void setFixedLimit(double limit);
    /// The power of ten that the numbers in the squares are to be multiplied with: 0 where they stand there as they are.
    int exponent() const;
    /// Whether they are large enough for numbers to stand in them.
    bool showsNumbers() const;
    /// For a picture that leaves the program: no filter is selected in it.
    void setShowsSelection(bool shows) { m_showsSelection = shows; }
    /// What both ends of the scale stand for: of the layer, or of the selected filter.
    double limit() const;
    /// A word beside a filter's number.
    void setBadges(const QHash<int, QString> &badges);
    const QHash<int, QString> &badges() const { return m_badges; }

    int selectedFilter() const { return m_filter; }
    int selectedChannel() const { return m_channel; }
    void select(int filter, int channel = 0);

    void zoomBy(int direction);
    /// The largest factor at which all filters of a flow, or all columns of a grid, are to be seen.
    void zoomToFit();
    /// Device pixels of one number.
    int factor() const;
    /// The factor that was chosen; 0: what fits.
    int zoom() const { return m_factor; }
    void setZoom(int factor);
    /// Where a kernel stands in the viewport.
    QRectF cellRect(int filter, int channel = 0) const;

    // For the export: all of it.
    QSize contentSize() const;
    void paintContent(QPainter &painter) const;

Q_SIGNALS:
    void selectionChanged();
    void zoomChanged(int factor);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Cell
    {
        int place = -1; ///< in the order
        int channel = 0;
    };
    bool isFlow() const { return !m_layer || m_layer->channels == 1; }
    void updateBars();
    int fittingFactor() const;
    int columnsAt(int factor) const;
    QSizeF stepAt(int factor) const;
    double rowHeader() const;
    double columnHeader() const;
    double labelHeight() const;
    QSizeF contentAt(int factor) const;
    /// In content coordinates.
    QRectF cellAt(const Cell &cell) const;
    Cell cellUnder(const QPoint &viewportPoint) const;
    QPoint offset() const;
    double limitOf(int filter) const;
    double layerLimit() const { return m_fixedLimit > 0.0 ? m_fixedLimit : m_layerLimit; }
    QImage imageOf(int filter, int channel, double limit) const;
    void paintCells(QPainter &painter, const QRectF &visible) const;
    void paintCell(QPainter &painter, const Cell &cell) const;
    void paintNumbers(QPainter &painter, const QRectF &cell, int filter, int channel, double limit) const;
    void paintHeaders(QPainter &painter, const QPointF &origin) const;
    QString labelOf(int filter) const;
    QString toolTipOf(int filter, int channel, const QPointF &inCell) const;
    void moveSelection(int places, int channels);
    void reveal();

    std::shared_ptr<const FilterLayer> m_layer;
    std::vector<int> m_order;
    QHash<int, QString> m_badges;
    mutable QVector<QRgb> m_colors; ///< of 511 numbers from -1 to 1
    bool m_ownScales = false;
    bool m_showsSelection = true;
    double m_layerLimit = 0.0;
    double m_fixedLimit = 0.0;
    int m_factor = 0; ///< 0: fits
    mutable int m_fitting = 0; ///< what fits; 0: to be found
    int m_filter = 0;
    int m_channel = 0;
};

} // namespace convscope
