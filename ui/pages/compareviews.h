// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compareview.h"

#include <vector>

class QButtonGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;

namespace convscope {

/// The lower part of the page: the ways of looking at the compared runs, one at a time. What isn't seen isn't worked out.
class CompareViews : public QWidget
{
    Q_OBJECT

public:
    enum View { Curves, Scatter, Coordinates, Duel, Disagreements, Overfitting };

    CompareViews(ComparedRuns &runs, Inspection &inspection);

    void showView(View view);
    void retranslateUi();
    /// Of the view that is shown.
    QMenu *exportMenu() const;

Q_SIGNALS:
    void pairChosen(const convscope::ComparedRow &first, const convscope::ComparedRow &second, bool shows);
    void trainRequested(const std::vector<convscope::Experiment> &experiments);
    void errorOccurred(const QString &sentence);
    void viewChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void markStale();
    void refresh();

    ComparedRuns &m_runs;
    std::vector<CompareView *> m_list;
    QButtonGroup *m_buttons;
    QLabel *m_problem;
    QStackedWidget *m_stack;
    QTimer *m_timer;
    int m_view = Curves;
};

} // namespace convscope
