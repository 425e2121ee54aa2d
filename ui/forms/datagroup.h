// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/settingsgroup.h"

class QLabel;

namespace convscope {

/// The settings of the data: how many pictures, wrong labels, augmentation.
class DataGroup : public SettingsGroup
{
    Q_OBJECT

public:
    explicit DataGroup(QWidget *parent = nullptr);
    /// How many training pictures there are.
    void setAvailableImages(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void retranslateUi();

    NumberField *m_imagesField = nullptr;
    QLabel *m_augmentationTitle = nullptr;
};

} // namespace convscope
