// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sweepcontroller.h"

#include "ui/models/whendone.h"
#include "ui/pages/comparepage.h"
#include "ui/window/pagetabs.h"
#include "ui/window/paperbox.h"
#include "ui/window/queuetrainer.h"
#include "ui/window/runnotebook.h"
#include "ui/window/session.h"
#include "ui/window/sweepdialog.h"

namespace convscope {

SweepController::SweepController(Session &session, PageTabs &pages, RunNotebook &notebook, std::function<Experiment()> experiment, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_pages(pages)
    , m_notebook(notebook)
    , m_experiment(std::move(experiment))
    , m_window(window)
{
    connect(m_pages.compare(), &ComparePage::sweepRequested, this, &SweepController::openSweep);
    connect(this, &SweepController::failed, m_pages.compare(), &ComparePage::errorOccurred);
}

QString SweepController::problem() const
{
    if (!m_session.laboratory()) {
        return tr("There is no laboratory that could keep these runs: the runs of this session are not kept.");
    }
    return m_session.data() ? QString() : m_session.startProblem();
}

TrainingPlanner SweepController::planner() const
{
    return TrainingPlanner(m_session.laboratory()->file(), m_session.data(), m_session.limits(), m_session.engine());
}

/// "sweep 1", or the first number that no run carries yet.
QString SweepController::freeName(QStringList used) const
{
    for (int number = 1; number <= m_session.lastNumber(); ++number) {
        if (const TrainingRun *run = m_session.run(number)) {
            used << run->labels().tags;
        }
    }
    int number = 1;
    while (used.contains(tr("sweep %1").arg(number))) {
        ++number;
    }
    return tr("sweep %1").arg(number);
}

void SweepController::openSweep()
{
    if (const QString sentence = problem(); !sentence.isEmpty()) {
        Q_EMIT failed(sentence);
        return;
    }
    const QString name = freeName();
    auto *dialog = new SweepDialog(planner(), m_experiment(), name, m_window); // deletes itself
    whenDone(dialog, m_session.laboratory()->queue(), [this, dialog, name](const Result<Queue> &queue) {
        QStringList used;
        for (const QueueEntry &entry : queue ? queue.value().entries : std::vector<QueueEntry>()) {
            used << (entry.sweep ? entry.sweep->name : QString());
        }
        dialog->replaceName(name, freeName(used));
    });
    connect(dialog, &SweepDialog::chosen, this, [this](const PlannedSweep &planned) { start(planned.plan, {planned.sweep.name, planned.sweep.stop}); });
    dialog->open();
}

void SweepController::openPaper()
{
    if (const QString sentence = problem(); !sentence.isEmpty()) {
        Q_EMIT failed(sentence);
        return;
    }
    auto *box = new PaperBox(planner(), m_window); // deletes itself
    connect(box, &PaperBox::failed, this, &SweepController::failed);
    connect(box, &PaperBox::chosen, this, [this](const TrainingPlan &plan) { start(plan, {tr("paper"), std::nullopt}); });
    box->open();
}

void SweepController::start(const TrainingPlan &plan, const SweepMembership &sweep)
{
    whenDone(this, planner().enqueue(plan, sweep), [this, sweep](const QString &sentence) {
        if (!sentence.isEmpty()) {
            Q_EMIT failed(sentence);
            return;
        }
        m_pages.setCurrentWidget(m_pages.compare());
        m_pages.compare()->showTag(sweep.name);
        m_notebook.trainer().setOn(true);
        Q_EMIT m_notebook.trainer().queueChanged();
    });
}

} // namespace convscope
