// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compareviews.h"

#include "ui/pages/comparecurves.h"
#include "ui/pages/comparedisagreements.h"
#include "ui/pages/compareduel.h"
#include "ui/pages/compareoverfitting.h"
#include "ui/pages/comparespread.h"
#include "ui/views/flowlayout.h"
#include "ui/views/togglebutton.h"
#include "ui/views/viewexport.h"

#include <QButtonGroup>
#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace convscope {

CompareViews::CompareViews(ComparedRuns &runs, Inspection &inspection)
    : m_runs(runs)
    , m_list{new CompareCurves(runs), new CompareScatter(runs), new CompareCoordinates(runs), new CompareDuel(runs, inspection),
             new CompareDisagreements(runs, inspection), new CompareOverfitting(runs, inspection)}
    , m_buttons(new QButtonGroup(this))
    , m_problem(new QLabel)
    , m_stack(new QStackedWidget)
    , m_timer(new QTimer(this))
{
    auto *bar = new QWidget;
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    const char *names[] = {"compareCurvesButton", "compareScatterButton", "compareCoordinatesButton", "compareDuelButton", "compareDisagreementsButton", "compareOverfittingButton"};
    for (int view = 0; view < int(m_list.size()); ++view) {
        auto *button = new ToggleButton(bar);
        button->setObjectName(QLatin1String(names[view]));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons->addButton(button, view);
        flow->addWidget(button);
        m_stack->addWidget(m_list[std::size_t(view)]);
        connect(m_list[std::size_t(view)], &CompareView::trainRequested, this, &CompareViews::trainRequested);
        connect(m_list[std::size_t(view)], &CompareView::errorOccurred, this, &CompareViews::errorOccurred);
        connect(m_list[std::size_t(view)], &CompareView::pairChosen, this, &CompareViews::pairChosen);
        connect(m_list[std::size_t(view)]->viewExport(), &ViewExport::failed, this, &CompareViews::errorOccurred);
    }
    m_problem->setObjectName(QStringLiteral("compareHint"));
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_stack->addWidget(m_problem);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    m_timer->setSingleShot(true);
    m_timer->setInterval(0); // several changes at once cost one refresh
    connect(m_timer, &QTimer::timeout, this, &CompareViews::refresh);
    connect(&runs, &ComparedRuns::rowsChanged, this, &CompareViews::markStale);
    connect(&runs, &ComparedRuns::ticksChanged, this, &CompareViews::markStale);
    connect(&inspection, &Inspection::dataChanged, this, &CompareViews::markStale);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int view) { showView(View(view)); });
    m_buttons->button(Curves)->setChecked(true);
    retranslateUi();
}

void CompareViews::retranslateUi()
{
    const QStringList texts{tr("Curves"), tr("Cost"), tr("Coordinates"), tr("Duel"), tr("Disagreements"), tr("Overfitting")};
    const QStringList toolTips{tr("Loss and accuracy of the ticked runs: test solid, train dashed"), tr("Test accuracy against time, parameters and multiplications"),
                               tr("Every run as a line through its settings and its accuracy"), tr("Two runs that differ in one thing, and whether the difference is more than chance"),
                               tr("The test pictures that only one of two runs recognises"), tr("Whether the selected run learned its pictures by heart, and what helps")};
    for (int view = 0; view < int(m_list.size()); ++view) {
        m_buttons->button(view)->setText(texts[view]);
        m_buttons->button(view)->setToolTip(toolTips[view]);
        m_list[std::size_t(view)]->retranslateUi();
    }
    markStale();
}

QMenu *CompareViews::exportMenu() const
{
    return m_list[std::size_t(m_view)]->viewExport()->menu();
}

void CompareViews::showView(View view)
{
    m_view = view;
    m_buttons->button(view)->setChecked(true);
    refresh();
    Q_EMIT viewChanged();
}

void CompareViews::markStale()
{
    if (isVisible() && !m_timer->isActive()) {
        m_timer->start();
    }
}

void CompareViews::refresh()
{
    CompareView *view = m_list[std::size_t(m_view)];
    view->refresh();
    const QString problem = view->problem();
    m_problem->setText(problem);
    m_stack->setCurrentWidget(problem.isEmpty() ? view : static_cast<QWidget *>(m_problem));
}

void CompareViews::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace convscope
