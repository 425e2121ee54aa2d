// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"

#include <QWidget>

class QStackedLayout;
class QToolButton;

namespace convscope {

class EmptyState;
class Inspection;
class OperationNetworkView;

/// The Operation page: one operation of the network taken apart.
class OperationPage : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the page.
    explicit OperationPage(Inspection &inspection, QWidget *parent = nullptr);

    /// Shows how that unit was made; the nearest one that exists.
    void setUnit(const UnitAddress &unit);
    UnitAddress unit() const;
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
    void connectSignals();
    void retranslateUi();
    void updateState();

    Inspection &m_inspection;
    QString m_startProblem;
    QToolButton *m_export = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    OperationNetworkView *m_network = nullptr;
};

} // namespace convscope
