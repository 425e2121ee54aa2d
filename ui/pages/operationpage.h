// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QStackedLayout;
class QToolButton;

namespace convscope {

class EmptyState;
class Inspection;
class OperationNetworkView;
class SandboxView;
class TrainingStepView;

/// The Operation page: one operation of the network taken apart, one step of its training in slow motion, and a convolution to play
/// with, which needs no run.
class OperationPage : public QWidget
{
    Q_OBJECT

public:
    enum class Part { Network, Step, Sandbox };

    /// The inspection must outlive the page.
    explicit OperationPage(Inspection &inspection, QWidget *parent = nullptr);

    /// Shows how that unit was made; the nearest one that exists.
    void setUnit(const UnitAddress &unit);
    UnitAddress unit() const;
    Part part() const;
    void setPart(Part part);
    /// Why nothing can be started; empty where Start would work.
    void setStartProblem(const QString &sentence);

Q_SIGNALS:
    void startRequested();
    /// A file could not be written: a sentence.
    void errorOccurred(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    QHBoxLayout *createBar();
    void connectSignals();
    void retranslateUi();
    void updateState();

    Inspection &m_inspection;
    QString m_startProblem;
    QButtonGroup *m_parts = nullptr;
    QToolButton *m_export = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    OperationNetworkView *m_network = nullptr;
    TrainingStepView *m_step = nullptr;
    SandboxView *m_sandbox = nullptr;
};

} // namespace convscope
