// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"
#include "ui/models/picturejudge.h"

#include <QTabWidget>

namespace convscope {

class OtherRuns;
class TryBatch;
class TryChanges;
class TryHistory;
class TryShiftTest;
class TrySteps;
class TryWhy;

/// What is shown below the pad: how the picture was prepared, why the network thinks so, what changes its mind, how its opinion moved,
/// and many pictures at once.
class TryTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TryTabs(Inspection &inspection, OtherRuns &runs, QWidget *parent = nullptr);

    TrySteps *steps() const { return m_steps; }
    void setJudgement(const Judgement &judgement);
    /// Another run is shown.
    void takeRun();
    /// Of the class, and brings it to the front.
    void explain(int label);
    /// Makes the table of many pictures.
    void open(const QStringList &paths);
    void retranslateUi();

Q_SIGNALS:
    /// A picture of the table was chosen.
    void fileChosen(const QString &path);
    void failed(const QString &sentence);
    /// Many pictures can't be opened.
    void batchFailed(const QString &sentence);

private:
    void takeInspector();
    void takeData();
    void setClassNames();

    Inspection &m_inspection;
    TrySteps *m_steps;
    TryWhy *m_why;
    TryChanges *m_changes;
    TryShiftTest *m_shiftTest;
    TryHistory *m_history;
    TryBatch *m_batch;
};

} // namespace convscope
