// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reliabilitydiagram.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace convscope {

namespace {

constexpr double gap = 6.0;

} // namespace

ReliabilityDiagram::ReliabilityDiagram(QWidget *parent)
    : QWidget(parent)
{
}

void ReliabilityDiagram::setCalibration(const Calibration &calibration)
{
    m_calibration = calibration;
    QStringList parts;
    for (const CalibrationBin &bin : calibration.bins) {
        if (bin.pictures > 0) {
            parts << describe(bin);
        }
    }
    setAccessibleDescription(parts.join(QLatin1Char(' ')));
    update();
}

QString ReliabilityDiagram::describe(const CalibrationBin &bin) const
{
    const QString range = tr("Confidence %1 to %2").arg(percentText(bin.low, 0), percentText(bin.high, 0));
    if (bin.pictures == 0) {
        return tr("%1: no answers.").arg(range);
    }
    return tr("%1: %2 answers, %3 sure on average, %4 right.")
        .arg(range, countText(bin.pictures), percentText(bin.confidence), percentText(bin.accuracy));
}

QRectF ReliabilityDiagram::plot() const
{
    const double line = fontMetrics().height();
    const double left = line + gap + fontMetrics().horizontalAdvance(percentText(1.0, 0)) + gap;
    const double bottom = 3.0 * line + 0.2 * height();
    return QRectF(left, line / 2.0 + 1.0, std::max(40.0, width() - left - 2.0 * gap), std::max(40.0, height() - bottom - line / 2.0));
}

QRectF ReliabilityDiagram::countPlot() const
{
    const QRectF upper = plot();
    const double top = upper.bottom() + 2.0 * gap;
    return QRectF(upper.left(), top, upper.width(), std::max(10.0, height() - top - 2.0 * fontMetrics().height() - 2.0));
}

QRectF ReliabilityDiagram::binColumn(std::size_t bin) const
{
    const QRectF area = plot();
    const double width = area.width() / double(m_calibration.bins.size());
    return QRectF(area.left() + width * double(bin), area.top(), width, area.height());
}

void ReliabilityDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(plot(), theme::plotBackground(palette()));
    painter.fillRect(countPlot(), theme::plotBackground(palette()));
    paintAxes(painter);
    if (m_calibration.pictures > 0) {
        paintBins(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DashLine));
    painter.drawLine(plot().bottomLeft(), plot().topRight());
}

void ReliabilityDiagram::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    const double line = fontMetrics().height();
    for (int i = 0; i <= 5; ++i) {
        const double share = i / 5.0;
        const double y = area.bottom() - share * area.height();
        const double x = area.left() + share * area.width();
        painter.setPen(theme::gridLine(palette()));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, countPlot().bottom()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, y - line / 2.0, area.left() - gap, line), Qt::AlignRight | Qt::AlignVCenter, percentText(share, 0));
        const double half = fontMetrics().horizontalAdvance(percentText(1.0, 0));
        const double left = std::min(x - half, width() - 2.0 * half);
        painter.drawText(QRectF(left, countPlot().bottom() + 1, 2.0 * half, line), i == 5 ? Qt::AlignRight : Qt::AlignHCenter, percentText(share, 0));
    }
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRectF(area.left(), height() - line, area.width(), line), Qt::AlignCenter, tr("Confidence: how sure the network is"));
    painter.save();
    painter.translate(0, area.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, area.height(), line), Qt::AlignCenter, tr("Share of right answers"));
    painter.restore();
}

void ReliabilityDiagram::paintBins(QPainter &painter) const
{
    int most = 1;
    for (const CalibrationBin &bin : m_calibration.bins) {
        most = std::max(most, bin.pictures);
    }
    const QRectF counts = countPlot();
    for (std::size_t i = 0; i < m_calibration.bins.size(); ++i) {
        const CalibrationBin &bin = m_calibration.bins[i];
        if (bin.pictures == 0) {
            continue;
        }
        QRectF column = binColumn(i).adjusted(1, 0, -1, 0);
        const double accuracy = column.bottom() - bin.accuracy * column.height();
        const double confidence = column.bottom() - bin.confidence * column.height();
        column.setTop(accuracy);
        painter.fillRect(column, theme::right());
        QColor shade = theme::attention();
        shade.setAlpha(200);
        painter.fillRect(QRectF(QPointF(column.left(), std::min(accuracy, confidence)), QPointF(column.right(), std::max(accuracy, confidence))), shade);
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawLine(QPointF(column.left(), confidence), QPointF(column.right(), confidence));
        const double height = counts.height() * bin.pictures / most;
        painter.fillRect(QRectF(column.left(), counts.bottom() - height, column.width(), height), theme::mutedText(palette()));
    }
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(counts.adjusted(4, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop, tr("Answers (highest bar: %1)").arg(countText(most)));
}

bool ReliabilityDiagram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString text;
        for (std::size_t i = 0; i < m_calibration.bins.size(); ++i) {
            const QRectF column = binColumn(i);
            if (help->x() >= column.left() && help->x() < column.right()) {
                text = describe(m_calibration.bins[i]);
            }
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace convscope
