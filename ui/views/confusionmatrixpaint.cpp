// SPDX-License-Identifier: GPL-3.0-or-later
// How a ConfusionMatrix is painted.
#include "ui/views/confusiongrid.h"

#include "core/common/counttext.h"
#include "core/inspection/metrics.h"
#include "ui/charts/numberformat.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace convscope {

using namespace confusion;

namespace {

/// Readable on that ground.
QColor inkOn(const QColor &ground)
{
    return 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue() > 140.0 ? Qt::black : Qt::white;
}

} // namespace

QColor ConfusionMatrix::colorOf(double value, double most) const
{
    // By its square root: the diagonal is so much larger that mistakes would all look alike.
    const double share = std::sqrt(std::abs(value) / most);
    return m_other ? theme::diverging(std::copysign(share, value), palette()) : theme::sequential(share);
}

void ConfusionMatrix::paintEvent(QPaintEvent *)
{
    if (m_confusion.classes == 0) {
        return;
    }
    QPainter painter(this);
    const Grid grid = this->grid();
    const double most = largest();
    for (int row = 0; row < grid.classes; ++row) {
        for (int column = 0; column < grid.classes; ++column) {
            const QRect cell = grid.cell(row, column);
            const double number = value(row, column);
            const QColor ground = std::isnan(number) ? theme::gridLine(palette()) : colorOf(number, most);
            painter.fillRect(cell.adjusted(0, 0, -1, -1), ground);
            painter.setPen(inkOn(ground));
            if (number != 0.0) {
                painter.drawText(cell.adjusted(0, 0, -1, -1), Qt::AlignCenter, cellText(row, column));
            }
        }
    }
    paintNames(painter, grid);
    paintShares(painter, grid);
    paintLegend(painter, grid);
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 2));
    painter.drawRect(grid.cell(m_row, m_column).adjusted(0, 0, -2, -2));
}

void ConfusionMatrix::paintNames(QPainter &painter, const Grid &grid) const
{
    const QFontMetrics metrics = fontMetrics();
    painter.setPen(palette().color(QPalette::WindowText));
    for (int i = 0; i < grid.classes; ++i) {
        const QRect row = grid.cell(i, 0);
        const int left = grid.lineHeight + gap;
        painter.drawText(QRect(left, row.top(), grid.left - left - gap, row.height()), Qt::AlignVCenter | Qt::AlignRight,
                         metrics.elidedText(m_names.value(i), Qt::ElideRight, grid.left - left - gap));
        const QRect column = grid.cell(0, i);
        painter.drawText(QRect(column.left(), grid.lineHeight, column.width() - 2, grid.lineHeight), Qt::AlignCenter,
                         metrics.elidedText(m_names.value(i), Qt::ElideRight, column.width() - 3));
    }
    painter.setPen(theme::mutedText(palette()));
    const QString title = m_other ? tr("Answer of the network: difference to “%1”").arg(m_otherName) : tr("Answer of the network");
    painter.drawText(QRect(grid.left, 0, grid.classes * grid.cellWidth, grid.lineHeight), Qt::AlignCenter,
                     metrics.elidedText(title, Qt::ElideMiddle, grid.classes * grid.cellWidth));
    painter.save();
    painter.translate(0, grid.bottom());
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, grid.classes * grid.cellHeight, grid.lineHeight), Qt::AlignCenter, tr("True class"));
    painter.restore();
}

void ConfusionMatrix::paintShares(QPainter &painter, const Grid &grid) const
{
    const std::vector<ClassMetrics> metrics = classMetrics(m_confusion);
    const std::vector<ClassMetrics> others = m_other ? classMetrics(*m_other) : std::vector<ClassMetrics>{};
    const auto text = [&](std::size_t label, double ClassMetrics::*share) -> QString {
        const double now = metrics[label].*share;
        if (others.empty() || std::isnan(now)) {
            return shareText(now);
        }
        const double change = now - others[label].*share;
        const QString sign = change > 0.0 ? QStringLiteral("+") : QString();
        return sign + shareText(change);
    };
    const int width = std::max(0, this->width() - grid.right() - gap);
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRect(grid.right() + gap, grid.lineHeight, width, grid.lineHeight), Qt::AlignLeft | Qt::AlignVCenter, tr("Recall"));
    painter.drawText(QRect(grid.lineHeight + gap, grid.bottom() + 2, grid.left - grid.lineHeight - 2 * gap, grid.lineHeight),
                     Qt::AlignRight | Qt::AlignVCenter, tr("Precision"));
    painter.setPen(palette().color(QPalette::WindowText));
    for (int i = 0; i < grid.classes; ++i) {
        const QRect row = grid.cell(i, 0);
        painter.drawText(QRect(grid.right() + gap, row.top(), width, row.height()), Qt::AlignLeft | Qt::AlignVCenter, text(std::size_t(i), &ClassMetrics::recall));
        painter.drawText(QRect(grid.cell(0, i).left(), grid.bottom() + 2, grid.cellWidth - 1, grid.lineHeight), Qt::AlignCenter,
                         text(std::size_t(i), &ClassMetrics::precision));
    }
}

void ConfusionMatrix::paintLegend(QPainter &painter, const Grid &grid) const
{
    const int top = grid.bottom() + grid.lineHeight + 2 * gap;
    const double most = largest();
    const auto number = [this](double value) { return m_mode == Mode::Counts ? countText(qint64(std::lround(value))) : percentText(value, 0); };
    const QString low = number(m_other ? -most : 0.0);
    const int left = grid.left + fontMetrics().horizontalAdvance(low) + gap;
    for (int x = 0; x < legendWidth; ++x) {
        const double place = double(x) / (legendWidth - 1);
        const double signedPlace = m_other ? 2.0 * place - 1.0 : place;
        // The square undoes the root: the numbers below stand where their colours are.
        painter.fillRect(QRect(left + x, top, 1, grid.lineHeight - 2), colorOf(std::copysign(signedPlace * signedPlace, signedPlace) * most, most));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const int y = top + fontMetrics().ascent() - 1;
    painter.drawText(grid.left, y, low);
    painter.drawText(left + legendWidth + gap, y, number(most));
    const QString middle = number(m_other ? 0.0 : most / 4.0); // the root of 1/4 is one half
    painter.setPen(inkOn(colorOf(m_other ? 0.0 : most / 4.0, most)));
    painter.drawText(QRect(left, top, legendWidth, grid.lineHeight - 2), Qt::AlignCenter, middle);
    const int textLeft = left + legendWidth + 2 * gap + fontMetrics().horizontalAdvance(number(most));
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRect(textLeft, top, std::max(0, width() - textLeft), grid.lineHeight), Qt::AlignLeft | Qt::AlignVCenter, unit());
}

QString ConfusionMatrix::unit() const
{
    if (m_mode == Mode::Counts) {
        return !m_other ? tr("pictures") : m_otherName.isEmpty() ? tr("pictures fewer (blue) or more (red)") : tr("pictures fewer (blue) or more (red) than “%1”").arg(m_otherName);
    }
    if (m_other) {
        return tr("percentage points less (blue) or more (red)");
    }
    return m_mode == Mode::RowShares ? tr("of the class, in %") : tr("of the answers, in %");
}

} // namespace convscope
