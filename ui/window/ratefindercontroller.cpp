// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ratefindercontroller.h"

#include "ui/forms/experimentform.h"
#include "ui/window/mainwindow.h"
#include "ui/window/session.h"

#include <QAction>

namespace convscope {

RateFinderController::RateFinderController(Session &session, ExperimentForm &form, MainWindow *window)
    : QObject(window)
    , m_session(session)
    , m_form(form)
    , m_window(window)
{
    connect(form.findRateAction(), &QAction::triggered, this, &RateFinderController::open);
}

void RateFinderController::open()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new RateFinderDialog([this] { return subject(); }, m_window);
    connect(m_dialog, &RateFinderDialog::rateChosen, &m_form, [this](double rate) {
        Experiment experiment = m_form.experiment();
        experiment.training.learningRate = rate;
        m_form.applyExperiment(experiment);
    });
    connect(m_dialog, &RateFinderDialog::exportFailed, m_window, &MainWindow::showError);
    m_dialog->show(); // not modal: what trains can be watched meanwhile
    m_dialog->start();
}

RateFinderDialog::Subject RateFinderController::subject() const
{
    RateFinderDialog::Subject subject{m_session.engine(), m_session.data(), m_form.experiment(), m_form.startProblem(), {}};
    if (!m_session.data()) {
        subject.problem = m_session.dataError().isEmpty() ? tr("The pictures are still being read. Search when they are there.") : m_session.dataError();
    } else if (!m_session.engine()) {
        subject.problem = m_session.isLoadingEngine() ? tr("The training engine is still being loaded. Search when it is there.")
                                                      : tr("The training engine could not be loaded.");
    }
    if (const TrainingRun *run = m_session.activeRun(); run && run->state() == RunState::Training) {
        subject.note = tr("A network is being trained meanwhile; both take longer.");
    }
    return subject;
}

} // namespace convscope
