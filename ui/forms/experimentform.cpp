// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/experimentform.h"

#include "core/training/presets.h"
#include "ui/forms/architectureeditor.h"
#include "ui/forms/datagroup.h"
#include "ui/forms/foldablesection.h"
#include "ui/forms/presetbar.h"
#include "ui/forms/problemlabel.h"
#include "ui/forms/traininggroup.h"
#include "ui/views/icons.h"

#include <QAction>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

ExperimentForm::ExperimentForm(QWidget *parent)
    : QWidget(parent)
    , m_undoAction(new QAction(this))
    , m_redoAction(new QAction(this))
    , m_findRateAction(new QAction(this))
    , m_presetBar(new PresetBar(this))
    , m_problem(new ProblemLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_data(new DataGroup(this))
    , m_architecture(new ArchitectureEditor(this))
    , m_training(new TrainingGroup(this))
{
    setupUi();
    createActions();
    connectSignals();
    retranslateUi();
    setLimits(m_limits);
    const std::vector<Preset> presets = builtInPresets();
    setExperiment(presets.empty() ? Experiment() : presets.front().experiment);
}

ExperimentForm::~ExperimentForm()
{
    // A field that loses the focus while it goes down would still report to what is no longer there.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

void ExperimentForm::setupUi()
{
    auto *content = new QWidget;
    auto *sections = new QVBoxLayout(content);
    sections->setContentsMargins(0, 0, 8, 8);
    sections->setSpacing(0);
    m_dataSection = addSection(QStringLiteral("data"), m_data, *sections);
    m_networkSection = addSection(QStringLiteral("network"), m_architecture, *sections);
    m_trainingSection = addSection(QStringLiteral("training"), m_training, *sections);
    m_trainingSection->setExpanded(true);
    sections->addStretch(1);

    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->installEventFilter(this);

    m_problem->setContentsMargins(8, 0, 8, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_presetBar);
    layout->addWidget(m_problem);
    layout->addWidget(m_scroll, 1);
    fitWidth();
}

FoldableSection *ExperimentForm::addSection(const QString &name, QWidget *content, QVBoxLayout &layout)
{
    auto *section = new FoldableSection(content, this);
    section->setObjectName(name);
    layout.addWidget(section);
    return section;
}

void ExperimentForm::createActions()
{
    m_undoAction->setShortcuts(QKeySequence::Undo);
    m_redoAction->setShortcuts(QKeySequence::Redo);
    for (QAction *action : {m_undoAction, m_redoAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setEnabled(false);
        addAction(action);
    }
    m_findRateAction->setObjectName(QStringLiteral("findRateAction"));
    m_findRateAction->setIcon(themedIcon("find-rate"));
    m_training->addRateAction(m_findRateAction);
    connect(m_undoAction, &QAction::triggered, &m_undoStack, &QUndoStack::undo);
    connect(m_redoAction, &QAction::triggered, &m_undoStack, &QUndoStack::redo);
    connect(&m_undoStack, &QUndoStack::canUndoChanged, m_undoAction, &QAction::setEnabled);
    connect(&m_undoStack, &QUndoStack::canRedoChanged, m_redoAction, &QAction::setEnabled);
}

void ExperimentForm::connectSignals()
{
    for (SettingsGroup *group : {static_cast<SettingsGroup *>(m_data), static_cast<SettingsGroup *>(m_training)}) {
        connect(group, &SettingsGroup::edited, this, [this](const QString &key, const SettingsChange &change) {
            Experiment changed = m_state.experiment;
            change(changed.training);
            edit(key, changed);
        });
        connect(group, &SettingsGroup::problemOfTextChanged, this, &ExperimentForm::checkAgain);
        connect(group, &SettingsGroup::editingFinished, this, [this] { ++m_session; });
    }
    connect(m_architecture, &ArchitectureEditor::edited, this, [this](const QString &key) {
        Experiment changed = m_state.experiment;
        changed.architecture = m_architecture->architecture();
        edit(key, changed);
    });
    connect(m_architecture, &ArchitectureEditor::problemOfTextChanged, this, &ExperimentForm::checkAgain);
    connect(m_architecture, &ArchitectureEditor::editingFinished, this, [this] { ++m_session; });

    connect(m_presetBar, &PresetBar::presetChosen, this, [this](const Experiment &preset) {
        push({}, {preset, preset});
        showState({preset, preset});
    });
    connect(m_presetBar, &PresetBar::resetRequested, this, [this] {
        const FormState reset = {m_state.base, m_state.base};
        push({}, reset);
        showState(reset);
    });
    connect(m_presetBar, &PresetBar::presetSaved, this, [this](const Experiment &saved) { push({}, {saved, saved}); });
}

void ExperimentForm::setExperiment(const Experiment &experiment)
{
    m_undoStack.clear();
    const std::optional<Preset> preset = m_presetBar->preset(experiment.name);
    showState({experiment, preset ? preset->experiment : experiment});
}

void ExperimentForm::applyExperiment(const Experiment &experiment)
{
    const std::optional<Preset> preset = m_presetBar->preset(experiment.name);
    const FormState state{experiment, preset ? preset->experiment : experiment};
    push({}, state);
    showState(state);
}

void ExperimentForm::setLimits(const ExperimentLimits &limits)
{
    m_limits = limits;
    m_data->setAvailableImages(limits.trainImages);
    m_architecture->setInput(limits.side, limits.classes);
    checkAgain();
}

void ExperimentForm::setPresetFolder(const QString &folder)
{
    m_presetBar->setFolder(folder);
}

QString ExperimentForm::startProblem() const
{
    return m_problems.empty() ? QString() : m_problems.front().message;
}

void ExperimentForm::edit(const QString &key, const Experiment &changed)
{
    // Leaving a field's number as it was still may have changed its text.
    if (changed == m_state.experiment)
        checkAgain();
    else
        push(key, {changed, m_state.base});
}

void ExperimentForm::push(const QString &key, const FormState &after)
{
    const FormState before = m_state;
    if (before == after)
        return;
    m_state = after;
    m_undoStack.push(new EditCommand(before, after, key, m_session, [this](const FormState &s) { showState(s); }));
    updateAfterChange();
}

void ExperimentForm::showState(const FormState &state)
{
    m_state = state;
    ++m_session;
    m_data->setSettings(state.experiment.training);
    m_training->setSettings(state.experiment.training);
    m_architecture->setArchitecture(state.experiment.architecture);
    updateAfterChange();
}

void ExperimentForm::updateAfterChange()
{
    m_presetBar->setState(m_state.experiment, m_state.base);
    m_data->updateFrom(m_state.experiment.training);
    m_training->updateFrom(m_state.experiment.training);
    checkAgain();
    Q_EMIT experimentChanged();
}

void ExperimentForm::checkAgain()
{
    std::vector<Problem> found = validate(m_state.experiment, m_limits);
    markProblems(found);
    // What is written there comes first, in place of what the validator says about the number that it stands for.
    std::vector<Problem> all = m_data->ownProblems();
    for (const std::vector<Problem> &more : {m_architecture->ownProblems(), m_training->ownProblems()})
        all.insert(all.end(), more.begin(), more.end());
    std::erase_if(found, [&all](const Problem &problem) {
        return std::any_of(all.begin(), all.end(), [&](const Problem &own) { return own.field == problem.field; });
    });
    all.insert(all.end(), found.begin(), found.end());
    if (all == m_problems)
        return;
    m_problems = all;
    Q_EMIT problemsChanged();
}

void ExperimentForm::markProblems(const std::vector<Problem> &found)
{
    const std::vector<Problem> afterData = m_data->showProblems(found);
    const std::vector<Problem> afterNetwork = m_architecture->showProblems(afterData);
    const std::vector<Problem> rest = m_training->showProblems(afterNetwork);
    m_dataSection->setHasProblem(afterData.size() < found.size() || !m_data->ownProblems().empty());
    m_networkSection->setHasProblem(afterNetwork.size() < afterData.size() || !m_architecture->ownProblems().empty());
    m_trainingSection->setHasProblem(rest.size() < afterNetwork.size() || !m_training->ownProblems().empty());
    m_problem->setProblem(rest.empty() ? QString() : rest.front().message);
}

void ExperimentForm::focusFirstProblem()
{
    if (m_problems.empty())
        return;
    QWidget *editor = editorOf(m_problems.front().field);
    if (!editor)
        return;
    for (FoldableSection *section : {m_dataSection, m_networkSection, m_trainingSection}) {
        if (section->isAncestorOf(editor))
            section->setExpanded(true);
    }
    editor->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(editor);
}

QWidget *ExperimentForm::editorOf(const QString &field) const
{
    if (auto *editor = findChild<QWidget *>(field))
        return editor;
    // A field of a card is a child of it: "architecture.conv_blocks[1]" and "filters".
    const qsizetype dot = field.lastIndexOf(u'.');
    const auto *card = findChild<QWidget *>(field.left(dot));
    return card ? card->findChild<QWidget *>(field.mid(dot + 1)) : nullptr;
}

QStringList ExperimentForm::expandedSections() const
{
    QStringList names;
    for (const FoldableSection *section : {m_dataSection, m_networkSection, m_trainingSection}) {
        if (section->isExpanded())
            names.append(section->objectName());
    }
    return names;
}

void ExperimentForm::setExpandedSections(const QStringList &names)
{
    for (FoldableSection *section : {m_dataSection, m_networkSection, m_trainingSection})
        section->setExpanded(names.contains(section->objectName()));
}

bool ExperimentForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QWidget::eventFilter(watched, event);
}

void ExperimentForm::fitWidth()
{
    // Nothing scrolls sideways, so nothing may be wider than what is seen.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() + bar);
}

void ExperimentForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        checkAgain();
    }
}

void ExperimentForm::retranslateUi()
{
    m_dataSection->setTitle(tr("Data"));
    m_networkSection->setTitle(tr("Network"));
    m_trainingSection->setTitle(tr("Training"));
    m_undoAction->setText(tr("Undo change of settings"));
    m_redoAction->setText(tr("Redo change of settings"));
    m_findRateAction->setText(tr("&Find the learning rate…"));
    m_findRateAction->setToolTip(tr("Tries all learning rates on a copy of the network, in a few seconds, and proposes one"));
    m_scroll->setAccessibleName(tr("Experiment"));
}

} // namespace convscope
