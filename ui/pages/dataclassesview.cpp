// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataclassesview.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int gap = 8;
/// Free space above and below a picture, frame included.
constexpr int picturePadding = 4;
constexpr int pictureSpacing = 6;
constexpr int smallestRow = 36;
constexpr double largestPicture = 112.0;
constexpr int smallestSampleCount = 4;
constexpr int crossSide = 8;
constexpr int barHeight = 3;

} // namespace

/// The cells of a row, from left to right.
struct DataClassesView::Columns
{
    QRect name;
    QRect train;
    QRect test;
    QRect samples;
};

DataClassesView::DataClassesView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DataClassesView::setClasses(DatasetPtr dataset, std::vector<DataClass> classes)
{
    m_data = std::move(dataset);
    m_classes = std::move(classes);
    m_largestTrain = 1;
    m_largestTest = 1;
    for (const DataClass &entry : m_classes) {
        m_largestTrain = std::max(m_largestTrain, entry.trainCount);
        m_largestTest = std::max(m_largestTest, entry.testCount);
    }
    updateNameWidth();
}

QSize DataClassesView::minimumSizeHint() const
{
    return QSize(columns().samples.left() + 4 * smallestRow, headerHeight() + int(m_classes.size()) * smallestRow);
}

std::vector<DataClassesView::Place> DataClassesView::visibleSamples(int row) const
{
    std::vector<Place> places;
    const QRect cell = columns().samples;
    const double extent = pictureExtent();
    const QRect box = rowRect(row);
    const double top = box.top() + (box.height() - extent) / 2.0;
    double left = cell.left();
    for (const DataSample &sample : m_classes[std::size_t(row)].samples) {
        Place place{sample, QRectF(left, top, extent, extent), QRectF()};
        double right = left + extent;
        if (sample.isWrong()) {
            const QRect words = fontMetrics().boundingRect(QRect(0, 0, wrongLabelWidth(), box.height()),
                                                           Qt::AlignLeft | Qt::TextWordWrap, wrongLabelText(sample));
            place.text = QRectF(right + gap, box.top() + 1, crossSide + 4 + words.width() + 2, box.height() - 2);
            right = place.text.right() + 2;
        }
        if (right + 1 > cell.right())
            break;
        places.push_back(place);
        left = right + pictureSpacing;
    }
    return places;
}

QRect DataClassesView::rowRect(int row) const
{
    const int height = rowHeight();
    return QRect(0, headerHeight() + row * height, width(), height);
}

int DataClassesView::rowAt(const QPoint &position) const
{
    const int row = (position.y() - headerHeight()) / rowHeight();
    return position.y() >= headerHeight() && row < int(m_classes.size()) ? row : -1;
}

bool DataClassesView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // An empty text hides the one before.
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateNameWidth();
    return QWidget::event(event);
}

void DataClassesView::paintEvent(QPaintEvent *event)
{
    if (!m_data)
        return;
    QPainter painter(this);
    const Columns cells = columns();
    if (event->rect().top() < headerHeight())
        paintHeader(painter, cells);
    for (int row = 0; row < int(m_classes.size()); ++row) {
        if (rowRect(row).intersects(event->rect()))
            paintRow(painter, cells, row);
    }
}

void DataClassesView::updateNameWidth()
{
    m_nameWidth = fontMetrics().horizontalAdvance(tr("Class"));
    for (int label = 0; label < int(m_classes.size()); ++label)
        m_nameWidth = std::max(m_nameWidth, fontMetrics().horizontalAdvance(m_data->className(label)));
    // A little more: text whose width is a fraction would be elided in exactly its own width.
    m_nameWidth = std::min(m_nameWidth + 4, fontMetrics().averageCharWidth() * 22);
    updateGeometry();
    update();
}

DataClassesView::Columns DataClassesView::columns() const
{
    const QFontMetrics metrics(font());
    const QLocale locale;
    const int train = std::max(
        metrics.horizontalAdvance(tr("%1 of %2").arg(locale.toString(m_largestTrain), locale.toString(m_largestTrain))),
        metrics.horizontalAdvance(tr("Training")));
    const int test
        = std::max(metrics.horizontalAdvance(locale.toString(m_largestTest)), metrics.horizontalAdvance(tr("Test")));
    Columns cells;
    cells.name = QRect(0, 0, m_nameWidth, 0);
    cells.train = QRect(cells.name.right() + 2 * gap, 0, train, 0);
    cells.test = QRect(cells.train.right() + 2 * gap, 0, test, 0);
    const int left = cells.test.right() + 2 * gap;
    cells.samples = QRect(left, 0, std::max(0, width() - left), 0);
    return cells;
}

int DataClassesView::headerHeight() const
{
    return fontMetrics().height() + gap;
}

int DataClassesView::rowHeight() const
{
    const int count = std::max(1, int(m_classes.size()));
    const int fair = (height() - headerHeight()) / count;
    return std::clamp(fair, smallestRow, int(largestPicture) + 2 * picturePadding);
}

double DataClassesView::pictureExtent() const
{
    const double byHeight = rowHeight() - 2.0 * picturePadding;
    const double byWidth = columns().samples.width() / double(smallestSampleCount) - pictureSpacing;
    return pictures::extent(m_data ? m_data->side : 28, std::max(8.0, std::min(byHeight, byWidth)),
                            devicePixelRatioF());
}

QString DataClassesView::toolTipAt(const QPoint &position) const
{
    const int row = m_data ? rowAt(position) : -1;
    if (row < 0)
        return QString();
    if (position.x() < columns().train.left()) {
        const QString original = m_data->originalClassNames.value(row);
        return original.isEmpty() ? m_data->className(row) : tr("Name in the data set: %1").arg(original);
    }
    if (position.x() < columns().samples.left()) {
        const DataClass &entry = m_classes[std::size_t(row)];
        return tr("%L1 of %L2 training pictures of this class are used; %L3 of them carry a wrong label.")
            .arg(entry.usedCount)
            .arg(entry.trainCount)
            .arg(entry.wrongCount);
    }
    for (const Place &place : visibleSamples(row)) {
        if (!place.picture.united(place.text).contains(position))
            continue;
        const QString name = m_data->className(place.sample.trueLabel);
        if (!place.sample.isWrong())
            return tr("Training picture %L1: %2").arg(place.sample.picture).arg(name);
        return tr("Training picture %L1: %2. The network is told that it is: %3.")
            .arg(place.sample.picture)
            .arg(name, m_data->className(place.sample.givenLabel));
    }
    return QString();
}

QString DataClassesView::wrongLabelText(const DataSample &sample) const
{
    QString name = fontMetrics().elidedText(m_data->className(sample.givenLabel), Qt::ElideRight, wrongLabelWidth());
    // The line breaks before the name, not in it.
    name.replace(QLatin1Char(' '), QChar(QChar::Nbsp)).replace(QLatin1Char('-'), QChar(0x2011));
    return tr("labelled %1").arg(name);
}

int DataClassesView::wrongLabelWidth() const
{
    return std::max(72, fontMetrics().averageCharWidth() * 12);
}

void DataClassesView::paintHeader(QPainter &painter, const Columns &cells) const
{
    painter.setPen(theme::mutedText(palette()));
    const int height = headerHeight() - gap / 2;
    const auto write = [&](QRect cell, Qt::Alignment alignment, const QString &text) {
        cell.setHeight(height);
        painter.drawText(cell, int(alignment | Qt::AlignVCenter), text);
    };
    write(cells.name, Qt::AlignLeft, tr("Class"));
    write(cells.train, Qt::AlignRight, tr("Training"));
    write(cells.test, Qt::AlignRight, tr("Test"));
    write(cells.samples, Qt::AlignLeft, tr("Samples"));
}

void DataClassesView::paintRow(QPainter &painter, const Columns &cells, int row) const
{
    const QRect box = rowRect(row);
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), theme::gridLine(palette()));
    const auto inRow = [&box](QRect cell) { return QRect(cell.left(), box.top(), cell.width(), box.height()); };
    const DataClass &entry = m_classes[std::size_t(row)];
    painter.setPen(palette().color(QPalette::WindowText));
    const QString name = fontMetrics().elidedText(m_data->className(row), Qt::ElideRight, cells.name.width());
    painter.drawText(inRow(cells.name), Qt::AlignLeft | Qt::AlignVCenter, name);

    const QLocale locale;
    const bool usesAll = entry.usedCount == entry.trainCount;
    const QString train = usesAll
        ? locale.toString(entry.trainCount)
        : tr("%1 of %2").arg(locale.toString(entry.usedCount), locale.toString(entry.trainCount));
    paintCount(painter, inRow(cells.train), train, double(entry.trainCount) / m_largestTrain,
               double(entry.usedCount) / m_largestTrain, theme::train(palette()));
    const double test = double(entry.testCount) / m_largestTest;
    paintCount(painter, inRow(cells.test), locale.toString(entry.testCount), test, test, theme::test(palette()));

    if (entry.samples.empty()) {
        painter.setPen(theme::mutedText(palette()));
        painter.drawText(inRow(cells.samples), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("No picture of this class is used."));
    }
    for (const Place &place : visibleSamples(row))
        paintSample(painter, place);
}

void DataClassesView::paintCount(QPainter &painter, const QRectF &cell, const QString &text, double share,
                                 double usedShare, const QColor &color) const
{
    const double textHeight = fontMetrics().height();
    const double top = cell.top() + std::floor((cell.height() - textHeight - 2 - barHeight) / 2.0);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(cell.left(), top, cell.width(), textHeight), Qt::AlignRight | Qt::AlignVCenter, text);
    const double barTop = std::floor(top + textHeight + 2);
    QColor unused = color;
    unused.setAlpha(70);
    painter.fillRect(QRectF(cell.left(), barTop, cell.width() * share, barHeight), unused);
    painter.fillRect(QRectF(cell.left(), barTop, cell.width() * usedShare, barHeight), color);
}

void DataClassesView::paintSample(QPainter &painter, const Place &place) const
{
    const int side = m_data->side;
    const QImage image = pictures::greyImage(m_data->trainPicture(place.sample.picture), side, side);
    const QRectF drawn
        = pictures::draw(painter, place.picture.topLeft(), place.picture.width(), image, theme::gridLine(palette()));
    if (!place.sample.isWrong())
        return;
    pictures::drawFrame(painter, drawn, theme::wrong(), int(std::lround(2 * devicePixelRatioF())));

    const QRectF cross(place.text.left(), place.picture.center().y() - crossSide / 2.0, crossSide, crossSide);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme::wrong(), 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place.text.adjusted(crossSide + 4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     wrongLabelText(place.sample));
}

} // namespace convscope
