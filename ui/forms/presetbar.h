// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/presets.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace convscope {

class PresetNameRow;
class ProblemLabel;
class QuietComboBox;

/// The choice of a preset, what it is, and the buttons to save, delete and go back to it.
class PresetBar : public QWidget
{
    Q_OBJECT

public:
    explicit PresetBar(QWidget *parent = nullptr);

    /// Where the user's own presets are; reads them.
    void setFolder(const QString &folder);
    /// The experiment as it is in the form, and what "reset" would go back to.
    void setState(const Experiment &experiment, const Experiment &base);
    /// The preset of that name; nothing where there is none.
    std::optional<Preset> preset(const QString &name) const;

Q_SIGNALS:
    void presetChosen(const convscope::Experiment &experiment);
    void resetRequested();
    /// The experiment was saved under a new name.
    void presetSaved(const convscope::Experiment &experiment);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void retranslateUi();
    void readPresets();
    void fillCombo();
    void updateTexts();
    void choose(int index);
    void beginSave();
    void save(const QString &name);
    void deletePreset();
    void restoreDeleted();
    void showButtons(bool naming);

    QString m_folder;
    std::vector<Preset> m_presets;
    QString m_unreadable;
    std::optional<Experiment> m_deleted;
    Experiment m_experiment;
    Experiment m_base;
    QLabel *m_label;
    QuietComboBox *m_combo;
    QLabel *m_description;
    QWidget *m_buttons;
    QPushButton *m_saveButton;
    QPushButton *m_resetButton;
    QPushButton *m_deleteButton;
    QPushButton *m_restoreButton;
    PresetNameRow *m_nameRow;
    ProblemLabel *m_problem;
};

} // namespace convscope
