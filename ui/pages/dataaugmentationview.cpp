// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataaugmentationview.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int gap = 8;
constexpr int spacing = 6;
constexpr int mostEpochs = 8;
constexpr int largestFactor = 3;
/// Pictures of 28 pixels may be this wide; larger ones get the same room.
constexpr double largestPicture = 84.0;

} // namespace

DataAugmentationView::DataAugmentationView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DataAugmentationView::setPictures(DatasetPtr dataset, std::vector<int> indices)
{
    m_data = std::move(dataset);
    m_indices = std::move(indices);
    update();
}

void DataAugmentationView::setAugmentation(const Augmentation &augmentation, qint64 seed)
{
    m_augmentation = augmentation;
    m_seed = seed;
    update();
}

QSize DataAugmentationView::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 12 + 3 * 36, 4 * 36);
}

int DataAugmentationView::shownEpochs() const
{
    return std::max(0, grid().rows - 1);
}

QImage DataAugmentationView::picture(int column, int epoch) const
{
    const int side = m_data->side;
    const int index = m_indices[std::size_t(column)];
    const std::uint8_t *original = m_data->trainPicture(index);
    if (epoch == 0)
        return pictures::greyImage(original, side, side);
    std::vector<std::uint8_t> changed(std::size_t(side) * side);
    augment(m_augmentation, m_seed, epoch, index, side, original, changed.data());
    return pictures::greyImage(changed.data(), side, side);
}

QRectF DataAugmentationView::pictureRect(int column, int epoch) const
{
    const Grid cells = grid();
    const double step = cells.extent + spacing;
    const double top = 1 + epoch * step + (epoch > 0 ? originalGap() : 0);
    return QRectF(cells.labelWidth + 1 + column * step, top, cells.extent, cells.extent);
}

void DataAugmentationView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

void DataAugmentationView::paintEvent(QPaintEvent *)
{
    if (!m_data || m_indices.empty())
        return;
    QPainter painter(this);
    const QColor frame = theme::gridLine(palette());
    const Grid cells = grid();
    const int epochs = shownEpochs();
    for (int epoch = 0; epoch <= epochs; ++epoch) {
        const QRectF first = pictureRect(0, epoch);
        const QRectF label(0, first.top(), cells.labelWidth - gap, first.height());
        painter.setPen(epoch == 0 ? palette().color(QPalette::WindowText) : theme::mutedText(palette()));
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, rowLabel(epoch));
        for (int column = 0; column < cells.columns; ++column)
            pictures::draw(painter, pictureRect(column, epoch).topLeft(), cells.extent, picture(column, epoch), frame);
    }
    if (epochs > 0) {
        const double y = pictureRect(0, 1).top() - (originalGap() + spacing) / 2.0;
        const double right = pictureRect(cells.columns - 1, 0).right();
        painter.fillRect(QRectF(0, std::round(y), right, 1), frame);
    }
}

DataAugmentationView::Grid DataAugmentationView::grid() const
{
    Grid cells;
    if (!m_data || m_indices.empty())
        return cells;
    for (int epoch = 0; epoch <= mostEpochs; ++epoch)
        cells.labelWidth = std::max(cells.labelWidth, fontMetrics().horizontalAdvance(rowLabel(epoch)) + gap);
    const double room = width() - cells.labelWidth - 2;
    const double tall = height() - originalGap() - 2;
    const int most = int(m_indices.size());
    const double ratio = devicePixelRatioF();
    // The largest pictures that still leave enough of them to compare.
    for (int factor = largestFactor; factor >= 1; --factor) {
        cells.extent = pictures::extent(m_data->side, factor * largestPicture / largestFactor, ratio);
        const double step = cells.extent + spacing;
        cells.columns = std::clamp(int((room + spacing) / step), 1, most);
        cells.rows = std::clamp(int((tall + spacing) / step), 1, mostEpochs + 1);
        const int wantedColumns = std::min(most, factor > 2 ? 4 : 3);
        if (cells.columns >= wantedColumns && cells.rows >= 4)
            break;
    }
    return cells;
}

QString DataAugmentationView::rowLabel(int epoch) const
{
    return epoch == 0 ? tr("Original") : tr("Epoch %L1").arg(epoch);
}

int DataAugmentationView::originalGap() const
{
    return gap;
}

} // namespace convscope
