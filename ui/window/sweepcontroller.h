// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/trainingplanner.h"

#include <QObject>

#include <functional>

class QWidget;

namespace convscope {

class PageTabs;
class RunNotebook;
class Session;

/// Runs that are planned together: asks what is to be trained, puts it into the queue, and shows it where runs are compared.
class SweepController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `experiment` gives what stands in the form; `window` is the parent of the dialogs, and owns it.
    SweepController(Session &session, PageTabs &pages, RunNotebook &notebook, std::function<Experiment()> experiment, QWidget *window);

    void openSweep();
    void openPaper();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    /// Empty, or why nothing can be planned now.
    QString problem() const;
    TrainingPlanner planner() const;
    /// `used`: names beside those of the listed runs.
    QString freeName(QStringList used = {}) const;
    void start(const TrainingPlan &plan, const SweepMembership &sweep);

    Session &m_session;
    PageTabs &m_pages;
    RunNotebook &m_notebook;
    const std::function<Experiment()> m_experiment;
    QWidget *m_window;
};

} // namespace convscope
