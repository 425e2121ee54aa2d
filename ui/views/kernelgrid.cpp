// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/kernelgrid.h"

#include "ui/theme.h"
#include "ui/views/numberpainting.h"
#include "ui/views/pictureview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr double gap = 6.0;
constexpr double tightGap = 2.0; ///< between the channels of one filter
constexpr int colorSteps = 511;
/// Logical pixels of one number from which on it can be written into its place.
constexpr double roomForNumber = 34.0;
constexpr int mostInToolTip = 7;
/// Outside of these two decimals would say nothing, or be too long: the numbers get a common power of ten.
constexpr double leastPlain = 0.1;
constexpr double mostPlain = 100.0;

/// Four digits that mean something beside the largest number of the layer.
int decimalsFor(double limit)
{
    return limit > 0.0 && std::isfinite(limit) ? std::clamp(2 - int(std::floor(std::log10(limit))), 3, 12) : 3;
}

} // namespace

KernelGrid::KernelGrid(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void KernelGrid::setLayer(std::shared_ptr<const FilterLayer> layer)
{
    const bool isOther = !layer || !m_layer || !layer->hasShapeOf(*m_layer) || layer->name != m_layer->name;
    const bool isFirst = !m_layer;
    m_layer = std::move(layer);
    m_layerLimit = m_layer ? double(largestMagnitude(m_layer->values)) : 0.0;
    if (isOther) {
        m_factor = isFirst ? m_factor : 0; // the zoom was for kernels of another size
        m_order.clear();
        m_filter = m_channel = 0;
        horizontalScrollBar()->setValue(0);
        verticalScrollBar()->setValue(0);
    }
    if (m_layer && m_order.size() != std::size_t(m_layer->filters)) {
        m_order.resize(std::size_t(m_layer->filters));
        std::iota(m_order.begin(), m_order.end(), 0);
    }
    if (isOther) {
        updateBars();
        Q_EMIT selectionChanged();
    }
    viewport()->update();
}

void KernelGrid::setOrder(std::vector<int> order)
{
    if (m_layer && order.size() == std::size_t(m_layer->filters) && order != m_order) {
        m_order = std::move(order);
        viewport()->update();
    }
}

void KernelGrid::setOwnScales(bool own)
{
    m_ownScales = own;
    viewport()->update();
}

void KernelGrid::setBadges(const QHash<int, QString> &badges)
{
    if (badges != m_badges) {
        m_badges = badges;
        viewport()->update();
    }
}

double KernelGrid::limitOf(int filter) const
{
    return m_ownScales ? double(largestMagnitude(m_layer->filter(filter))) : layerLimit();
}

void KernelGrid::setFixedLimit(double limit)
{
    if (limit != m_fixedLimit) {
        m_fixedLimit = limit;
        viewport()->update();
    }
}

int KernelGrid::exponent() const
{
    const double limit = layerLimit();
    return limit <= 0.0 || !std::isfinite(limit) || (limit >= leastPlain && limit < mostPlain) ? 0 : int(std::floor(std::log10(limit)));
}

bool KernelGrid::showsNumbers() const
{
    return m_layer && factor() / devicePixelRatioF() >= roomForNumber;
}

double KernelGrid::limit() const
{
    return m_layer ? limitOf(m_filter) : 0.0;
}

void KernelGrid::select(int filter, int channel)
{
    if (!m_layer || filter < 0 || filter >= m_layer->filters || channel < 0 || channel >= m_layer->channels
        || (filter == m_filter && channel == m_channel)) {
        return;
    }
    m_filter = filter;
    m_channel = channel;
    reveal();
    viewport()->update();
    Q_EMIT selectionChanged();
}

double KernelGrid::labelHeight() const
{
    return isFlow() ? fontMetrics().height() + 2.0 : 0.0;
}

double KernelGrid::rowHeader() const
{
    return isFlow() ? 0.0 : fontMetrics().horizontalAdvance(QStringLiteral("000 mmmmmmm"));
}

double KernelGrid::columnHeader() const
{
    return isFlow() ? 0.0 : fontMetrics().height() + 4.0;
}

QSizeF KernelGrid::stepAt(int factor) const
{
    const double ratio = devicePixelRatioF();
    const double between = isFlow() ? gap : tightGap + 1.0;
    return {m_layer->width * factor / ratio + between, m_layer->height * factor / ratio + labelHeight() + (isFlow() ? gap : gap / 2.0)};
}

int KernelGrid::columnsAt(int factor) const
{
    return isFlow() ? std::max(1, int((viewport()->width() - gap) / stepAt(factor).width())) : m_layer->channels;
}

QSizeF KernelGrid::contentAt(int factor) const
{
    const int columns = columnsAt(factor);
    const int rows = isFlow() ? (m_layer->filters + columns - 1) / columns : m_layer->filters;
    const QSizeF step = stepAt(factor);
    return {rowHeader() + columns * step.width() + gap, columnHeader() + rows * step.height() + gap};
}

int KernelGrid::fittingFactor() const
{
    const int least = std::max(1, int(std::ceil((m_layer->width > 16 ? 2.0 : 4.0) * devicePixelRatioF())));
    int best = least;
    for (int factor = least; factor <= largestFactor; ++factor) {
        const QSizeF content = contentAt(factor);
        if (isFlow() ? content.height() <= viewport()->height() && content.width() <= viewport()->width() : content.width() <= viewport()->width()) {
            best = factor;
        }
    }
    return best;
}

int KernelGrid::factor() const
{
    if (!m_layer || m_factor > 0) {
        return m_layer ? m_factor : 1;
    }
    if (m_fitting == 0) {
        m_fitting = fittingFactor(); // asked for at every cell
    }
    return m_fitting;
}

void KernelGrid::zoomBy(int direction)
{
    if (m_layer) {
        const int now = factor();
        setZoom(std::max(1, now + direction * std::max(1, now / 5)));
        reveal();
    }
}

void KernelGrid::zoomToFit()
{
    setZoom(0);
}

void KernelGrid::setZoom(int factor)
{
    const int bounded = std::clamp(factor, 0, largestFactor);
    if (bounded != m_factor) {
        m_factor = bounded;
        updateBars();
        viewport()->update();
        Q_EMIT zoomChanged(m_factor);
    }
}

QSize KernelGrid::contentSize() const
{
    return m_layer ? contentAt(factor()).toSize().expandedTo({1, 1}) : QSize(1, 1);
}

void KernelGrid::updateBars()
{
    m_fitting = 0;
    const QSize content = m_layer ? contentSize() : QSize();
    const auto set = [](QScrollBar *bar, int whole, int page, int step) {
        bar->setRange(0, std::max(0, whole - page));
        bar->setPageStep(page);
        bar->setSingleStep(step);
    };
    const int step = m_layer ? int(stepAt(factor()).height()) : 1;
    set(horizontalScrollBar(), content.width(), viewport()->width(), step);
    set(verticalScrollBar(), content.height(), viewport()->height(), step);
}

QPoint KernelGrid::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QRectF KernelGrid::cellAt(const Cell &cell) const
{
    const int factor = this->factor();
    const QSizeF step = stepAt(factor);
    const int columns = columnsAt(factor);
    const int row = isFlow() ? cell.place / columns : cell.place;
    const int column = isFlow() ? cell.place % columns : cell.channel;
    const double ratio = devicePixelRatioF();
    return {rowHeader() + gap + column * step.width(), columnHeader() + gap / 2.0 + row * step.height(), m_layer->width * factor / ratio,
            m_layer->height * factor / ratio};
}

QRectF KernelGrid::cellRect(int filter, int channel) const
{
    const auto place = std::find(m_order.begin(), m_order.end(), filter);
    return place == m_order.end() ? QRectF() : cellAt({int(place - m_order.begin()), channel}).translated(-offset());
}

KernelGrid::Cell KernelGrid::cellUnder(const QPoint &point) const
{
    if (!m_layer) {
        return {};
    }
    const int factor = this->factor();
    const QSizeF step = stepAt(factor);
    const QPointF at = QPointF(point + offset()) - QPointF(rowHeader() + gap, columnHeader() + gap / 2.0);
    const int column = int(std::floor(at.x() / step.width()));
    const int row = int(std::floor(at.y() / step.height()));
    const int columns = columnsAt(factor);
    const bool inHeader = !isFlow() && point.x() < rowHeader();
    if (row < 0 || (!inHeader && (column < 0 || column >= columns)) || point.y() < columnHeader()) {
        return {};
    }
    const int place = isFlow() ? row * columns + column : row;
    const int channel = isFlow() ? 0 : inHeader ? m_channel : column;
    return place < m_layer->filters ? Cell{place, channel} : Cell{};
}

QString KernelGrid::labelOf(int filter) const
{
    const QString number = QLocale().toString(filter + 1);
    const QString badge = m_badges.value(filter);
    return badge.isEmpty() ? number : number + QLatin1Char(' ') + badge;
}

QImage KernelGrid::imageOf(int filter, int channel, double limit) const
{
    if (m_colors.isEmpty()) {
        for (int i = 0; i < colorSteps; ++i) {
            m_colors.append(theme::diverging(2.0 * i / (colorSteps - 1) - 1.0, palette()).rgb());
        }
    }
    QImage image(m_layer->width, m_layer->height, QImage::Format_RGB32);
    const auto kernel = m_layer->kernel(filter, channel);
    const float scale = limit > 0.0 ? float(1.0 / limit) : 0.0f;
    const QRgb notFinite = theme::attention().rgb();
    for (int y = 0; y < m_layer->height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < m_layer->width; ++x) {
            const float value = kernel[std::size_t(y * m_layer->width + x)];
            const float share = std::clamp(value * scale, -1.0f, 1.0f);
            line[x] = std::isfinite(value) ? m_colors[int((share + 1.0f) * 0.5f * (colorSteps - 1) + 0.5f)] : notFinite;
        }
    }
    return image;
}

void KernelGrid::paintNumbers(QPainter &painter, const QRectF &cell, int filter, int channel, double limit) const
{
    const double side = cell.width() / m_layer->width;
    const auto kernel = m_layer->kernel(filter, channel);
    const double unit = std::pow(10.0, exponent());
    for (int i = 0; i < int(kernel.size()); ++i) {
        const double value = double(kernel[std::size_t(i)]);
        const QColor ground = theme::diverging(limit > 0.0 ? value / limit : 0.0, palette());
        painter.setPen(qGray(ground.rgb()) > 128 ? Qt::black : Qt::white);
        const QRectF place(cell.left() + (i % m_layer->width) * side, cell.top() + (i / m_layer->width) * side, side, side);
        painter.drawText(place, Qt::AlignCenter, numbers::text(value / unit, 2));
    }
}

void KernelGrid::paintCell(QPainter &painter, const Cell &cell) const
{
    const int filter = m_order[std::size_t(cell.place)];
    const double limit = limitOf(filter);
    const QRectF place = cellAt(cell);
    const QRectF drawn = pictures::draw(painter, place.topLeft(), place.width(), imageOf(filter, cell.channel, limit), theme::mutedText(palette()));
    if (place.width() / m_layer->width >= roomForNumber) {
        paintNumbers(painter, drawn, filter, cell.channel, limit);
    }
    const bool isSelected = m_showsSelection && filter == m_filter && (isFlow() || cell.channel == m_channel);
    if (isSelected) {
        pictures::drawFrame(painter, drawn, palette().color(QPalette::Highlight), int(std::lround(2.0 * devicePixelRatioF())), 1);
    }
    if (isFlow()) {
        painter.setPen(palette().color(filter == m_filter || !m_showsSelection ? QPalette::Text : QPalette::PlaceholderText));
        const QRectF label(place.left(), place.bottom() + 2.0, place.width() + gap - 2.0, fontMetrics().height());
        painter.drawText(label, Qt::AlignLeft, fontMetrics().elidedText(labelOf(filter), Qt::ElideRight, int(label.width())));
    }
}

void KernelGrid::paintCells(QPainter &painter, const QRectF &visible) const
{
    const QSizeF step = stepAt(factor());
    const int columns = columnsAt(factor());
    const int firstRow = std::max(0, int((visible.top() - columnHeader()) / step.height()) - 1);
    const int lastRow = int(visible.bottom() / step.height()) + 1;
    const int perRow = isFlow() ? columns : 1;
    for (int place = firstRow * perRow; place < std::min((lastRow + 1) * perRow, m_layer->filters); ++place) {
        for (int channel = 0; channel < m_layer->channels; ++channel) {
            if (cellAt({place, channel}).adjusted(0, 0, gap, gap + labelHeight()).intersects(visible)) {
                paintCell(painter, {place, channel});
            }
        }
    }
}

/// `origin`: where they stick while the cells scroll below them, in content coordinates.
void KernelGrid::paintHeaders(QPainter &painter, const QPointF &origin) const
{
    const QSizeF step = stepAt(factor());
    const int lineHeight = fontMetrics().height();
    painter.fillRect(QRectF(origin.x(), 0, rowHeader(), contentAt(factor()).height()), palette().color(QPalette::Base));
    const int everyRow = std::max(1, int(std::ceil(lineHeight / step.height())));
    for (int place = 0; place < m_layer->filters; ++place) {
        const int filter = m_order[std::size_t(place)];
        if (place % everyRow == 0 || filter == m_filter) {
            painter.setPen(palette().color(filter == m_filter ? QPalette::Text : QPalette::PlaceholderText));
            const QRectF cell = cellAt({place, 0});
            painter.drawText(QRectF(origin.x() + 4.0, cell.center().y() - lineHeight / 2.0, rowHeader() - 4.0, lineHeight), Qt::AlignLeft, labelOf(filter));
        }
    }
    painter.fillRect(QRectF(0, origin.y(), contentAt(factor()).width(), columnHeader()), palette().color(QPalette::Base));
    const int everyColumn = std::max(1, int(std::ceil(fontMetrics().horizontalAdvance(QStringLiteral("000")) / step.width())));
    for (int channel = 0; channel < m_layer->channels; channel += everyColumn) {
        painter.setPen(palette().color(channel == m_channel ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(QPointF(cellAt({0, channel}).left(), origin.y() + lineHeight - 2.0), QLocale().toString(channel + 1));
    }
}

void KernelGrid::paintContent(QPainter &painter) const
{
    if (m_layer) {
        painter.fillRect(QRect(QPoint(), contentSize()), palette().color(QPalette::Base));
        paintCells(painter, QRectF(QPointF(), QSizeF(contentSize())));
        if (!isFlow()) {
            paintHeaders(painter, QPointF());
        }
    }
}

void KernelGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (!m_layer) {
        return;
    }
    m_fitting = 0; // the window may stand on another screen now
    painter.translate(-offset());
    paintCells(painter, QRectF(offset(), QSizeF(viewport()->size())));
    if (!isFlow()) {
        paintHeaders(painter, offset());
    }
}

QString KernelGrid::toolTipOf(int filter, int channel, const QPointF &inCell) const
{
    QString title = tr("Filter %1").arg(filter + 1);
    if (!isFlow()) {
        title += QStringLiteral(", ") + tr("input channel %1").arg(channel + 1);
    }
    const auto kernel = m_layer->kernel(filter, channel);
    const int decimals = decimalsFor(m_layerLimit);
    if (m_layer->width > mostInToolTip) {
        const int x = std::clamp(int(inCell.x() * m_layer->width), 0, m_layer->width - 1);
        const int y = std::clamp(int(inCell.y() * m_layer->height), 0, m_layer->height - 1);
        return tr("%1: %2 at column %3, row %4").arg(title, numbers::text(double(kernel[std::size_t(y * m_layer->width + x)]), decimals)).arg(x + 1).arg(y + 1);
    }
    QString rows;
    for (int y = 0; y < m_layer->height; ++y) {
        rows += QStringLiteral("<tr>");
        for (int x = 0; x < m_layer->width; ++x) {
            rows += QStringLiteral("<td align=right>%1</td>").arg(numbers::text(double(kernel[std::size_t(y * m_layer->width + x)]), decimals));
        }
        rows += QStringLiteral("</tr>");
    }
    return QStringLiteral("<b>%1</b><table cellspacing=6>%2</table>").arg(title, rows);
}

bool KernelGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const Cell cell = cellUnder(help->pos()); cell.place >= 0) {
            const QRectF place = cellAt(cell).translated(-offset());
            const QPointF inCell((help->x() - place.left()) / place.width(), (help->y() - place.top()) / place.height());
            QToolTip::showText(help->globalPos(), toolTipOf(m_order[std::size_t(cell.place)], cell.channel, inCell), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void KernelGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void KernelGrid::mousePressEvent(QMouseEvent *event)
{
    if (const Cell cell = cellUnder(event->position().toPoint()); cell.place >= 0) {
        select(m_order[std::size_t(cell.place)], cell.channel);
    }
}

void KernelGrid::moveSelection(int places, int channels)
{
    if (!m_layer) {
        return;
    }
    const auto now = std::find(m_order.begin(), m_order.end(), m_filter) - m_order.begin();
    const auto place = std::clamp<std::ptrdiff_t>(now + places, 0, m_layer->filters - 1);
    select(m_order[std::size_t(place)], std::clamp(m_channel + channels, 0, m_layer->channels - 1));
}

void KernelGrid::reveal()
{
    const QRectF cell = cellRect(m_filter, m_channel).adjusted(-rowHeader(), -columnHeader() - gap, gap, labelHeight() + gap);
    const auto move = [](QScrollBar *bar, double low, double high, int size) {
        if (low < 0.0 || high - low > size) {
            bar->setValue(bar->value() + int(std::floor(low)));
        } else if (high > size) {
            bar->setValue(bar->value() + int(std::ceil(high - size)));
        }
    };
    move(horizontalScrollBar(), cell.left(), cell.right(), viewport()->width());
    move(verticalScrollBar(), cell.top(), cell.bottom(), viewport()->height());
}

void KernelGrid::keyPressEvent(QKeyEvent *event)
{
    const int row = m_layer && isFlow() ? columnsAt(factor()) : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        isFlow() ? moveSelection(-1, 0) : moveSelection(0, -1);
        break;
    case Qt::Key_Right:
        isFlow() ? moveSelection(1, 0) : moveSelection(0, 1);
        break;
    case Qt::Key_Up:
        moveSelection(-row, 0);
        break;
    case Qt::Key_Down:
        moveSelection(row, 0);
        break;
    case Qt::Key_Plus:
        zoomBy(1);
        break;
    case Qt::Key_Minus:
        zoomBy(-1);
        break;
    case Qt::Key_0:
        zoomToFit();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void KernelGrid::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

void KernelGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_colors.clear();
        viewport()->update();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) {
        updateBars();
        viewport()->update();
    }
}

} // namespace convscope
