// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapspainter.h"

#include <QAbstractScrollArea>

#include <array>

namespace convscope {

/// The network from left to right, one flow or two beneath each other. Wide networks scroll, Ctrl and the wheel, + and - zoom; the
/// mouse or the arrow keys light a unit. Works on what it is given; computes nothing but what is made of what.
class MapsCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int mostLanes = 2;
    static constexpr int largestFactor = 6;
    static constexpr int viewportMargin = 12;

    explicit MapsCanvas(QWidget *parent = nullptr);
    ~MapsCanvas() override;

    /// nullptr takes the lane away. Lane 0 first.
    void setFlow(int lane, const FlowPtr &flow, const QString &title = {});
    QString title(int lane) const { return m_lanes[std::size_t(lane)].title; }
    FlowPtr flow(int lane) const { return m_lanes[std::size_t(lane)].pictures.flow(); }
    void setScale(MapScale scale);
    void setExplains(bool explains);
    void setClassNames(const QStringList &names);

    /// Device pixels that one pixel of the input takes in a map.
    int factor() const { return m_factor; }
    void setFactor(int factor);

    /// What is lit: the unit under the pointer, else the one that the keyboard chose. nullptr for none.
    const MapsFocus *focus() const { return focusOf(m_lane); }
    const MapsFocus *focusOf(int lane) const;
    /// The lane that the pointer or the keyboard is in.
    int lane() const { return m_lane; }
    void select(const UnitAddress &unit);
    MapsPictures *pictures(int lane) { return &m_lanes[std::size_t(lane)].pictures; }
    const MapsLayout &layoutOf(int lane) const { return m_lanes[std::size_t(lane)].layout; }
    /// Where a unit's picture is in the viewport now; empty where it isn't shown.
    QRectF rectOf(int lane, int layer, int channel) const;
    std::optional<UnitAddress> unitAt(const QPointF &viewportPoint, int *lane = nullptr) const;

    /// For pictures that leave the program: all of it, whatever is scrolled.
    QSize contentSize() const;
    void drawAll(QPainter &painter);
    void retranslate();

Q_SIGNALS:
    void focusChanged();
    void factorChanged(int factor);
    /// A click or Enter on a unit.
    void unitChosen(const convscope::UnitAddress &unit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Lane
    {
        MapsPictures pictures;
        MapsLayout layout;
        QString title;
        double top = 0.0;
    };
    void layOut();
    void updateScrollBar();
    int laneCount() const;
    double titleHeight() const;
    double columnWidth() const;
    /// With room for the longest explanation.
    double headerHeight() const;
    /// Two flows leave no room for explanations.
    bool isExplaining() const { return m_explains && laneCount() < 2; }
    MapsPainter::Look look(int lane) const;
    void drawTitles(QPainter &painter, double width);
    void drawLane(QPainter &painter, int lane, const QRectF &exposed);
    void updateFocus();
    std::optional<UnitAddress> current() const { return m_pointed ? m_pointed : m_selected; }
    void turnPage(const MapsColumn &column, bool on);
    bool turnPageAt(const QPointF &point);
    void show(const UnitAddress &unit);
    bool moveByKey(const QKeyEvent &event);
    void moveMap(int layers, int maps);
    void moveInMap(int dy, int dx);

    std::array<Lane, mostLanes> m_lanes;
    QMap<int, int> m_pages;
    QStringList m_classNames;
    bool m_explains = true;
    int m_factor = 1;
    int m_lane = 0;
    std::optional<UnitAddress> m_pointed;
    std::optional<UnitAddress> m_selected;
    std::array<std::optional<MapsFocus>, mostLanes> m_focus;
};

} // namespace convscope
