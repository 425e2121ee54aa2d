// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/ratefinderdialog.h"

#include <QObject>
#include <QPointer>

namespace convscope {

class ExperimentForm;
class MainWindow;
class Session;

/// Opens the learning-rate finder for the experiment in the form, and writes what it finds back there.
class RateFinderController : public QObject
{
    Q_OBJECT

public:
    /// Session and form must outlive it.
    RateFinderController(Session &session, ExperimentForm &form, MainWindow *window);

    /// Opens the dialog and begins to search; one that is open comes to the front.
    void open();

private:
    RateFinderDialog::Subject subject() const;

    Session &m_session;
    ExperimentForm &m_form;
    MainWindow *m_window;
    QPointer<RateFinderDialog> m_dialog;
};

} // namespace convscope
