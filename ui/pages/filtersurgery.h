// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "core/inspection/surgery.h"
#include "core/training/trainingsettings.h"
#include "ui/pages/surgeryhistory.h"

#include <QGroupBox>

#include <vector>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace convscope {

class FiltersData;
class SurgeryAccuracy;

/// Operations on one filter of a copy of the network, each of which can be undone and done again, with the test accuracy before and
/// after, and the way to a new run that goes on from the copy. The run itself is never touched. Each moment of each run keeps its copy
/// while others are looked at.
class FilterSurgery : public QGroupBox
{
    Q_OBJECT

public:
    /// The data must outlive it.
    explicit FilterSurgery(FiltersData &filters, QWidget *parent = nullptr);

    void setFilter(int filter, int channel);
    /// Some run trains, this one or another.
    void setTraining(bool training);
    void silence();
    void resetToStart();
    void setKernel(const std::vector<float> &values);
    /// Keeps the filter as it is when training goes on from here, or lets it learn again. An operation like the others.
    void setFrozen(bool frozen);
    /// What training would leave as it is: of the copy, or of the run as it was trained.
    std::vector<FrozenFilter> frozen() const;
    void undo();
    void redo();
    /// Back to the run; redo() brings the operations back.
    void discard();

Q_SIGNALS:
    void frozenChanged();
    /// A new run is wanted that begins with these weights.
    void trainOnRequested(const convscope::WeightsPtr &weights, const std::vector<convscope::FrozenFilter> &frozen);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void operate(const WeightsPtr &weights);
    void push(const OperatedCopy &copy);
    void followPosition();
    void showCopy();
    void update();
    void updateText();
    /// Why training can't go on from the copy; empty where it can.
    QString trainOnProblem() const;
    void askByHand();
    void retranslateUi();

    FiltersData &m_data;
    int m_filter = 0;
    int m_channel = 0;
    bool m_isTraining = false;
    SurgeryHistory m_history;
    SurgeryAccuracy *m_accuracy;
    QToolButton *m_silence;
    QToolButton *m_reset;
    QToolButton *m_kernel;
    QToolButton *m_freeze;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_discard;
    QPushButton *m_trainOn;
    QMenu *m_kernels;
    QAction *m_byHand = nullptr;
    QLabel *m_text;
    QLabel *m_elsewhere;
};

} // namespace convscope
