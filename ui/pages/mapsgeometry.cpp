// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapsgeometry.h"

#include "ui/views/pictureview.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double mapGap = 4.0;
constexpr double innerGap = 16.0; ///< between the layers of one group
constexpr double outerGap = 40.0; ///< between groups: room for the lines
constexpr int mostMapsAcross = 8;
constexpr double barWidth = 34.0;
constexpr double barGap = 6.0;
constexpr int fewBarsAcross = 3;
constexpr int mostBarsAcross = 10;
constexpr double cellsWidth = 120.0;
constexpr double mostCellsWidth = 400.0;
constexpr int inputEnlargement = 4;
constexpr int largestBonus = 3;

int ceilDivided(int a, int b)
{
    return (a + b - 1) / b;
}

class Layouter
{
public:
    Layouter(const std::vector<LayerSummary> &layers, const MapsRequest &request)
        : m_layers(layers)
        , m_request(request)
    {
    }

    MapsLayout run();

private:
    double bodyHeight() const { return std::max(24.0, m_request.height - m_request.headerHeight); }
    MapsColumn column(int index) const;
    int factorFor(int maps) const;
    /// As many side by side as the header has room for.
    int acrossAt(double pitch) const { return std::max(1, int((m_request.columnWidth + mapGap) / pitch)); }
    int rowsAt(double pitch) const { return std::max(1, int((bodyHeight() + mapGap) / pitch)); }
    void formMaps(MapsColumn &column) const;
    void formInput(MapsColumn &column) const;
    void formCells(MapsColumn &column) const;
    void formBars(MapsColumn &column) const;
    void formOutputs(MapsColumn &column) const;
    /// Shows the page that was asked for, of at most `capacity` channels.
    void turnPage(MapsColumn &column, int capacity) const;

    const std::vector<LayerSummary> &m_layers;
    const MapsRequest &m_request;
};

MapsLayout Layouter::run()
{
    MapsLayout layout;
    double x = 0.0;
    int group = -1;
    bool isFlat = false;
    for (int i = 0; i < int(m_layers.size()); ++i) {
        const LayerKind kind = m_layers[std::size_t(i)].kind;
        isFlat = isFlat || kind == LayerKind::Flatten;
        const bool begins = kind == LayerKind::Input || kind == LayerKind::Convolution || kind == LayerKind::Flatten || kind == LayerKind::Linear;
        group += begins ? 1 : 0;
        MapsColumn column = this->column(i);
        column.group = group;
        const bool isLast = i + 1 == int(m_layers.size());
        column.form = !isFlat ? MapsForm::Maps : kind == LayerKind::Flatten ? MapsForm::Cells : isLast ? MapsForm::Outputs : MapsForm::Bars;
        switch (column.form) {
        case MapsForm::Maps:
            i == 0 ? formInput(column) : formMaps(column);
            break;
        case MapsForm::Cells:
            formCells(column);
            break;
        case MapsForm::Bars:
            formBars(column);
            break;
        case MapsForm::Outputs:
            formOutputs(column);
            break;
        }
        x += i == 0 ? 0.0 : begins ? outerGap : innerGap;
        const double width = std::max({m_request.columnWidth, column.across * column.pitch.width(), column.form == MapsForm::Outputs ? m_request.outputWidth : 0.0});
        column.header = QRectF(x, 0.0, width, m_request.headerHeight);
        column.body = QRectF(x, m_request.headerHeight, width, bodyHeight());
        x += width;
        layout.columns.push_back(column);
    }
    layout.size = QSizeF(x, m_request.headerHeight + bodyHeight());
    return layout;
}

MapsColumn Layouter::column(int index) const
{
    MapsColumn column;
    column.layer = index;
    column.total = m_layers[std::size_t(index)].channels;
    column.shown = column.total;
    return column;
}

void Layouter::turnPage(MapsColumn &column, int capacity) const
{
    if (column.total <= capacity) {
        return;
    }
    const int wanted = m_request.pages.value(column.group, 0);
    column.first = std::clamp(wanted / capacity, 0, (column.total - 1) / capacity) * capacity;
    column.shown = std::min(capacity, column.total - column.first);
}

void Layouter::formInput(MapsColumn &column) const
{
    const int side = m_layers.front().width;
    const double width = std::max(m_request.columnWidth, pictures::extentAtFactor(side, m_request.factor * inputEnlargement, m_request.ratio));
    const double extent = pictures::extent(side, std::min(width, bodyHeight()), m_request.ratio);
    column.cell = QSizeF(extent, extent);
    column.pitch = column.cell;
}

/// The largest factor at which so many maps need no more room than the header does anyway, and at least the one asked for.
int Layouter::factorFor(int maps) const
{
    for (int factor = m_request.factor + largestBonus; factor > m_request.factor; --factor) {
        const double pitch = pictures::extentAtFactor(m_layers.front().width, factor, m_request.ratio) + mapGap;
        if (pitch <= m_request.columnWidth + mapGap && ceilDivided(maps, acrossAt(pitch)) <= rowsAt(pitch)) {
            return factor;
        }
    }
    return m_request.factor;
}

void Layouter::formMaps(MapsColumn &column) const
{
    const double side = pictures::extentAtFactor(m_layers.front().width, factorFor(column.total), m_request.ratio);
    const double pitch = side + mapGap;
    const int mostRows = rowsAt(pitch);
    const int fewest = acrossAt(pitch);
    const int capacity = mostRows * std::max(mostMapsAcross, fewest);
    turnPage(column, capacity);
    const int onPage = std::min(capacity, column.total);
    column.across = std::max(std::min(fewest, onPage), ceilDivided(onPage, mostRows));
    column.rows = ceilDivided(onPage, column.across);
    column.cell = QSizeF(side, side);
    column.pitch = QSizeF(pitch, pitch);
}

void Layouter::formCells(MapsColumn &column) const
{
    int side = 8 * m_request.factor;
    const auto widthAt = [&](int s) { return ceilDivided(column.total, std::max(1, int(bodyHeight() / s))) * double(s); };
    while (side > 1 && widthAt(side) > cellsWidth * m_request.factor) {
        --side;
    }
    column.rows = std::max(1, int(bodyHeight() / side));
    const int most = int(mostCellsWidth * m_request.factor / side) * column.rows;
    turnPage(column, most);
    column.across = ceilDivided(std::min(column.total, most), column.rows);
    column.cell = QSizeF(side, side);
    column.pitch = column.cell;
}

void Layouter::formBars(MapsColumn &column) const
{
    int height = 8 * m_request.factor;
    const auto barsAcross = [&](int h) { return ceilDivided(column.total, std::max(1, int(bodyHeight() / h))); };
    while (height > 2 && barsAcross(height) > fewBarsAcross) {
        --height;
    }
    column.rows = std::max(1, int(bodyHeight() / height));
    turnPage(column, column.rows * mostBarsAcross);
    column.across = ceilDivided(std::min(column.total, column.rows * mostBarsAcross), column.rows);
    const double width = column.across == 1 ? m_request.columnWidth : barWidth;
    column.cell = QSizeF(width, height);
    column.pitch = QSizeF(column.across == 1 ? width : width + barGap, height);
}

void Layouter::formOutputs(MapsColumn &column) const
{
    const double height = std::clamp(std::floor(bodyHeight() / std::max(1, column.total)), 12.0, 32.0);
    turnPage(column, std::max(1, int(bodyHeight() / height)));
    column.rows = column.shown;
    column.cell = QSizeF(m_request.outputWidth, height);
    column.pitch = column.cell;
}

} // namespace

QRectF MapsColumn::cellOf(int channel) const
{
    const int place = channel - first;
    const bool runsDown = form == MapsForm::Cells || form == MapsForm::Bars;
    const int row = runsDown ? place % rows : place / across;
    const int column = runsDown ? place / rows : place % across;
    return QRectF(body.topLeft() + QPointF(column * pitch.width(), row * pitch.height()), cell);
}

std::optional<int> MapsColumn::channelAt(const QPointF &point) const
{
    const QPointF inside = point - body.topLeft();
    if (inside.x() < 0.0 || inside.y() < 0.0) {
        return std::nullopt;
    }
    const int column = int(inside.x() / pitch.width());
    const int row = int(inside.y() / pitch.height());
    if (column >= across || row >= rows) {
        return std::nullopt;
    }
    const bool runsDown = form == MapsForm::Cells || form == MapsForm::Bars;
    const int channel = first + (runsDown ? column * rows + row : row * across + column);
    return shows(channel) ? std::optional(channel) : std::nullopt;
}

const MapsColumn *MapsLayout::columnAt(double x) const
{
    for (const MapsColumn &column : columns) {
        if (x >= column.header.left() && x < column.header.right()) {
            return &column;
        }
    }
    return nullptr;
}

QRectF MapsLayout::cellOf(int layer, int channel) const
{
    const MapsColumn &column = columns[std::size_t(layer)];
    return column.shows(channel) ? column.cellOf(channel) : QRectF();
}

MapsLayout layOutMaps(const std::vector<LayerSummary> &layers, const MapsRequest &request)
{
    return Layouter(layers, request).run();
}

} // namespace convscope
