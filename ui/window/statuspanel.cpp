// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statuspanel.h"

#include "core/common/counttext.h"
#include "core/common/duration.h"
#include "core/training/trainingrun.h"
#include "ui/window/runprogress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <chrono>

namespace convscope {

namespace {
constexpr int barSteps = 1000;
}

StatusPanel::StatusPanel(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(16);
    m_epoch = addFigure("statusEpochLabel");
    m_batch = addFigure("statusBatchLabel");
    m_speed = addFigure("statusSpeedLabel");
    m_timeLeft = addFigure("statusTimeLabel");
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("statusProgressBar"));
    m_bar->setRange(0, barSteps);
    m_bar->setFixedWidth(160);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setTextVisible(false);
    layout->addWidget(m_bar);
    m_timer.setInterval(std::chrono::milliseconds(200));
    connect(&m_timer, &QTimer::timeout, this, &StatusPanel::refresh);
    setVisible(false);
    refresh();
}

QLabel *StatusPanel::addFigure(const char *objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(QLatin1String(objectName));
    static_cast<QHBoxLayout *>(layout())->addWidget(label);
    return label;
}

void StatusPanel::setRun(TrainingRun *run)
{
    if (m_run) {
        m_run->disconnect(this);
    }
    m_run = run;
    setVisible(run != nullptr);
    if (run) {
        connect(run, &TrainingRun::stateChanged, this, &StatusPanel::refresh);
        connect(run, &TrainingRun::ended, this, &StatusPanel::refresh);
    }
    refresh();
}

void StatusPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

void StatusPanel::refresh()
{
    m_bar->setAccessibleName(tr("Progress of the run"));
    if (!m_run) {
        m_timer.stop();
        return;
    }
    const RunProgress progress = progressOf(*m_run);
    m_epoch->setText(tr("epoch %1 of %2").arg(progress.epoch).arg(progress.epochs));
    m_batch->setText(progress.testing ? tr("testing…") : tr("batch %1 of %2").arg(countText(progress.batch), countText(progress.batchesPerEpoch)));
    m_speed->setText(tr("%1 pictures/s").arg(countText(qint64(progress.imagesPerSecond))));
    m_timeLeft->setText(tr("%1 left").arg(durationText(progress.secondsLeft)));
    const bool active = isActive(m_run->state());
    m_speed->setVisible(progress.imagesPerSecond > 0.0);
    m_timeLeft->setVisible(active && progress.secondsLeft >= 0.0);
    m_bar->setValue(int(progress.share * barSteps));
    if (m_run->state() == RunState::Training) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

} // namespace convscope
