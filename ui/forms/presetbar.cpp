// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/presetbar.h"

#include "ui/views/flowlayout.h"
#include "ui/forms/presetfiles.h"
#include "ui/forms/presetnamerow.h"
#include "ui/forms/problemlabel.h"
#include "ui/forms/quietcombobox.h"
#include "ui/forms/richtext.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

PresetBar::PresetBar(QWidget *parent)
    : QWidget(parent)
    , m_folder(userPresetFolder())
    , m_label(new QLabel(this))
    , m_combo(new QuietComboBox(this))
    , m_description(new QLabel(this))
    , m_buttons(new QWidget(this))
    , m_saveButton(new QPushButton(m_buttons))
    , m_resetButton(new QPushButton(m_buttons))
    , m_deleteButton(new QPushButton(m_buttons))
    , m_restoreButton(new QPushButton(m_buttons))
    , m_nameRow(new PresetNameRow(this))
    , m_problem(new ProblemLabel(this))
{
    setupUi();
    connectSignals();
    readPresets();
    retranslateUi();
}

void PresetBar::setupUi()
{
    m_combo->setObjectName(QStringLiteral("preset"));
    m_description->setObjectName(QStringLiteral("presetDescription"));
    m_saveButton->setObjectName(QStringLiteral("savePreset"));
    m_resetButton->setObjectName(QStringLiteral("resetPreset"));
    m_deleteButton->setObjectName(QStringLiteral("deletePreset"));
    m_restoreButton->setObjectName(QStringLiteral("restorePreset"));
    m_label->setBuddy(m_combo);
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setForegroundRole(QPalette::PlaceholderText);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_label);
    top->addWidget(m_combo, 1);
    auto *flow = new FlowLayout(m_buttons);
    for (QPushButton *button : {m_saveButton, m_resetButton, m_deleteButton, m_restoreButton})
        flow->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_description);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    layout->addWidget(m_nameRow);
    showButtons(false);
}

void PresetBar::connectSignals()
{
    connect(m_combo, &QComboBox::activated, this, &PresetBar::choose);
    connect(m_saveButton, &QPushButton::clicked, this, &PresetBar::beginSave);
    connect(m_resetButton, &QPushButton::clicked, this, &PresetBar::resetRequested);
    connect(m_deleteButton, &QPushButton::clicked, this, &PresetBar::deletePreset);
    connect(m_restoreButton, &QPushButton::clicked, this, &PresetBar::restoreDeleted);
    connect(m_nameRow, &PresetNameRow::saveRequested, this, &PresetBar::save);
    connect(m_nameRow, &PresetNameRow::cancelled, this, [this] {
        showButtons(false);
        m_saveButton->setFocus(Qt::OtherFocusReason);
    });
}

void PresetBar::setFolder(const QString &folder)
{
    m_folder = folder;
    m_deleted.reset();
    readPresets();
    fillCombo();
}

void PresetBar::setState(const Experiment &experiment, const Experiment &base)
{
    m_experiment = experiment;
    m_base = base;
    updateTexts();
}

std::optional<Preset> PresetBar::preset(const QString &name) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&name](const Preset &preset) { return preset.experiment.name == name; });
    return found == m_presets.end() ? std::nullopt : std::optional<Preset>(*found);
}

void PresetBar::readPresets()
{
    m_presets = builtInPresets();
    QStringList problems;
    const std::vector<Preset> own = userPresets(m_folder, &problems);
    m_presets.insert(m_presets.end(), own.begin(), own.end());
    m_unreadable = problems.join(u'\n');
    QStringList names;
    for (const Preset &preset : own)
        names.append(preset.experiment.name);
    m_nameRow->setTakenNames(names);
}

void PresetBar::fillCombo()
{
    m_combo->clear();
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        const Preset &preset = m_presets[i];
        if (i > 0 && !preset.builtIn && m_presets[i - 1].builtIn)
            m_combo->insertSeparator(m_combo->count());
        m_combo->addItem(preset.experiment.name, preset.experiment.name);
        m_combo->setItemData(m_combo->count() - 1, toolTipText({preset.description}), Qt::ToolTipRole);
    }
    m_problem->setProblem(m_unreadable);
    updateTexts();
}

void PresetBar::updateTexts()
{
    const std::optional<Preset> known = preset(m_base.name);
    const bool changed = m_experiment != m_base;
    //: %1 is the name of a preset whose settings were changed in the form.
    const QString shown = changed ? tr("%1 (changed)").arg(m_base.name) : m_base.name;
    const int current = known ? m_combo->findData(m_base.name) : -1;
    for (int i = 0; i < m_combo->count(); ++i) {
        const QString name = m_combo->itemData(i).toString();
        if (!name.isEmpty())
            m_combo->setItemText(i, i == current ? shown : name);
    }
    m_combo->setPlaceholderText(m_base.name.isEmpty() ? tr("own settings") : shown);
    m_combo->setCurrentIndex(current);
    m_description->setText(!known ? tr("These settings are not a preset.")
                               : known->builtIn ? known->description : tr("Your own preset."));
    m_resetButton->setVisible(changed);
    m_deleteButton->setVisible(known && !known->builtIn);
    m_restoreButton->setVisible(m_deleted.has_value());
}

void PresetBar::choose(int index)
{
    const std::optional<Preset> chosen = preset(m_combo->itemData(index).toString());
    if (chosen)
        Q_EMIT presetChosen(chosen->experiment);
    updateTexts();
}

void PresetBar::beginSave()
{
    const std::optional<Preset> known = preset(m_base.name);
    showButtons(true);
    m_nameRow->begin(known && known->builtIn ? tr("my %1").arg(m_base.name) : m_base.name);
}

void PresetBar::save(const QString &name)
{
    Experiment experiment = m_experiment;
    experiment.name = name;
    const Result<QString> saved = saveUserPreset(m_folder, experiment);
    if (!saved.ok()) {
        m_nameRow->setProblem(saved.error());
        return;
    }
    m_deleted.reset();
    readPresets();
    fillCombo();
    showButtons(false);
    m_combo->setFocus(Qt::OtherFocusReason);
    Q_EMIT presetSaved(experiment);
}

void PresetBar::deletePreset()
{
    const std::optional<Preset> known = preset(m_base.name);
    if (!known || known->builtIn)
        return;
    const QString problem = deleteUserPreset(m_folder, m_base.name);
    if (problem.isEmpty())
        m_deleted = known->experiment;
    readPresets();
    fillCombo();
    if (!problem.isEmpty())
        m_problem->setProblem(problem);
    else
        m_restoreButton->setFocus(Qt::OtherFocusReason);
}

void PresetBar::restoreDeleted()
{
    const Result<QString> saved = saveUserPreset(m_folder, *m_deleted);
    if (saved.ok())
        m_deleted.reset();
    readPresets();
    fillCombo();
    if (!saved.ok())
        m_problem->setProblem(saved.error());
    m_combo->setFocus(Qt::OtherFocusReason);
}

void PresetBar::showButtons(bool naming)
{
    m_buttons->setVisible(!naming);
    m_nameRow->setVisible(naming);
}

void PresetBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        readPresets();
        retranslateUi();
    }
}

void PresetBar::retranslateUi()
{
    m_label->setText(tr("&Preset"));
    m_combo->setAccessibleName(tr("Preset"));
    m_combo->setToolTip(toolTipText({tr("Ready experiments to start from. Every setting can be changed afterwards.")}));
    m_combo->setWhatsThis(toolTipText(
        {tr("A preset fills in the whole form: network and training. The first ones are built in; your own stand below "
            "the line. A change in the form changes no preset, and “Reset to preset” takes you back.")}));
    m_saveButton->setText(tr("Save as preset…"));
    m_saveButton->setToolTip(toolTipText({tr("Keeps the settings of the form under a name of your own.")}));
    m_resetButton->setText(tr("Reset to preset"));
    m_resetButton->setToolTip(toolTipText({tr("Takes back all changes since the preset was chosen.")}));
    m_deleteButton->setText(tr("Delete preset"));
    m_deleteButton->setToolTip(toolTipText({tr("Deletes this preset of yours. The settings stay in the form.")}));
    m_restoreButton->setText(tr("Restore deleted preset"));
    m_restoreButton->setToolTip(toolTipText({tr("Brings back the preset that was deleted last.")}));
    fillCombo();
}

} // namespace convscope
