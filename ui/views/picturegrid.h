// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include <cstdint>
#include <functional>
#include <vector>

namespace convscope {

/// Any number of small pictures in rows, each with a sign and a caption. Only what is visible is painted, straight from the data set's
/// bytes, so ten thousand scroll like a hundred. Mouse, wheel, arrows, Page up and down, Home and End.
class PictureGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Sign { None, Right, Wrong };
    struct Cell
    {
        const std::uint8_t *pixels = nullptr; ///< [side, side], stays valid until the next setItems()
        QString caption;
        QString toolTip; ///< read aloud, too
        Sign sign = Sign::None;
    };
    using CellOf = std::function<Cell(int item)>;

    explicit PictureGrid(QWidget *parent = nullptr);

    /// `side`: of a picture, in its pixels. The current item stays where it is still there, and so does what is visible.
    void setItems(std::vector<int> items, int side, const CellOf &cellOf);
    const std::vector<int> &items() const { return m_items; }
    /// -1 = none.
    int currentItem() const;
    /// No signal; none where it isn't there. `scrolls`: it is moved into the visible part.
    void setCurrentItem(int item, bool scrolls = true);
    void scrollToTop();
    /// For tests: where an entry of items() is in the viewport.
    QRect rectOf(int position) const;
    int columns() const;

Q_SIGNALS:
    /// Chosen by hand.
    void itemChosen(int item);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QSize cellSize() const;
    double pictureExtent() const;
    int positionAt(const QPoint &point) const;
    void choose(int position);
    void makeVisible(int position);
    void updateScrollBar();
    void updateDescription();
    void paintCell(QPainter &painter, int position) const;

    std::vector<int> m_items;
    int m_side = 28;
    CellOf m_cellOf;
    int m_current = -1; ///< a position
};

} // namespace convscope
