// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapsprobebar.h"


#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace convscope {

MapsProbeBar::MapsProbeBar(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    retranslateUi();
}

void MapsProbeBar::setupUi()
{
    m_label = new QLabel(this);
    m_back = new QToolButton(this);
    m_back->setArrowType(Qt::LeftArrow);
    m_back->setAutoRaise(true);
    m_number = new QSpinBox(this);
    m_number->setObjectName(QStringLiteral("probeNumber"));
    m_number->setKeyboardTracking(false);
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setAlignment(Qt::AlignRight);
    m_on = new QToolButton(this);
    m_on->setArrowType(Qt::RightArrow);
    m_on->setAutoRaise(true);
    m_random = new QToolButton(this);
    m_random->setObjectName(QStringLiteral("probeRandom"));
    m_random->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_classes = new QComboBox(this);
    m_classes->setObjectName(QStringLiteral("probeClass"));
    m_label->setBuddy(m_number);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_label, m_back, m_number, m_on, m_random, m_classes}) {
        layout->addWidget(widget);
    }
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_random, &QToolButton::clicked, this, &MapsProbeBar::chooseRandom);
    connect(m_number, &QSpinBox::valueChanged, this, &MapsProbeBar::choose);
    connect(m_classes, &QComboBox::activated, this, &MapsProbeBar::chooseClass);
    setEnabled(false);
}

void MapsProbeBar::retranslateUi()
{
    m_label->setText(tr("Pict&ure"));
    m_number->setAccessibleName(tr("Number of the test picture"));
    m_number->setToolTip(tr("Which test picture goes through the network. The network has never trained with it."));
    m_back->setToolTip(tr("The picture before, of the chosen class"));
    m_on->setToolTip(tr("The next picture of the chosen class"));
    m_random->setText(tr("Random"));
    m_random->setToolTip(tr("Any picture of the chosen class"));
    m_classes->setAccessibleName(tr("Class of the pictures"));
    m_classes->setToolTip(tr("Arrows and chance stay within this class."));
    for (QToolButton *button : {m_back, m_on}) {
        button->setAccessibleName(button->toolTip());
    }
    fillClasses();
}

void MapsProbeBar::fillClasses()
{
    const int chosen = m_classes->currentIndex();
    const QSignalBlocker blocker(m_classes);
    m_classes->clear();
    m_classes->addItem(tr("All classes"));
    for (int c = 0; m_data && c < m_data->classes; ++c) {
        m_classes->addItem(m_data->className(c));
    }
    m_classes->setCurrentIndex(std::clamp(chosen, 0, m_classes->count() - 1));
}

void MapsProbeBar::setData(const DatasetPtr &dataset)
{
    m_data = dataset;
    setEnabled(dataset && dataset->test.count > 0);
    const QSignalBlocker blocker(m_number);
    m_number->setRange(-1, dataset ? dataset->test.count - 1 : 0);
    fillClasses();
}

void MapsProbeBar::setIndex(int index, const QString &title)
{
    m_index = index;
    const QSignalBlocker blocker(m_number);
    m_number->setMinimum(index < 0 ? -1 : 0);
    m_number->setSpecialValueText(index < 0 ? title : QString());
    m_number->setValue(index);
}

int MapsProbeBar::chosenClass() const
{
    return m_classes->currentIndex() - 1;
}

void MapsProbeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void MapsProbeBar::choose(int index)
{
    if (index >= 0 && index != m_index) {
        m_index = index;
        Q_EMIT indexChosen(index);
    }
}

bool MapsProbeBar::fits(int index) const
{
    return chosenClass() < 0 || m_data->test.labels[std::size_t(index)] == chosenClass();
}

void MapsProbeBar::step(int direction)
{
    const int count = m_data->test.count;
    int index = m_index < 0 && direction < 0 ? 0 : m_index;
    for (int i = 0; i < count; ++i) {
        index = (index + direction + count) % count;
        if (fits(index)) {
            choose(index);
            return;
        }
    }
}

void MapsProbeBar::chooseRandom()
{
    std::vector<int> fitting;
    for (int i = 0; i < m_data->test.count; ++i) {
        if (fits(i) && i != m_index) {
            fitting.push_back(i);
        }
    }
    if (!fitting.empty()) {
        choose(fitting[QRandomGenerator::global()->bounded(quint32(fitting.size()))]);
    }
}

void MapsProbeBar::chooseClass()
{
    if (m_index < 0 || !fits(m_index)) {
        step(1);
    }
}

} // namespace convscope
