// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparepage.h"

#include "ui/models/comparetablemodel.h"
#include "ui/pages/compareviews.h"
#include "ui/views/emptystate.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/tickdelegate.h"
#include "ui/views/viewexport.h"
#include "ui/views/viewmemory.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace convscope {

namespace {

constexpr int widestColumn = 112;
constexpr std::size_t mostFollowed = 12;
const QString tableShareKey = QStringLiteral("compare/tableShare"); // per cent of the height
constexpr int usualTableShare = 38;

} // namespace

ComparePage::ComparePage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_runs(new ComparedRuns(inspection, this))
    , m_staleTimer(new QTimer(this))
{
    m_staleTimer->setSingleShot(true);
    m_staleTimer->setInterval(std::chrono::milliseconds(150)); // many changes at once cost one reading
    m_views = new CompareViews(*m_runs, inspection);
    setupUi();
    connectSignals();
    connect(m_table, &QTableView::clicked, this, [this, &inspection](const QModelIndex &index) {
        const int number = index.data(CompareTableModel::NumberRole).toInt();
        if (number == m_runs->selected() && inspection.run() && inspection.run()->number() != number) {
            Q_EMIT m_runs->selectedChanged(number); // the other pages have gone on to another run
        }
    });
    retranslateUi();
    takeRows();
}

ComparePage::~ComparePage() = default;

void ComparePage::setupUi()
{
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("compareEmptyState"));
    m_empty->setIcon(themedIcon("compare"));
    m_content = new QWidget(this);
    setupTable();
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("compareSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_views);
    const int share = viewmemory::number(tableShareKey, 10, 90, usualTableShare);
    splitter->setStretchFactor(0, share);
    splitter->setStretchFactor(1, 100 - share);
    splitter->setSizes({10 * share, 10 * (100 - share)});
    connect(splitter, &QSplitter::splitterMoved, this, [splitter] {
        const QList<int> sizes = splitter->sizes();
        viewmemory::setNumber(tableShareKey, 100 * sizes[0] / std::max(1, sizes[0] + sizes[1]));
    });
    auto *contentLayout = new QVBoxLayout(m_content);
    contentLayout->setContentsMargins(0, 4, 0, 0);
    contentLayout->setSpacing(4);
    contentLayout->addWidget(createBar());
    contentLayout->addWidget(splitter, 1);
    m_outer = new QStackedWidget(this);
    m_outer->addWidget(m_empty);
    m_outer->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_outer);
}

void ComparePage::setupTable()
{
    m_model = new CompareTableModel(*m_runs, this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CompareTableModel::SortRole);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle); // the names of a sweep differ at their ends
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegateForColumn(0, new TickDelegate(m_table));
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | Qt::Alignment(Qt::TextWordWrap));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setFixedHeight(2 * fontMetrics().height() + 8);
    m_table->installEventFilter(this);
}

QWidget *ComparePage::createBar()
{
    auto *bar = new QWidget(m_content);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(8, 0, 8, 0);
    flow->setSpacing(8);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("compareSearch"));
    m_search->setClearButtonEnabled(true);
    m_tag = new QComboBox;
    m_tag->setObjectName(QStringLiteral("compareTag"));
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_tag->hide();
    m_sweep = new QToolButton;
    m_sweep->setObjectName(QStringLiteral("compareSweep"));
    m_sweep->setFocusPolicy(Qt::StrongFocus);
    m_all = new QCheckBox;
    m_all->setObjectName(QStringLiteral("compareAllSettings"));
    m_untick = new QToolButton;
    m_untick->setObjectName(QStringLiteral("compareUntick"));
    m_untick->setFocusPolicy(Qt::StrongFocus);
    m_export = new QToolButton;
    m_export->setObjectName(QStringLiteral("compareExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setFocusPolicy(Qt::StrongFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_search, m_tag, m_all, m_untick, m_sweep, m_export}) {
        flow->addWidget(widget);
    }
    m_tableExport = new ViewExport(QStringLiteral("runs"), m_table, [this] { return tableOfRuns(); });
    m_tableExport->setPainter([this](QPainter &painter) { paintWholeTable(painter); }, [this] { return wholeTableSize(); });
    m_export->setMenu(new QMenu(m_export));
    return bar;
}

void ComparePage::connectSignals()
{
    connect(m_staleTimer, &QTimer::timeout, this, [this] {
        m_isStale = false;
        Q_EMIT runsWanted();
    });
    connect(m_runs, &ComparedRuns::rowsChanged, this, &ComparePage::takeRows);
    connect(m_runs, &ComparedRuns::ticksChanged, this, [this] { m_untick->setEnabled(!m_runs->tickedRows().empty()); });
    connect(m_runs, &ComparedRuns::selectedChanged, this, &ComparePage::selectInTable);
    connect(m_runs, &ComparedRuns::failed, this, &ComparePage::errorOccurred);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid()) {
            m_runs->select(current.data(CompareTableModel::NumberRole).toInt());
        }
    });
    connect(m_runs, &ComparedRuns::tagsChanged, this, &ComparePage::listTags);
    connect(m_search, &QLineEdit::textChanged, this, &ComparePage::filter);
    connect(m_tag, &QComboBox::activated, this, &ComparePage::filter);
    connect(m_sweep, &QToolButton::clicked, this, &ComparePage::sweepRequested);
    connect(m_all, &QCheckBox::toggled, m_model, &CompareTableModel::setShowsAll);
    connect(m_untick, &QToolButton::clicked, this, [this] { m_runs->setTicked({}); });
    connect(m_views, &CompareViews::trainRequested, this, &ComparePage::trainRequested);
    connect(m_views, &CompareViews::pairChosen, this, &ComparePage::pairChosen);
    connect(m_views, &CompareViews::errorOccurred, this, &ComparePage::errorOccurred);
    connect(m_views, &CompareViews::viewChanged, this, &ComparePage::updateExportMenu);
    connect(m_empty, &EmptyState::buttonClicked, this, &ComparePage::startRequested);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        selectInTable(m_runs->selected());
        fitColumns();
    });
    connect(m_tableExport, &ViewExport::failed, this, &ComparePage::errorOccurred);
}

void ComparePage::retranslateUi()
{
    m_empty->setText(tr("Here you will see your runs side by side: in which settings they differ, what came out, and what it cost. Train two networks to begin with."));
    m_empty->setButtonText(tr("&Start training"));
    m_search->setPlaceholderText(tr("Find runs"));
    m_search->setAccessibleName(tr("Find runs by their name or tag"));
    m_tag->setAccessibleName(tr("Runs with this tag"));
    m_tag->setToolTip(tr("Shows the runs of one sweep, or with another tag, and compares only these."));
    listTags();
    m_sweep->setText(tr("S&weep…"));
    m_sweep->setToolTip(tr("Trains many variants of the experiment in the form and compares them here."));
    m_all->setText(tr("All settings"));
    m_all->setToolTip(tr("Show also the settings in which all runs are equal."));
    m_untick->setText(tr("Untick all"));
    m_untick->setToolTip(tr("Take all curves away."));
    m_export->setText(tr("Export"));
    m_tableExport->menu()->setTitle(tr("&Table"));
    m_table->setAccessibleName(tr("Runs with their settings and figures"));
    m_table->setWhatsThis(tr("<p>One row a run. Only the settings in which the runs differ have a column. Click on a column's title to sort by it.</p>"
                             "<p>Space or a click on the tick draws the run's curves below; the same colour and marker stand for it everywhere.</p>"));
    m_views->retranslateUi();
    updateExportMenu();
    m_model->retranslate();
}

void ComparePage::markStale()
{
    m_isStale = true;
    if (isVisible() && !m_staleTimer->isActive()) {
        m_staleTimer->start();
    }
}

void ComparePage::updateExportMenu()
{
    QMenu *view = m_views->exportMenu();
    view->setTitle(tr("&View below"));
    m_export->menu()->clear();
    m_export->menu()->addMenu(m_tableExport->menu());
    m_export->menu()->addMenu(view);
    QAction *report = m_export->menu()->addAction(themedIcon("report"), tr("&Report of the ticked runs…"));
    report->setObjectName(QStringLiteral("compareReport"));
    connect(report, &QAction::triggered, this, [this] {
        QList<int> numbers;
        for (const ComparedRow &row : m_runs->tickedRows()) {
            numbers << row.number;
        }
        Q_EMIT reportRequested(numbers);
    });
}

void ComparePage::takeRows()
{
    const bool hasRows = !m_runs->allRows().empty();
    m_outer->setCurrentWidget(hasRows ? m_content : static_cast<QWidget *>(m_empty));
    if (hasRows && !m_hasTicked) {
        m_hasTicked = true;
        tickFirst();
    }
    tickFollowed();
    fitColumns();
}

/// As wide as the numbers are, and as a title in two lines is.
void ComparePage::fitColumns()
{
    constexpr int margin = 14;
    const QAbstractItemView *view = m_table;
    QFont bold = m_table->horizontalHeader()->font();
    bold.setBold(true); // some styles write it so
    const QFontMetrics metrics(bold);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int content = view->sizeHintForColumn(column) + 4;
        if (column == 0) {
            m_table->setColumnWidth(column, std::clamp(content, widestColumn, 5 * widestColumn / 2));
            continue;
        }
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = 40;
        while (width < 2 * widestColumn && metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, title).height() > 2 * metrics.height() + 1) {
            width += 4;
        }
        for (const QString &word : title.split(QLatin1Char(' '))) {
            width = std::max(width, metrics.horizontalAdvance(word));
        }
        m_table->setColumnWidth(column, std::max(std::min(content, widestColumn), width + margin));
    }
}

void ComparePage::listTags()
{
    const QString shown = m_runs->shownTag();
    m_tag->clear();
    m_tag->addItem(tr("All runs"), QString());
    for (const QString &tag : m_runs->tags()) {
        m_tag->addItem(tag, tag);
    }
    if (!shown.isEmpty() && m_tag->findData(shown) < 0) {
        m_tag->addItem(shown, shown); // its first run is still to come
    }
    m_tag->setCurrentIndex(std::max(0, m_tag->findData(shown)));
    m_tag->setVisible(m_tag->count() > 1);
}

void ComparePage::filter()
{
    m_runs->setShown(m_search->text(), m_tag->currentData().toString());
}

void ComparePage::showTag(const QString &tag)
{
    m_search->clear();
    m_followed = tag;
    m_seen.clear();
    m_hasTicked = true;
    m_runs->setTicked({});
    m_runs->setShown(QString(), tag);
    listTags();
    tickFollowed();
}

/// The newest ones that have curves.
void ComparePage::tickFirst()
{
    std::set<int> first;
    for (const ComparedRow &row : m_runs->rows()) {
        if (first.size() < 2 && !row.run->epochs.empty()) {
            first.insert(row.number);
        }
    }
    m_runs->setTicked(first);
}

/// As many as can be told apart.
void ComparePage::tickFollowed()
{
    if (m_followed.isEmpty()) {
        return;
    }
    const std::vector<ComparedRow> &rows = m_runs->allRows();
    for (auto row = rows.rbegin(); row != rows.rend() && m_seen.size() < mostFollowed; ++row) { // the oldest first
        if (row->run->tags.contains(m_followed) && m_seen.insert(row->number).second) {
            m_runs->setTicked(row->number, true);
        }
    }
}

void ComparePage::selectInTable(int number)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (index.data(CompareTableModel::NumberRole).toInt() == number && m_table->currentIndex().row() != row) {
            m_table->setCurrentIndex(index);
        }
    }
}

/// Space ticks the current run, whichever of its cells is the current one.
void ComparePage::tickSelected()
{
    const int number = m_table->currentIndex().data(CompareTableModel::NumberRole).toInt();
    if (number > 0) {
        m_runs->setTicked(number, !m_runs->isTicked(number));
    }
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        tickSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QSize ComparePage::wholeTableSize() const
{
    return {m_table->horizontalHeader()->length() + 2, m_table->horizontalHeader()->height() + m_table->verticalHeader()->length() + 2};
}

/// All of it, also what is scrolled away.
void ComparePage::paintWholeTable(QPainter &painter)
{
    QTableView whole;
    whole.setPalette(m_table->palette());
    whole.setFont(m_table->font());
    whole.setModel(m_sorted);
    whole.setItemDelegateForColumn(0, m_table->itemDelegateForColumn(0));
    whole.setAlternatingRowColors(true);
    whole.setShowGrid(false);
    whole.setWordWrap(false);
    whole.setFrameShape(QFrame::NoFrame);
    whole.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole.verticalHeader()->hide();
    whole.verticalHeader()->setDefaultSectionSize(m_table->verticalHeader()->defaultSectionSize());
    whole.horizontalHeader()->setDefaultAlignment(m_table->horizontalHeader()->defaultAlignment());
    whole.horizontalHeader()->setFixedHeight(m_table->horizontalHeader()->height());
    for (int column = 0; column < m_sorted->columnCount(); ++column) {
        whole.setColumnWidth(column, m_table->columnWidth(column));
    }
    whole.resize(wholeTableSize());
    whole.render(&painter);
}

ViewTable ComparePage::tableOfRuns() const
{
    ViewTable table;
    for (int column = 0; column < m_sorted->columnCount(); ++column) {
        table.header << m_sorted->headerData(column, Qt::Horizontal, CompareTableModel::ExportRole).toString();
    }
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_sorted->columnCount(); ++column) {
            cells << m_sorted->index(row, column).data(CompareTableModel::ExportRole).toString();
        }
        table.rows << cells;
    }
    return table;
}

void ComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        takeRows();
    } else if (event->type() == QEvent::PaletteChange) {
        m_model->retranslate(); // the markers' colours
    }
}

void ComparePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        markStale();
    }
}

} // namespace convscope
