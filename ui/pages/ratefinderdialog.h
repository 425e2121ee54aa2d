// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/rateverdict.h"
#include "ui/models/ratesearchjob.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace convscope {

class NumberField;
class RateFinderPlot;
class ViewExport;

/// The learning-rate finder: shows the curve while it is searched, explains what is found, and gives the rate to whoever wants it. Deletes
/// itself when it is closed; a search under way is given up then.
class RateFinderDialog : public QDialog
{
    Q_OBJECT

public:
    /// What would be searched now.
    struct Subject
    {
        Engine *engine = nullptr;
        DatasetPtr data;
        Experiment experiment;
        /// Why nothing can be searched; empty where it can. Only then the others are there.
        QString problem;
        /// Something to know beforehand; may be empty.
        QString note;
    };
    using Source = std::function<Subject()>;

    RateFinderDialog(Source source, QWidget *parent);

    /// Searches with the experiment of now.
    void start();
    RateSearchPlan plan() const;

Q_SIGNALS:
    /// The suggestion shall be used.
    void rateChosen(double rate);
    /// A sentence about a file that could not be written.
    void exportFailed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    NumberField *addField(const char *objectName, const QString &key, QLabel *&label, QLayout *layout);
    void setupUi();
    void connectSignals();
    void retranslateUi();
    void takePoints();
    void showState();
    QString stateText() const;
    QString verdictHtml() const;
    void use();

    const Source m_source;
    Subject m_subject;
    RateSearchPlan m_plan; ///< of the search that is shown
    RateVerdict m_verdict;
    RateSearchJob *m_job;
    QLabel *m_intro;
    RateFinderPlot *m_plot;
    ViewExport *m_export;
    QLabel *m_state;
    QLabel *m_found;
    QLabel *m_fromLabel = nullptr;
    QLabel *m_toLabel = nullptr;
    QLabel *m_stepsLabel = nullptr;
    QLabel *m_seedLabel = nullptr;
    NumberField *m_from = nullptr;
    NumberField *m_to = nullptr;
    NumberField *m_steps = nullptr;
    NumberField *m_seed = nullptr;
    QToolButton *m_exportButton;
    QPushButton *m_use;
    QPushButton *m_run;
    QPushButton *m_close;
};

} // namespace convscope
