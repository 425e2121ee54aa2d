// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/operationtransport.h"

#include "ui/views/icons.h"
#include "ui/views/viewmemory.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Slider positions from 0 to this: from a second and a half down to 15 ms.
constexpr int fastest = 20;

} // namespace

OperationTransport::OperationTransport(QWidget *parent)
    : QWidget(parent)
    , m_play(new QToolButton(this))
    , m_slow(new QLabel(this))
    , m_speed(new QSlider(Qt::Horizontal, this))
    , m_hint(new QLabel(this))
{
    m_play->setObjectName(QStringLiteral("operationPlay"));
    m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_speed->setObjectName(QStringLiteral("operationSpeed"));
    m_speed->setRange(0, fastest);
    m_speed->setValue(8);
    m_speed->setFixedWidth(110);
    m_slow->setBuddy(m_speed);
    m_hint->setEnabled(false);
    m_hint->setWordWrap(true);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // in two lines where there is no room
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_play);
    layout->addWidget(m_slow);
    layout->addWidget(m_speed);
    layout->addWidget(m_hint, 1);
    connect(m_play, &QToolButton::clicked, this, [this] { Q_EMIT playRequested(!m_isPlaying); });
    connect(m_speed, &QSlider::valueChanged, this, [this] { Q_EMIT speedChanged(milliseconds()); });
    retranslateUi();
}

void OperationTransport::rememberSpeed(const QString &key)
{
    viewmemory::remember(m_speed, key);
}

int OperationTransport::milliseconds() const
{
    return int(std::lround(1500.0 * std::pow(0.01, double(m_speed->value()) / fastest)));
}

void OperationTransport::setPlaying(bool playing)
{
    m_isPlaying = playing;
    retranslateUi();
}

void OperationTransport::setTexts(const QString &play, const QString &toolTip, const QString &hint)
{
    m_playText = play;
    m_toolTip = toolTip;
    m_hintText = hint;
    retranslateUi();
}

void OperationTransport::retranslateUi()
{
    m_play->setIcon(themedIcon(m_isPlaying ? "pause" : "start"));
    m_play->setText(m_isPlaying ? tr("Pause") : m_playText.isEmpty() ? tr("Slide") : m_playText);
    m_play->setToolTip(m_toolTip.isEmpty() ? tr("Lets the window slide over the whole picture, row by row (space bar)") : m_toolTip);
    m_slow->setText(tr("Speed"));
    m_speed->setToolTip(tr("How fast it goes"));
    m_speed->setAccessibleName(tr("Speed"));
    m_hint->setText(m_hintText.isEmpty() ? tr("Drag the window, click the output, or use the arrow keys.") : m_hintText);
}

void OperationTransport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
