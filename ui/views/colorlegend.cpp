// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/colorlegend.h"

#include "ui/theme.h"
#include "ui/views/numberpainting.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int barHeight = 10;
constexpr int space = 2;
constexpr int usualWidth = 176;

} // namespace

ColorLegend::ColorLegend(Scale scale, QWidget *parent)
    : QWidget(parent)
    , m_scale(scale)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setRange(0.0, 1.0);
}

void ColorLegend::setScale(Scale scale)
{
    m_scale = scale;
    setRange(m_low, m_high);
}

void ColorLegend::setRange(double low, double high)
{
    if (m_scale == Scale::Diverging) {
        const double limit = std::max(std::abs(low), std::abs(high));
        low = -limit;
        high = limit;
    }
    m_low = low;
    m_high = high;
    updateDescription();
    update();
}

QString ColorLegend::text(double value) const
{
    return value == 0.0 ? numbers::text(value, 0) : numbers::briefText(value);
}

void ColorLegend::updateDescription()
{
    setAccessibleName(tr("Colour scale from %1 to %2").arg(text(m_low), text(m_high)));
    setToolTip(m_scale == Scale::Diverging ? tr("Blue: below zero. Red: above zero. The stronger the colour, the larger the number.")
                                           : tr("The brighter, the larger the number."));
}

QColor ColorLegend::colorAt(double share) const
{
    switch (m_scale) {
    case Scale::Diverging:
        return theme::diverging(2.0 * share - 1.0, palette());
    case Scale::Sequential:
        return theme::sequential(share);
    case Scale::Grey:
        break;
    }
    return QColor::fromHsvF(0.0, 0.0, float(share));
}

QSize ColorLegend::sizeHint() const
{
    return {usualWidth, barHeight + space + fontMetrics().height()};
}

void ColorLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect bar(0, 0, this->width() - 1, barHeight);
    for (int x = 0; x <= bar.width(); ++x) {
        painter.setPen(colorAt(double(x) / std::max(1, bar.width())));
        painter.drawLine(x, 0, x, bar.height());
    }
    painter.setPen(theme::gridLine(palette()));
    painter.drawRect(bar);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect numbers(0, barHeight + space, this->width(), fontMetrics().height());
    painter.drawText(numbers, Qt::AlignLeft, text(m_low));
    painter.drawText(numbers, Qt::AlignRight, text(m_high));
    if (m_scale == Scale::Diverging) {
        painter.drawText(numbers, Qt::AlignHCenter, text(0.0));
    }
}

void ColorLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        updateDescription();
        update();
    }
}

} // namespace convscope
