// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/validator.h"
#include "ui/forms/editcommand.h"

#include <QUndoStack>
#include <QWidget>

#include <vector>

class QAction;
class QScrollArea;
class QVBoxLayout;

namespace convscope {

class ArchitectureEditor;
class DataGroup;
class FoldableSection;
class PresetBar;
class ProblemLabel;
class TrainingGroup;

/// The form of an experiment: preset, data, network, training. It scrolls by itself, upright only. Every change is
/// checked by validate(), and what is wrong is marked where it stands.
class ExperimentForm : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentForm(QWidget *parent = nullptr);
    ~ExperimentForm() override;

    /// Shows it and forgets what could be undone. A name of a preset chooses that preset; what differs from it is a
    /// change.
    void setExperiment(const Experiment &experiment);
    /// Shows it as an edit of the user's, which can be undone.
    void applyExperiment(const Experiment &experiment);
    /// As it stands in the form. Where a text is no number, the last one counts, and problems() says so.
    Experiment experiment() const { return m_state.experiment; }
    void setLimits(const ExperimentLimits &limits);
    /// Where the user's presets are kept; userPresetFolder() at first.
    void setPresetFolder(const QString &folder);

    std::vector<Problem> problems() const { return m_problems; }
    /// The first sentence that says why this can't start; empty when it can.
    QString startProblem() const;
    /// Unfolds what hides the first problem and gives its field the focus.
    void focusFirstProblem();

    /// "data", "network", "training"; the last is unfolded at first.
    QStringList expandedSections() const;
    void setExpandedSections(const QStringList &names);

    /// With shortcuts that work inside the form; the same actions may stand in a menu.
    QAction *undoAction() const { return m_undoAction; }
    QAction *redoAction() const { return m_redoAction; }
    /// Opens the learning-rate finder, which is its owner's matter; on a button beside the rate, and for a menu.
    QAction *findRateAction() const { return m_findRateAction; }

Q_SIGNALS:
    void experimentChanged();
    void problemsChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupUi();
    FoldableSection *addSection(const QString &name, QWidget *content, QVBoxLayout &layout);
    void createActions();
    void connectSignals();
    void retranslateUi();
    void edit(const QString &key, const Experiment &changed);
    void push(const QString &key, const FormState &after);
    void showState(const FormState &state);
    void updateAfterChange();
    void checkAgain();
    void markProblems(const std::vector<Problem> &found);
    QWidget *editorOf(const QString &field) const;
    void fitWidth();

    FormState m_state;
    ExperimentLimits m_limits;
    std::vector<Problem> m_problems;
    QUndoStack m_undoStack;
    int m_session = 0;
    QAction *m_undoAction;
    QAction *m_redoAction;
    QAction *m_findRateAction;
    PresetBar *m_presetBar;
    ProblemLabel *m_problem;
    QScrollArea *m_scroll;
    DataGroup *m_data;
    ArchitectureEditor *m_architecture;
    TrainingGroup *m_training;
    FoldableSection *m_dataSection = nullptr;
    FoldableSection *m_networkSection = nullptr;
    FoldableSection *m_trainingSection = nullptr;
};

} // namespace convscope
