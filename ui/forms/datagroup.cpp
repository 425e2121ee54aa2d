// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/datagroup.h"

#include "ui/forms/fieldrow.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

DataGroup::DataGroup(QWidget *parent)
    : SettingsGroup(parent)
{
    setupUi();
    retranslateUi();
}

void DataGroup::setupUi()
{
    using S = TrainingSettings;
    m_imagesField = addNumber(QStringLiteral("training.train_images"), [](S &s) -> int & { return s.trainImages; })
                        ->numberField();
    addNumber(QStringLiteral("training.label_noise"), [](S &s) -> double & { return s.labelNoise; });

    m_augmentationTitle = new QLabel(this);
    m_augmentationTitle->setWordWrap(true);
    m_augmentationTitle->setForegroundRole(QPalette::PlaceholderText);
    rows()->addWidget(m_augmentationTitle);
    addNumber(QStringLiteral("training.augmentation.mirror"), [](S &s) -> double & { return s.augmentation.mirror; });
    addNumber(QStringLiteral("training.augmentation.shift"), [](S &s) -> double & { return s.augmentation.shift; });
    addNumber(QStringLiteral("training.augmentation.turn"), [](S &s) -> double & { return s.augmentation.turn; });
    addNumber(QStringLiteral("training.augmentation.scale"), [](S &s) -> double & { return s.augmentation.scale; });
    addNumber(QStringLiteral("training.augmentation.noise"), [](S &s) -> double & { return s.augmentation.noise; });
    addNumber(QStringLiteral("training.augmentation.erase"), [](S &s) -> double & { return s.augmentation.erase; });
}

void DataGroup::setAvailableImages(int count)
{
    m_imagesField->setRange(0, std::max(0, count), NumberField::RangeUse::StepsOnly);
}

void DataGroup::changeEvent(QEvent *event)
{
    SettingsGroup::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
}

void DataGroup::retranslateUi()
{
    //: All training pictures.
    m_imagesField->setSpecialValue(0, tr("all"));
    m_augmentationTitle->setText(tr("Random changes to each picture"));
}

} // namespace convscope
