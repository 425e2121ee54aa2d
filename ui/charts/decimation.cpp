// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimation.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace convscope {

namespace {

/// Collects points into segments.
class SegmentWriter
{
public:
    void add(const QPointF &point) { m_current.push_back(point); }

    bool isEmpty() const { return m_current.empty(); }

    void breakLine()
    {
        if (!m_current.empty()) {
            m_segments.push_back(std::move(m_current));
            m_current.clear();
        }
    }

    std::vector<LineSegment> take()
    {
        breakLine();
        return std::move(m_segments);
    }

private:
    LineSegment m_current;
    std::vector<LineSegment> m_segments;
};

bool isDrawable(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Lowest and highest point of one column, written in the order in which they came.
class Column
{
public:
    void add(const QPointF &point)
    {
        if (!m_low || point.y() < m_low->y()) {
            m_low = point;
            m_lowIsLater = true;
        }
        if (!m_high || point.y() > m_high->y()) {
            m_high = point;
            m_lowIsLater = false;
        }
    }

    void flush(SegmentWriter &writer)
    {
        if (!m_low) {
            return;
        }
        writer.add(m_lowIsLater ? *m_high : *m_low);
        if (*m_low != *m_high) {
            writer.add(m_lowIsLater ? *m_low : *m_high);
        }
        m_low.reset();
        m_high.reset();
    }

private:
    std::optional<QPointF> m_low;
    std::optional<QPointF> m_high;
    bool m_lowIsLater = false;
};

int columnOf(double position, const PlotRange &range, int columns)
{
    return int(std::floor((position - range.min) / range.span() * columns));
}

} // namespace

std::vector<LineSegment> decimate(const std::vector<QPointF> &points, const PlotAxis &x, const PlotAxis &y, int columns)
{
    const auto leftOf = [](const QPointF &point, double value) { return point.x() < value; };
    auto from = std::lower_bound(points.begin(), points.end(), x.fromAxis(x.range().min), leftOf);
    auto to = std::lower_bound(from, points.end(), x.fromAxis(x.range().max), leftOf);
    from = from == points.begin() ? from : from - 1;
    to = to == points.end() ? to : to + 1;

    const bool few = to - from <= 2 * columns;
    SegmentWriter writer;
    Column column;
    int place = 0;
    for (auto it = from; it != to; ++it) {
        const QPointF point(x.toAxis(it->x()), y.toAxis(it->y()));
        if (!isDrawable(point)) {
            column.flush(writer);
            writer.breakLine();
            continue;
        }
        const int here = few ? 0 : columnOf(point.x(), x.range(), columns);
        if (few || here != place) {
            column.flush(writer);
            place = here;
        }
        column.add(point);
    }
    column.flush(writer);
    return writer.take();
}

namespace {

/// Cuts the piece from a to b to the rectangle (Liang and Barsky's way); false when nothing of it is inside.
bool clipPiece(QPointF &a, QPointF &b, const QRectF &rect)
{
    const QPointF d = b - a;
    double from = 0.0;
    double to = 1.0;
    const double slopes[] = {-d.x(), d.x(), -d.y(), d.y()};
    const double rooms[] = {a.x() - rect.left(), rect.right() - a.x(), a.y() - rect.top(), rect.bottom() - a.y()};
    for (int side = 0; side < 4; ++side) {
        if (slopes[side] == 0.0) {
            if (rooms[side] < 0.0) {
                return false;
            }
            continue;
        }
        const double share = rooms[side] / slopes[side];
        (slopes[side] < 0.0 ? from : to) = slopes[side] < 0.0 ? std::max(from, share) : std::min(to, share);
    }
    if (from > to) {
        return false;
    }
    b = to < 1.0 ? a + to * d : b;
    a = from > 0.0 ? a + from * d : a;
    return true;
}

} // namespace

std::vector<LineSegment> clipped(const LineSegment &line, const QRectF &rect)
{
    SegmentWriter writer;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF a = line[i - 1];
        QPointF b = line[i];
        if (!clipPiece(a, b, rect)) {
            writer.breakLine();
            continue;
        }
        if (i == 1 || a != line[i - 1] || writer.isEmpty()) {
            writer.breakLine();
            writer.add(a);
        }
        writer.add(b);
        if (b != line[i]) {
            writer.breakLine();
        }
    }
    return writer.take();
}

std::size_t SampleGrid::indexAt(double x, std::size_t size) const
{
    const double index = std::ceil((x - firstX) / stepX - 1e-9);
    return index <= 0.0 ? 0 : index >= double(size) ? size : std::size_t(index);
}

namespace {

void writeSamples(const CurvePyramid &curve, const SampleGrid &grid, std::size_t from, std::size_t to,
                  const PlotAxis &x, const PlotAxis &y, SegmentWriter &writer)
{
    for (std::size_t i = from; i < to; ++i) {
        const QPointF point(x.toAxis(grid.xOf(i)), y.toAxis(double(curve.at(i))));
        if (isDrawable(point)) {
            writer.add(point);
        } else {
            writer.breakLine();
        }
    }
}

/// The samples of one column: its place, its extent, and whether the line comes in from the left and goes out to the
/// right.
struct ColumnOfSamples
{
    double x = 0.0;
    SampleExtent extent;
    bool startsDrawable = true;
    bool endsDrawable = true;
};

// A break within a column is seen as a break beside it: before it where the column starts with one, else after it.
void writeColumn(const ColumnOfSamples &column, const PlotAxis &y, SegmentWriter &writer)
{
    const double low = y.toAxis(double(column.extent.min));
    const double high = y.toAxis(double(column.extent.max));
    const bool hasBreak = column.extent.gap || !std::isfinite(low);
    if (hasBreak && !column.startsDrawable) {
        writer.breakLine();
    }
    if (!column.extent.isEmpty() && std::isfinite(high)) {
        writer.add(QPointF(column.x, std::isfinite(low) ? low : high));
        if (std::isfinite(low) && high != low) {
            writer.add(QPointF(column.x, high));
        }
    }
    if (hasBreak && (column.startsDrawable || !column.endsDrawable)) {
        writer.breakLine();
    }
}

} // namespace

std::vector<LineSegment> decimate(const CurvePyramid &curve, const SampleGrid &grid, const PlotAxis &x,
                                  const PlotAxis &y, int columns)
{
    const PlotRange range = x.range();
    const std::size_t size = curve.size();
    std::size_t from = grid.indexAt(x.fromAxis(range.min), size);
    std::size_t to = grid.indexAt(x.fromAxis(range.max), size);
    from -= from > 0 ? 1 : 0;
    to += to < size ? 1 : 0;

    SegmentWriter writer;
    if (to - from <= std::size_t(2 * columns)) {
        writeSamples(curve, grid, from, to, x, y, writer);
        return writer.take();
    }
    const double width = range.span() / columns;
    std::size_t next = from;
    for (int i = 0; i < columns && next < to; ++i) {
        const double right = range.min + width * (i + 1);
        const std::size_t end = i + 1 == columns ? to : std::max(next, grid.indexAt(x.fromAxis(right), size));
        // Few samples in a column (the left of a logarithmic axis) stand where they are.
        if (end - next <= 2) {
            writeSamples(curve, grid, next, end, x, y, writer);
        } else {
            const auto drawable = [&](std::size_t sample) { return std::isfinite(y.toAxis(double(curve.at(sample)))); };
            writeColumn({right - width / 2.0, curve.extent(next, end), drawable(next), drawable(end - 1)}, y, writer);
        }
        next = end;
    }
    return writer.take();
}

} // namespace convscope
