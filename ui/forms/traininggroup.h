// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/settingsgroup.h"

namespace convscope {

class SchedulePreview;

/// The settings of the training itself.
class TrainingGroup : public SettingsGroup
{
    Q_OBJECT

public:
    explicit TrainingGroup(QWidget *parent = nullptr);
    void updateFrom(const TrainingSettings &settings) override;
    /// A button beside the learning rate.
    void addRateAction(QAction *action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void addScheduleRows();
    void retranslateUi();
    void updateFrozen(const TrainingSettings &settings);

    QuietComboBox *m_optimizerCombo;
    QuietComboBox *m_scheduleCombo;
    QuietComboBox *m_finalCombo;
    QuietComboBox *m_engineCombo;
    QuietComboBox *m_precisionCombo;
    SchedulePreview *m_preview;
    QPushButton *m_thaw;
    FieldRow *m_frozenRow = nullptr;
    std::vector<FrozenFilter> m_frozen; ///< for the texts
    FieldRow *m_rateRow = nullptr;
    FieldRow *m_momentumRow = nullptr;
    FieldRow *m_stepEpochsRow = nullptr;
    FieldRow *m_stepFactorRow = nullptr;
    FieldRow *m_smallestChangeRow = nullptr;
    NumberField *m_patienceField = nullptr;
    NumberField *m_threadsField = nullptr;
};

} // namespace convscope
