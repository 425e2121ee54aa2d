// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/otherruns.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace convscope {

/// Chooses the run that answers beside the shown one, and holds its newest weights; while it trains they are read again every few seconds.
class TrySecond : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TrySecond(Inspection &inspection, OtherRuns &runs, QWidget *parent = nullptr);

    /// nullptr: nothing is compared, or it isn't read yet.
    WeightsPtr weights() const { return m_weights; }
    QString runName() const { return m_chosen.name; }
    /// Also one that the list doesn't have yet.
    void chooseRun(const OtherRun &run);
    void retranslateUi();

Q_SIGNALS:
    /// Of the weights or of the name.
    void changed();
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void choose(const OtherRun &run);
    void read();

    OtherRuns &m_runs;
    OtherRun m_chosen; ///< without an id: nothing
    WeightsPtr m_weights;
    int m_reading = 0; ///< number of the newest question
    QTimer m_again;
    QLabel *m_label;
    QComboBox *m_run;
};

} // namespace convscope
