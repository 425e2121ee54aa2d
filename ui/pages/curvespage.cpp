// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvespage.h"

#include "ui/models/epochtablemodel.h"
#include "ui/pages/curvescharts.h"
#include "ui/pages/curvesexporter.h"
#include "ui/pages/curvestableview.h"
#include "ui/pages/curvestoolbar.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace convscope {

CurvesPage::CurvesPage(QWidget *parent)
    : QWidget(parent)
    , m_run(std::make_unique<CurvesData>())
    , m_ghost(std::make_unique<CurvesData>())
{
    setupUi();
    connectSignals();
    setOptions(m_toolBar->options());
    retranslateUi();
    updateShownPage();
}

CurvesPage::~CurvesPage() = default;

void CurvesPage::setupUi()
{
    m_toolBar = new CurvesToolBar(this);
    m_toolBar->setObjectName(QStringLiteral("curvesToolBar"));
    m_charts = new CurvesCharts(*m_run, *m_ghost, this);
    m_charts->setObjectName(QStringLiteral("curvesCharts"));
    m_exporter = new CurvesExporter(m_charts, *m_run, this);
    m_toolBar->setExportMenu(m_exporter->menu());
    m_tableModel = new EpochTableModel(this);
    m_table = new CurvesTableView(this);
    m_table->setObjectName(QStringLiteral("epochTable"));
    m_table->setModel(m_tableModel);
    m_emptyPage = new EmptyState(this);
    m_emptyPage->setObjectName(QStringLiteral("curvesEmptyState"));
    m_emptyPage->setIcon(themedIcon("curves"));

    m_stack = new QStackedWidget(this);
    for (QWidget *page : std::initializer_list<QWidget *>{m_emptyPage, m_charts, m_table}) {
        m_stack->addWidget(page);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_stack, 1);
    m_timer = new QTimer(this);
    m_timer->setObjectName(QStringLiteral("refreshTimer"));
    m_timer->setInterval(RefreshPace::shortest);
}

void CurvesPage::connectSignals()
{
    connect(m_timer, &QTimer::timeout, this, &CurvesPage::followTraining);
    connect(m_emptyPage, &EmptyState::buttonClicked, this, &CurvesPage::startRequested);
    connect(m_toolBar, &CurvesToolBar::optionsChanged, this, &CurvesPage::setOptions);
    connect(m_toolBar, &CurvesToolBar::tableToggled, this, &CurvesPage::updateShownPage);
    connect(m_toolBar, &CurvesToolBar::followRequested, m_charts, &CurvesCharts::setFollowing);
    connect(m_toolBar, &CurvesToolBar::resetRequested, m_charts, &CurvesCharts::resetView);
    connect(m_charts, &CurvesCharts::dismissGhostRequested, this, &CurvesPage::dismissGhost);
    connect(m_charts, &CurvesCharts::followingChanged, m_toolBar, &CurvesToolBar::setFollowing);
    connect(m_exporter, &CurvesExporter::errorOccurred, this, &CurvesPage::errorOccurred);
}

void CurvesPage::setOptions(const CurvesOptions &options)
{
    m_run->setSmoothing(options.smoothing);
    m_charts->setOptions(options);
}

void CurvesPage::retranslateUi()
{
    m_emptyPage->setText(tr("Here loss and accuracy will move, batch by batch, while the network learns."));
    m_emptyPage->setButtonText(tr("&Start training"));
    m_emptyPage->button()->setToolTip(tr("Train the network that is chosen in the experiment form."));
    m_exporter->retranslateUi();
    m_table->retranslateUi();
    m_tableModel->retranslate();
}

void CurvesPage::setHistory(std::shared_ptr<const RunHistory> history)
{
    m_run->setHistory(std::move(history));
    m_pace = RefreshPace(); // what was expensive before doesn't keep the first point waiting
    m_timer->setInterval(RefreshPace::shortest);
    m_tableModel->clear();
    m_charts->updateData(true);
    updateTable();
    updateShownPage();
}

void CurvesPage::setGhost(std::shared_ptr<const RunHistory> history)
{
    m_ghost->setHistory(std::move(history));
    m_charts->updateData();
    updateShownPage();
}

bool CurvesPage::hasGhost() const
{
    return m_ghost->history() != nullptr;
}

void CurvesPage::dismissGhost()
{
    setGhost(nullptr);
    Q_EMIT ghostDismissed();
}

void CurvesPage::setRunning(bool running)
{
    m_running = running;
    updateShownPage();
}

void CurvesPage::setStartProblem(const QString &sentence)
{
    m_startProblem = sentence;
    updateShownPage();
}

void CurvesPage::refresh()
{
    // Both are asked: the run before may have been set while its last numbers were still on their way.
    const bool runChanged = m_run->pull();
    const bool ghostChanged = m_ghost->pull();
    if (runChanged || ghostChanged) {
        m_charts->updateData();
        updateTable();
        updateShownPage();
    }
}

void CurvesPage::followTraining()
{
    refresh();
    m_timer->setInterval(m_pace.next());
}

void CurvesPage::updateTable()
{
    const auto &epochs = m_run->epochs();
    m_tableModel->append({epochs.begin() + m_tableModel->rowCount(), epochs.end()});
    const auto lowest = m_run->lowestLossEpoch();
    m_tableModel->setLowestLossRow(lowest ? int(*lowest) : -1);
    m_exporter->updateEnabled();
}

void CurvesPage::updateShownPage()
{
    const bool empty = !m_running && m_run->batchCount() == 0 && !hasGhost();
    m_toolBar->setVisible(!empty);
    m_emptyPage->button()->setEnabled(!m_running && m_startProblem.isEmpty());
    QWidget *shown = empty ? m_emptyPage : m_toolBar->isTable() ? static_cast<QWidget *>(m_table) : m_charts;
    m_stack->setCurrentWidget(shown);
}

void CurvesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_timer->start();
}

void CurvesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer->stop();
}

void CurvesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
