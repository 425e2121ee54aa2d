// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runlabels.h"
#include "core/training/trainingsettings.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace convscope {

class QueueTrainer;
struct AddedRuns;
class RunsController;
class RunsPanel;
class RunThinner;
class Session;
class TrainingRun;
class WindowMessages;

/// What there is to know of the selected run, and what a person writes on runs: tags, notes, favourites; runs from files, the trash, and
/// the same run once more.
class RunNotebook : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is the parent of its questions.
    RunNotebook(Session &session, RunsController &runs, RunsPanel &panel, WindowMessages &messages, QWidget *window);

    /// What stands in the form, and why it can't be trained (nothing where it can): for the queue.
    void setForm(std::function<Experiment()> experiment, std::function<QString()> problem);
    QueueTrainer &trainer() { return *m_trainer; }
    /// Adds the runs in those files, as soon as the laboratory has been read.
    void importFiles(const QStringList &files);
    void askForFiles();

Q_SIGNALS:
    void experimentChosen(const convscope::Experiment &experiment);
    /// Some of its moments are gone.
    void thinned(const QString &id);

private:
    void connectPanel();
    void showSelected();
    void askForDiskUse(const TrainingRun &run);
    void writeLabels(int number, const RunLabels &labels);
    void markFavourites(const QList<int> &numbers, bool favourite);
    void repeat(int number);
    void compareRepeat(const TrainingRun &run);
    void takeAdded(const AddedRuns &added);
    void openTrash();
    void openQueue();
    void report(const QString &sentence);

    Session &m_session;
    RunsController &m_runs;
    RunsPanel &m_panel;
    WindowMessages &m_messages;
    QWidget *m_window;
    QueueTrainer *m_trainer;
    RunThinner *m_thinner;
    std::function<Experiment()> m_experiment;
    std::function<QString()> m_problem;
    QHash<QString, qint64> m_bytes; ///< by id
    QHash<int, int> m_repeats; ///< number of a repeat -> of its original
};

} // namespace convscope
