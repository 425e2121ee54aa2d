// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timeline.h"

#include "core/training/trainingrun.h"
#include "ui/charts/numberformat.h"
#include "ui/models/inspection.h"
#include "ui/views/stillbox.h"
#include "ui/window/timelineactions.h"
#include "ui/window/timelineplayer.h"
#include "ui/window/timelineslider.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace std::chrono_literals;

namespace convscope {

Timeline::Timeline(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_actions(new TimelineActions(this))
    , m_player(new TimelinePlayer(inspection, this))
    , m_slider(new TimelineSlider(this))
    , m_speed(new QComboBox(this))
    , m_text(new QLabel(this))
    , m_weightsText(new QLabel(this))
{
    setObjectName(QStringLiteral("timeline"));
    setupUi();
    connectSignals();
    retranslateUi();
}

void Timeline::setupUi()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 2, 8, 4);
    rows->setSpacing(0);
    auto *layout = new QHBoxLayout;
    rows->addLayout(layout);
    for (QAction *action : {m_actions->toStart, m_actions->epochBack, m_actions->batchBack, m_actions->play, m_actions->batchForward,
                            m_actions->epochForward, m_actions->toLive}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    m_speed->setObjectName(QStringLiteral("playSpeed"));
    m_slider->setObjectName(QStringLiteral("timelineSlider"));
    m_text->setObjectName(QStringLiteral("timelineText"));
    m_weightsText->setObjectName(QStringLiteral("timelineWeightsText"));
    m_weightsText->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_text, m_weightsText}) {
        label->setMinimumWidth(1); // a long sentence doesn't widen the window
    }
    auto *texts = new QHBoxLayout;
    rows->addLayout(texts);
    texts->addWidget(new StillBox(m_text));
    texts->addStretch(1);
    texts->addWidget(new StillBox(m_weightsText));
    layout->addSpacing(4);
    layout->addWidget(m_speed);
    layout->addSpacing(4);
    layout->addWidget(m_slider, 1);
}

void Timeline::connectSignals()
{
    m_clock.setInterval(200ms);
    connect(&m_clock, &QTimer::timeout, this, &Timeline::update);
    connect(&m_inspection, &Inspection::runChanged, this, &Timeline::watchRun);
    connect(&m_inspection, &Inspection::runChanged, this, &Timeline::updateMarks);
    connect(&m_inspection, &Inspection::extentChanged, this, &Timeline::updateMarks);
    connect(&m_inspection, &Inspection::positionChanged, this, &Timeline::update);
    connect(&m_inspection, &Inspection::weightsChanged, this, &Timeline::updateText);
    connect(m_player, &TimelinePlayer::playingChanged, this, &Timeline::update);
    connect(m_slider, &TimelineSlider::positionRequested, &m_inspection, &Inspection::setPosition);
    connect(m_slider, &TimelineSlider::batchesRequested, this, &Timeline::goBatches);
    connect(m_slider, &TimelineSlider::epochsRequested, this, &Timeline::goEpochs);
    connect(m_actions->toStart, &QAction::triggered, this, [this] { m_inspection.setPosition(0); });
    connect(m_actions->toLive, &QAction::triggered, this, [this] { m_inspection.setPosition(Inspection::live); });
    connect(m_actions->batchBack, &QAction::triggered, this, [this] { goBatches(-1); });
    connect(m_actions->batchForward, &QAction::triggered, this, [this] { goBatches(1); });
    connect(m_actions->epochBack, &QAction::triggered, this, [this] { goEpochs(-1); });
    connect(m_actions->epochForward, &QAction::triggered, this, [this] { goEpochs(1); });
    connect(m_actions->play, &QAction::triggered, this, [this] { m_player->isPlaying() ? m_player->pause() : m_player->play(); });
    connect(m_actions->faster, &QAction::triggered, this, [this] { m_speed->setCurrentIndex(std::min(m_speed->currentIndex() + 1, m_speed->count() - 1)); });
    connect(m_actions->slower, &QAction::triggered, this, [this] { m_speed->setCurrentIndex(std::max(m_speed->currentIndex() - 1, 0)); });
    connect(m_speed, &QComboBox::currentIndexChanged, m_player, &TimelinePlayer::setSpeed);
}

QMenu *Timeline::menu() const
{
    return m_actions->menu();
}

QString Timeline::text() const
{
    return m_text->text();
}

QString Timeline::hint() const
{
    if (!m_inspection.run()) {
        return tr("Train a network, and go back to any of its moments here.");
    }
    if (m_inspection.run()->id().isEmpty()) {
        return tr("This run is not kept in the laboratory: only its present can be shown.");
    }
    return m_inspection.lastStep() == 0 ? tr("Nothing is trained yet.") : QString();
}

/// While it trains the right end is what is now; afterwards it is what the run came to.
QString Timeline::stepText() const
{
    const QString steps = wholeText(double(m_inspection.shownStep()));
    if (!m_inspection.isLive()) {
        return tr("Step %1").arg(steps);
    }
    switch (m_inspection.run()->state()) {
    case RunState::Idle:
    case RunState::Training:
        return tr("Live · step %1").arg(steps);
    case RunState::Paused:
        return tr("Paused · step %1").arg(steps);
    case RunState::Elsewhere:
        return tr("Last saved · step %1").arg(steps);
    case RunState::Finished:
    case RunState::Stopped:
    case RunState::Diverged:
    case RunState::Failed:
    case RunState::Interrupted:
        break;
    }
    return tr("End of the run · step %1").arg(steps);
}

QString Timeline::momentText() const
{
    const qint64 steps = m_inspection.shownStep();
    const TrainingRun *run = m_inspection.run();
    if (steps == 0) {
        return tr("Step 0 · untrained");
    }
    const qint64 perEpoch = batchesPerEpoch(*run->history());
    const QString step = stepText();
    if (perEpoch == 1) {
        return step;
    }
    const qint64 epoch = (steps - 1) / perEpoch;
    return tr("%1 · epoch %2 of %3, batch %4 of %5")
        .arg(step, wholeText(double(epoch + 1)), wholeText(run->experiment().training.epochs), wholeText(double(steps - epoch * perEpoch)),
             wholeText(double(perEpoch)));
}

/// Which moment stands for this one where it isn't kept itself.
QString Timeline::weightsText() const
{
    const qint64 position = m_inspection.position();
    if (m_inspection.isLive()) {
        return endWeightsText();
    }
    const std::optional<qint64> kept = m_inspection.keptNear(position);
    if (!kept || *kept == position) {
        return position > 0 && position == m_inspection.firstStep() ? tr("The run that this one branched off is not here: the line begins at the branch") : QString();
    }
    const QString step = wholeText(double(*kept));
    return m_inspection.moments().firstFilters < 0 ? tr("Shown: step %1, the nearest that is kept").arg(step)
                                                   : tr("The other layers: step %1, the nearest that is kept").arg(step);
}

QString Timeline::keptText() const
{
    const RunMoments &moments = m_inspection.moments();
    if (moments.firstFilters < 0) {
        return tr("All weights are kept at some moments: the nearest is used.");
    }
    return moments.filterStride > 1
        ? tr("The first convolution is kept after every %Ln batches. All weights are kept at fewer moments: the nearest is used.", nullptr, int(moments.filterStride))
        : tr("The first convolution is kept after every batch. All weights are kept at fewer moments: the nearest is used.");
}

/// Not every run ends with the weights of its last step, nor keeps them.
QString Timeline::endWeightsText() const
{
    const TrainingRun *run = m_inspection.run();
    const std::optional<qint64> shown = isFinal(run->state()) ? m_inspection.liveStep() : std::nullopt;
    if (!shown || *shown == m_inspection.lastStep()) {
        return {};
    }
    const bool isBest = *shown == m_inspection.moments().finalStep || (run->id().isEmpty() && run->experiment().training.finalWeights == FinalWeights::Best);
    const QString step = wholeText(double(*shown));
    return isBest ? tr("Shown: step %1, after the epoch with the lowest test loss").arg(step) : tr("Shown: step %1, the last that is kept").arg(step);
}

void Timeline::updateText()
{
    const QString hint = this->hint();
    const QString text = hint.isEmpty() ? momentText() : hint;
    const QString weights = hint.isEmpty() ? weightsText() : QString();
    m_slider->setPositionText(weights.isEmpty() ? text : text + QStringLiteral(". ") + weights);
    m_text->setText(text);
    m_weightsText->setText(weights);
    m_weightsText->setToolTip(keptText());
}

void Timeline::update()
{
    const bool canGo = hint().isEmpty();
    m_slider->setEnabled(canGo);
    m_speed->setEnabled(canGo);
    m_slider->setRange(m_inspection.firstStep(), m_inspection.lastStep());
    m_slider->setPosition(m_inspection.position());
    m_actions->setEnabled(canGo, m_inspection.isLive(), m_player->isPlaying());
    updateText();
}

void Timeline::watchRun()
{
    TrainingRun *run = m_inspection.run();
    if (m_watched && m_watched != run) {
        disconnect(m_watched, nullptr, this, nullptr);
    }
    if (run && m_watched != run) {
        connect(run, &TrainingRun::stateChanged, this, [this] {
            updateClock();
            update();
        });
    }
    m_watched = run;
    updateClock();
}

void Timeline::updateClock()
{
    if (m_watched && m_watched->state() == RunState::Training) {
        m_clock.start();
    } else {
        m_clock.stop();
    }
}

void Timeline::updateMarks()
{
    m_slider->setMarks(m_inspection.run() ? timelineMarks(*m_inspection.run()->history()) : std::vector<TimelineMark>());
    update();
}

void Timeline::goBatches(int count)
{
    const qint64 steps = std::max(m_inspection.firstStep(), m_inspection.shownStep() + count);
    m_inspection.setPosition(steps >= m_inspection.lastStep() ? Inspection::live : steps);
}

void Timeline::goEpochs(int count)
{
    if (!m_inspection.run()) {
        return;
    }
    const qint64 perEpoch = batchesPerEpoch(*m_inspection.run()->history());
    const qint64 steps = m_inspection.shownStep();
    // The end of the epoch that is under way counts as the next one, its beginning as the one before.
    const qint64 before = count < 0 ? (steps + perEpoch - 1) / perEpoch : steps / perEpoch;
    const qint64 target = std::max<qint64>(0, (before + count) * perEpoch);
    m_inspection.setPosition(target >= m_inspection.lastStep() ? Inspection::live : target);
}

void Timeline::retranslateUi()
{
    m_actions->retranslate();
    const int speed = m_player->speed();
    m_speed->clear();
    for (const int seconds : TimelinePlayer::speeds) {
        m_speed->addItem(seconds == 0 ? tr("every batch") : tr("in %1 s").arg(seconds));
    }
    m_speed->setCurrentIndex(speed);
    m_speed->setToolTip(tr("How long the whole run takes to play"));
    m_speed->setAccessibleName(tr("Speed of playing"));
    m_slider->setAccessibleName(tr("Moment of the run"));
    m_slider->setToolTip(tr("Every page shows the network as it was at this moment. The right end is the present, or the end of the run."));
    m_slider->setWhatsThis(tr("<p>From the random numbers that the network began with, at the left, to what it is now, at the right. "
                              "Every page moves along.</p><p>Strokes below the line are ends of epochs; a diamond is the epoch of the lowest test loss, "
                              "bars are pauses, a triangle is a change of the settings. A press near a mark goes there.</p>"));
    updateMarks();
}

void Timeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    } else if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
    }
}

} // namespace convscope
