// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapscomparison.h"

#include "ui/pages/mapstexts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace convscope {

MapsComparison::MapsComparison(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    retranslateUi();
    updateShown();
}

void MapsComparison::setupUi()
{
    m_label = new QLabel(this);
    m_with = new QComboBox(this);
    m_with->setObjectName(QStringLiteral("compareWith"));
    m_label->setBuddy(m_with);
    m_moment = new QComboBox(this);
    m_moment->setObjectName(QStringLiteral("compareMoment"));
    m_picture = new QSpinBox(this);
    m_picture->setObjectName(QStringLiteral("comparePicture"));
    m_picture->setKeyboardTracking(false);
    m_run = new QComboBox(this);
    m_run->setObjectName(QStringLiteral("compareRun"));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_label, m_with, m_moment, m_picture, m_run}) {
        layout->addWidget(widget);
    }
    connect(m_with, &QComboBox::activated, this, [this] {
        updateShown();
        Q_EMIT changed();
        if (comparison().with == Comparison::With::Run) {
            Q_EMIT runsWanted();
        }
    });
    connect(m_moment, &QComboBox::activated, this, &MapsComparison::changed);
    connect(m_run, &QComboBox::activated, this, &MapsComparison::changed);
    connect(m_picture, &QSpinBox::valueChanged, this, &MapsComparison::changed);
}

void MapsComparison::retranslateUi()
{
    m_label->setText(tr("Compare &with"));
    const int chosen = std::max(0, m_with->currentIndex());
    m_with->clear();
    m_with->addItem(tr("nothing"), int(Comparison::With::Nothing));
    m_with->addItem(tr("the untrained network"), int(Comparison::With::Untrained));
    m_with->addItem(tr("another moment"), int(Comparison::With::Moment));
    m_with->addItem(tr("another picture"), int(Comparison::With::Picture));
    m_with->addItem(tr("another run"), int(Comparison::With::Run));
    m_with->setCurrentIndex(chosen);
    m_with->setToolTip(tr("Shows a second way through the network beneath the first, so that you see what training, the picture or the settings change."));
    m_moment->setAccessibleName(tr("Moment to compare with"));
    m_picture->setAccessibleName(tr("Test picture to compare with"));
    m_picture->setToolTip(m_picture->accessibleName());
    m_run->setAccessibleName(tr("Run to compare with"));
    m_run->setToolTip(tr("Its newest weights"));
    fillMoments();
}

void MapsComparison::fillMoments()
{
    const QVariant chosen = m_moment->currentData();
    const QSignalBlocker blocker(m_moment);
    m_moment->clear();
    for (const qint64 steps : m_moments) {
        m_moment->addItem(mapstexts::momentText(steps), steps);
    }
    m_moment->setCurrentIndex(std::max(0, m_moment->findData(chosen)));
}

void MapsComparison::setMoments(const std::vector<qint64> &steps)
{
    if (steps != m_moments) {
        m_moments = steps;
        fillMoments();
    }
}

void MapsComparison::setPictureCount(int count)
{
    const QSignalBlocker blocker(m_picture);
    m_picture->setRange(0, std::max(0, count - 1));
}

void MapsComparison::chooseRun(const QString &id, const QString &name)
{
    if (m_run->findData(id) < 0) {
        m_run->addItem(name, id);
    }
    m_run->setCurrentIndex(m_run->findData(id));
    m_with->setCurrentIndex(m_with->findData(int(Comparison::With::Run)));
    updateShown();
    Q_EMIT changed();
}

void MapsComparison::setRuns(const std::vector<Run> &runs)
{
    const Comparison before = comparison();
    {
        const QSignalBlocker blocker(m_run);
        m_run->clear();
        for (const Run &run : runs) {
            m_run->addItem(run.name, run.id);
        }
        m_run->setCurrentIndex(runs.empty() ? -1 : std::max(0, m_run->findData(before.run)));
    }
    m_run->setEnabled(!runs.empty());
    if (comparison() != before) {
        Q_EMIT changed();
    }
}

Comparison MapsComparison::comparison() const
{
    Comparison comparison;
    comparison.with = Comparison::With(m_with->currentData().toInt());
    switch (comparison.with) {
    case Comparison::With::Nothing:
    case Comparison::With::Untrained:
        break;
    case Comparison::With::Moment:
        comparison.steps = m_moment->currentData().toLongLong();
        break;
    case Comparison::With::Picture:
        comparison.picture = m_picture->value();
        break;
    case Comparison::With::Run:
        comparison.run = m_run->currentData().toString();
        comparison.runName = m_run->currentText();
        break;
    }
    return comparison;
}

void MapsComparison::updateShown()
{
    const Comparison::With with = comparison().with;
    m_moment->setVisible(with == Comparison::With::Moment);
    m_picture->setVisible(with == Comparison::With::Picture);
    m_run->setVisible(with == Comparison::With::Run);
}

void MapsComparison::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
