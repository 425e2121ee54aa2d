// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/schedulepreview.h"

#include "core/training/schedule.h"
#include "ui/forms/numbertext.h"
#include "ui/forms/richtext.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

constexpr int plotHeight = 32;
constexpr qint64 points = 240;

} // namespace

SchedulePreview::SchedulePreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSchedule(m_schedule, m_learningRate, m_epochs);
}

void SchedulePreview::setSchedule(const Schedule &schedule, double learningRate, int epochs)
{
    m_schedule = schedule;
    m_learningRate = learningRate;
    m_epochs = std::max(1, epochs);
    // Enough steps an epoch for a smooth line in short runs; in long ones one step an epoch is finer than the pixels.
    const qint64 perEpoch = std::max<qint64>(1, points / m_epochs);
    const qint64 total = perEpoch * m_epochs;
    m_curve.clear();
    for (qint64 i = 0; i <= points; ++i) {
        const qint64 step = std::min(total - 1, i * total / points);
        m_curve.append(QPointF(double(i) / points, learningRateFactor(m_schedule, step, perEpoch, m_epochs)));
    }
    retranslateUi();
    update();
}

QSize SchedulePreview::sizeHint() const
{
    return {160, plotHeight + fontMetrics().height() + 4};
}

void SchedulePreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
}

void SchedulePreview::retranslateUi()
{
    setAccessibleName(tr("Learning rate over the epochs"));
    setAccessibleDescription(tr("It begins at %1 and ends at %2.")
                                 .arg(formatNumber(m_learningRate * m_curve.first().y()),
                                      QLocale().toString(m_learningRate * m_curve.last().y(), 'g', 3)));
    setToolTip(toolTipText({accessibleName(), accessibleDescription()}));
}

void SchedulePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF plot(0, 2, width() - 1, plotHeight);
    painter.setPen(theme::gridLine(palette()));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.topLeft(), plot.bottomLeft());

    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF line;
    for (const QPointF &point : m_curve)
        line.append(QPointF(plot.left() + point.x() * plot.width(), plot.bottom() - point.y() * (plot.height() - 2)));
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
    painter.drawPolyline(line);

    painter.setPen(theme::mutedText(palette()));
    const QRectF below(0, plot.bottom() + 2, width(), fontMetrics().height());
    //: The left end of a small chart of the learning rate; %1 is the highest rate.
    painter.drawText(below, Qt::AlignLeft, tr("highest %1").arg(formatNumber(m_learningRate)));
    painter.drawText(below, Qt::AlignRight, tr("%n epoch(s)", nullptr, m_epochs));
}

} // namespace convscope
