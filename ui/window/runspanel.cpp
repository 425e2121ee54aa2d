// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runspanel.h"

#include "ui/models/runfilter.h"
#include "ui/models/runlistdelegate.h"
#include "ui/models/runlistmodel.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/window/rundetails.h"
#include "ui/window/runexportmenu.h"
#include "ui/window/runsearchbar.h"

#include <QAction>
#include <QEvent>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

RunsPanel::RunsPanel(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    createActions();
    connectSignals();
    retranslateUi();
    updateIcons();
    updateActions();
    updateEmptyState();
}

void RunsPanel::addRun(const RunRow &run)
{
    m_model->addRun(run);
}

void RunsPanel::updateRun(const RunRow &run)
{
    m_model->updateRun(run);
}

void RunsPanel::removeRun(int number)
{
    m_model->removeRun(number);
}

void RunsPanel::selectRun(int number)
{
    const QScopedValueRollback selecting(m_selecting, true);
    m_chosen = number;
    const QModelIndex index = shownIndexOf(number);
    if (index != m_view->currentIndex() || !index.isValid()) { // else a click with Ctrl, which brought us here, would be taken back by the key that is still down
        m_view->setCurrentIndex(index);
    }
}

int RunsPanel::selectedRun() const
{
    return m_view->currentIndex().data(RunListModel::NumberRole).toInt();
}

/// What is searched doesn't choose another run: the one that was chosen stays, seen or not.
void RunsPanel::filter(const std::function<void()> &change)
{
    const QScopedValueRollback selecting(m_selecting, true);
    change();
    m_view->setCurrentIndex(shownIndexOf(m_chosen));
}

QList<int> RunsPanel::selectedRuns() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    QList<int> numbers;
    for (const QModelIndex &row : std::as_const(rows))
        numbers << row.data(RunListModel::NumberRole).toInt();
    return numbers;
}

QModelIndex RunsPanel::shownIndexOf(int number) const
{
    return m_filter->mapFromSource(m_model->indexOf(number));
}

void RunsPanel::setReady(bool ready)
{
    m_ready = ready;
    m_details->setReady(ready);
    updateActions();
}

void RunsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::PaletteChange)
        updateIcons();
    QWidget::changeEvent(event);
}

void RunsPanel::setupUi()
{
    m_model = new RunListModel(this);
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("runsView"));
    m_filter = new RunFilter(this);
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new RunListDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("runsEmptyState"));
    m_search = new RunSearchBar(this);
    m_details = new RunDetails(this);
    auto *list = new QWidget(this);
    m_stack = new QStackedLayout(list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    // Unfolded, they get half of the panel: the splitter by itself would give them no more than their least height.
    connect(m_details, &RunDetails::expandedChanged, splitter, [splitter](bool expanded) {
        const int half = splitter->height() / 2;
        splitter->setSizes(expanded ? QList{splitter->height() - half, half} : QList{splitter->height(), 0});
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_search);
    layout->addWidget(splitter, 1);
    setMinimumWidth(200);
}

void RunsPanel::createActions()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("runsMenu"));
    m_menu->setToolTipsVisible(true);
    const auto add = [this](const char *name) {
        auto *action = new QAction(this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
        m_menu->addAction(action);
        return action;
    };
    m_showCurvesAction = add("showCurvesAction");
    m_useSettingsAction = add("useSettingsAction");
    m_continueAction = add("continueRunAction");
    m_branchAction = add("branchRunAction");
    m_menu->addSeparator();
    m_favouriteAction = add("favouriteRunAction");
    m_favouriteAction->setCheckable(true);
    m_exportMenu = new RunExportMenu(m_menu);
    m_exportAction = m_menu->addMenu(m_exportMenu);
    m_exportAction->setObjectName(QStringLiteral("exportRunAction"));
    m_renameAction = add("renameRunAction");
    m_renameAction->setShortcut(Qt::Key_F2);
    m_removeAction = add("removeRunAction");
    m_removeAction->setShortcut(QKeySequence::Delete);
}

void RunsPanel::connectSignals()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateActions();
        if (!m_selecting && selectedRun() > 0) {
            m_chosen = selectedRun();
            Q_EMIT runSelected(m_chosen);
        }
    });
    connect(m_view, &QListView::activated, this, [this] { Q_EMIT showCurvesRequested(selectedRun()); });
    connect(m_view, &QListView::customContextMenuRequested, this, &RunsPanel::openMenu);
    connect(m_showCurvesAction, &QAction::triggered, this, [this] { Q_EMIT showCurvesRequested(selectedRun()); });
    connect(m_useSettingsAction, &QAction::triggered, this, [this] { Q_EMIT useSettingsRequested(selectedRun()); });
    connect(m_continueAction, &QAction::triggered, this, [this] { Q_EMIT continueRequested(selectedRun()); });
    connect(m_renameAction, &QAction::triggered, this, [this] { Q_EMIT renameRequested(selectedRun()); });
    connect(m_removeAction, &QAction::triggered, this, [this] { Q_EMIT removeRequested(selectedRuns()); });
    connect(m_branchAction, &QAction::triggered, this, [this] { Q_EMIT branchRequested(selectedRun()); });
    connect(m_exportMenu, &RunExportMenu::chosen, this, [this](RunFormat format) { Q_EMIT exportRequested(selectedRun(), format); });
    connect(m_favouriteAction, &QAction::triggered, this, [this](bool checked) { Q_EMIT favouriteRequested(selectedRuns(), checked); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::updateActions);
    connect(m_search, &RunSearchBar::searchChanged, this, [this](const QString &text) { filter([&] { m_filter->setSearch(text); }); });
    connect(m_search, &RunSearchBar::favouritesOnlyChanged, this, [this](bool only) { filter([&] { m_filter->setFavouritesOnly(only); }); });
    connect(m_search, &RunSearchBar::orderChanged, m_filter, &RunFilter::setOrder);
    connect(m_details, &RunDetails::useSettingsRequested, this, &RunsPanel::useSettingsRequested);
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, m_search, &RunSearchBar::focusSearch);
    addAction(find);
    connect(m_model, &RunListModel::rowsInserted, this, &RunsPanel::updateEmptyState);
    connect(m_model, &RunListModel::rowsRemoved, this, &RunsPanel::updateEmptyState);
    connect(m_model, &RunListModel::dataChanged, this, &RunsPanel::updateActions);
}

void RunsPanel::retranslateUi()
{
    m_empty->setText(tr("Every training run will be listed here with its test accuracy. "
                        "Press Start to train the first network."));
    m_view->setAccessibleName(tr("Runs"));
    m_showCurvesAction->setText(tr("Show &curves"));
    m_showCurvesAction->setToolTip(tr("Show how loss and accuracy of this run moved."));
    m_useSettingsAction->setText(tr("&Use these settings"));
    m_useSettingsAction->setToolTip(tr("Copy network and settings of this run into the form on the left."));
    m_continueAction->setText(tr("&Continue this run"));
    m_continueAction->setToolTip(tr("Train on from where this run was stopped or interrupted, or for more epochs. Another run that trains must end first."));
    m_branchAction->setText(tr("&Branch from here…"));
    m_branchAction->setToolTip(tr("A new run that goes on from a kept moment of this one, with the settings in the form. Both curves are drawn."));
    m_favouriteAction->setText(tr("&Favourite"));
    m_favouriteAction->setToolTip(tr("A star for runs that you want to find again."));
    m_exportAction->setText(tr("&Export"));
    m_exportAction->setToolTip(tr("Write the run, its weights or its curves to a file, for others and for other programs."));
    m_renameAction->setText(tr("Re&name…"));
    m_renameAction->setToolTip(tr("Give this run another name."));
    m_removeAction->setText(tr("&Delete"));
    m_removeAction->setToolTip(tr("Move the selected runs to the trash. Stop a run first if it is still training."));
    m_model->retranslate();
}

void RunsPanel::updateIcons()
{
    m_empty->setIcon(themedIcon("runs", palette()));
    m_showCurvesAction->setIcon(themedIcon("curves", palette()));
    m_useSettingsAction->setIcon(themedIcon("copy", palette()));
    m_continueAction->setIcon(themedIcon("start", palette()));
    m_removeAction->setIcon(themedIcon("trash", palette()));
    m_branchAction->setIcon(themedIcon("branch", palette()));
    m_favouriteAction->setIcon(themedIcon("favourite", palette()));
    m_exportAction->setIcon(themedIcon("export", palette()));
}

void RunsPanel::updateActions()
{
    const QModelIndex run = m_view->currentIndex();
    m_showCurvesAction->setEnabled(run.isValid());
    m_useSettingsAction->setEnabled(run.isValid());
    m_continueAction->setEnabled(m_ready && run.data(RunListModel::CanContinueRole).toBool());
    m_branchAction->setEnabled(m_ready && run.data(RunListModel::KeptRole).toBool());
    m_exportAction->setEnabled(run.data(RunListModel::KeptRole).toBool());
    m_favouriteAction->setEnabled(run.isValid());
    m_favouriteAction->setChecked(run.data(RunListModel::FavouriteRole).toBool());
    m_renameAction->setEnabled(run.isValid());
    const QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    m_removeAction->setEnabled(!rows.isEmpty() && std::none_of(rows.begin(), rows.end(), [](const QModelIndex &row) {
        return isActive(RunState(row.data(RunListModel::StateRole).toInt()));
    }));
}

void RunsPanel::updateEmptyState()
{
    const bool hasRuns = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(hasRuns ? static_cast<QWidget *>(m_view) : m_empty);
    updateActions();
}

void RunsPanel::openMenu(const QPoint &position)
{
    // The keyboard's menu key asks at the current row, wherever the mouse is.
    if (!m_view->indexAt(position).isValid())
        return;
    m_menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace convscope
