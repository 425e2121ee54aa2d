// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/robustnesschart.h"

#include "ui/theme.h"

#include <QLocale>
#include <QPainter>

#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr double gap = 16.0;
constexpr double markRadius = 3.5;

/// So that runs differ without their colours, too.
void paintMark(QPainter &painter, const QPointF &at, std::size_t run)
{
    const QPolygonF triangle{at + QPointF(0, -markRadius), at + QPointF(markRadius, markRadius), at + QPointF(-markRadius, markRadius)};
    const QPolygonF diamond{at + QPointF(0, -markRadius - 1), at + QPointF(markRadius + 1, 0), at + QPointF(0, markRadius + 1), at + QPointF(-markRadius - 1, 0)};
    switch (run % 4) {
    case 0: painter.drawEllipse(at, markRadius, markRadius); break;
    case 1: painter.drawRect(QRectF(at.x() - markRadius, at.y() - markRadius, 2 * markRadius, 2 * markRadius)); break;
    case 2: painter.drawPolygon(triangle); break;
    default: painter.drawPolygon(diamond); break;
    }
}

} // namespace

RobustnessChart::RobustnessChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void RobustnessChart::setContent(const QStringList &runs, std::vector<Panel> panels)
{
    m_runs = runs;
    m_panels = std::move(panels);
    describe();
    update();
}

void RobustnessChart::describe()
{
    QStringList sentences;
    for (const Panel &panel : m_panels) {
        for (std::size_t run = 0; run < panel.accuracies.size(); ++run) {
            QStringList shares;
            for (std::size_t i = 0; i < panel.amounts.size(); ++i) {
                shares << QStringLiteral("%1: %2\u00a0%").arg(QLocale().toString(panel.amounts[i], 'g', 3), QLocale().toString(100.0 * panel.accuracies[run][i], 'f', 1));
            }
            sentences << QStringLiteral("%1, %2: %3.").arg(panel.title, m_runs.value(qsizetype(run)), shares.join(QStringLiteral(", ")));
        }
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

ViewTable RobustnessChart::table() const
{
    ViewTable table;
    table.header = QStringList{tr("disturbance"), tr("amount")} + m_runs;
    for (const Panel &panel : m_panels) {
        for (std::size_t i = 0; i < panel.amounts.size(); ++i) {
            QStringList row{panel.title, QString::number(panel.amounts[i])};
            for (const std::vector<double> &run : panel.accuracies) {
                row << (std::isnan(run[i]) ? QString() : QString::number(run[i], 'f', 4));
            }
            table.rows << row;
        }
    }
    return table;
}

QColor RobustnessChart::colorOf(std::size_t run) const
{
    const bool dark = theme::isDark(palette());
    const std::array<QColor, 6> colors{theme::train(palette()), theme::test(palette()), theme::right(), theme::wrong(), theme::attention(),
                                       dark ? QColor(0xF0, 0xE4, 0x42) : QColor(0x7A, 0x6F, 0x00)};
    return colors[run % colors.size()];
}

/// In rows as wide as the chart; returns their height.
int RobustnessChart::paintNames(QPainter &painter) const
{
    const int line = fontMetrics().height() + 2;
    double x = 2.0;
    int top = 0;
    for (qsizetype run = 0; run < m_runs.size(); ++run) {
        const QString name = fontMetrics().elidedText(m_runs[run], Qt::ElideMiddle, std::max(40, width() - 30));
        const double wide = 24.0 + fontMetrics().horizontalAdvance(name);
        if (x > 2.0 && x + wide > width()) {
            x = 2.0;
            top += line;
        }
        painter.setPen(QPen(colorOf(std::size_t(run)), 2.0));
        painter.setBrush(colorOf(std::size_t(run)));
        painter.drawLine(QPointF(x, top + line / 2.0), QPointF(x + 18, top + line / 2.0));
        paintMark(painter, QPointF(x + 9, top + line / 2.0), std::size_t(run));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(x + 24, top, wide, line), int(Qt::AlignLeft) | int(Qt::AlignVCenter), name);
        x += wide + 18.0;
    }
    return top + line + 4;
}

void RobustnessChart::paintEvent(QPaintEvent *)
{
    if (m_panels.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const double top = paintNames(painter) + line / 2.0;
    const double left = fontMetrics().horizontalAdvance(QStringLiteral("100\u00a0%")) + 8.0;
    const double wide = (width() - left - 8.0 - gap * double(m_panels.size() - 1)) / double(m_panels.size());
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const QRectF box(left + double(i) * (wide + gap), top, wide, height() - top - 2.0 * line - 8.0);
        paintPanel(painter, box, m_panels[i], i == 0);
    }
}

void RobustnessChart::paintPanel(QPainter &painter, const QRectF &box, const Panel &panel, bool isFirst) const
{
    const int line = fontMetrics().height();
    painter.fillRect(box, theme::plotBackground(palette()));
    for (int percent = 0; percent <= 100; percent += 25) {
        const double y = box.bottom() - box.height() * percent / 100.0;
        painter.setPen(theme::gridLine(palette()));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        if (isFirst && percent % 50 == 0) {
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(QRectF(0, y - line / 2.0, box.left() - 6, line), int(Qt::AlignRight) | int(Qt::AlignVCenter), QStringLiteral("%1\u00a0%").arg(percent));
        }
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF below(box.left(), box.bottom() + 3, box.width(), line);
    if (!panel.amounts.empty()) {
        painter.drawText(below, Qt::AlignLeft, QLocale().toString(panel.amounts.front(), 'g', 3));
        painter.drawText(below, Qt::AlignHCenter, QLocale().toString((panel.amounts.front() + panel.amounts.back()) / 2.0, 'g', 3));
        painter.drawText(below, Qt::AlignRight, QLocale().toString(panel.amounts.back(), 'g', 3));
    }
    painter.drawText(below.translated(0, line), Qt::AlignHCenter, fontMetrics().elidedText(panel.title, Qt::ElideRight, int(box.width())));
    for (std::size_t run = 0; run < panel.accuracies.size(); ++run) {
        paintRun(painter, box, panel, run);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme::gridLine(palette()));
    painter.drawRect(box);
}

void RobustnessChart::paintRun(QPainter &painter, const QRectF &box, const Panel &panel, std::size_t run) const
{
    const double from = panel.amounts.empty() ? 0.0 : panel.amounts.front();
    const double extent = panel.amounts.empty() ? 1.0 : std::max(1e-9, panel.amounts.back() - from);
    QPolygonF points;
    for (std::size_t i = 0; i < panel.amounts.size(); ++i) {
        const double accuracy = panel.accuracies[run][i];
        if (!std::isnan(accuracy)) {
            points << QPointF(box.left() + (panel.amounts[i] - from) / extent * box.width(), box.bottom() - accuracy * box.height());
        }
    }
    painter.setPen(QPen(colorOf(run), 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points);
    painter.setBrush(colorOf(run));
    painter.setPen(Qt::NoPen);
    for (const QPointF &point : points) {
        paintMark(painter, point, run);
    }
}

} // namespace convscope
