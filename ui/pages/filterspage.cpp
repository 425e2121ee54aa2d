// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterspage.h"

#include "ui/models/inspection.h"
#include "ui/pages/filteranimationbox.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/filterdetail.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/filterspicture.h"
#include "ui/pages/filtersurgery.h"
#include "ui/pages/filtertexts.h"
#include "ui/views/colorlegend.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/views/stillbox.h"
#include "ui/views/kernelgrid.h"
#include "ui/views/viewexport.h"
#include "ui/views/viewmemory.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>

namespace convscope {

FiltersPage::FiltersPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_data(new FiltersData(inspection, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_bar(new FilterBar(this))
    , m_explanation(new QLabel(this))
    , m_missing(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_gridStack(new QStackedWidget(this))
    , m_grid(new KernelGrid(this))
    , m_legend(new ColorLegend(ColorLegend::Scale::Diverging, this))
    , m_power(new QLabel(this))
    , m_detail(new FilterDetail(*m_data, this))
    , m_surgery(new FilterSurgery(*m_data, this))
    , m_export(new ViewExport(QStringLiteral("filters"), m_grid, [this] { return m_grid->layer() ? FilterTexts::table(*m_grid->layer()) : ViewTable(); }))
{
    setObjectName(QStringLiteral("filtersPage"));
    setupUi();
    connectSignals();
    restore();
    retranslateUi();
    inspection.addViewer(this);
}

void FiltersPage::setupUi()
{
    m_empty->setIcon(themedIcon("filters"));
    m_empty->setObjectName(QStringLiteral("filtersEmptyState"));
    m_grid->setObjectName(QStringLiteral("kernelGrid"));
    m_explanation->setObjectName(QStringLiteral("filtersExplanation"));
    m_missing->setObjectName(QStringLiteral("filtersMissing"));
    m_summary->setObjectName(QStringLiteral("filtersSummary"));
    m_power->setObjectName(QStringLiteral("filtersPower"));
    m_legend->setObjectName(QStringLiteral("filtersLegend"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_legend, m_power}) {
        QSizePolicy policy = widget->sizePolicy();
        policy.setRetainSizeWhenHidden(widget == m_legend);
        widget->setSizePolicy(policy);
    }
    m_explanation->setWordWrap(true);
    m_explanation->setContentsMargins(8, 0, 8, 4);
    m_missing->setWordWrap(true);
    m_missing->setAlignment(Qt::AlignCenter);
    m_gridStack->addWidget(m_grid);
    m_gridStack->addWidget(m_missing);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(8, 4, 8, 4);
    below->addWidget(m_legend);
    below->addSpacing(8);
    below->addWidget(m_power);
    m_summary->setMinimumWidth(1);
    below->addWidget(new StillBox(m_summary), 1);
    auto *left = new QVBoxLayout;
    left->addWidget(new StillBox(m_explanation));
    left->addWidget(m_gridStack, 1);
    left->addLayout(below);
    auto *content = new QWidget(this);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(createSide());
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addLayout(columns, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_bar->setExportMenu(m_export->menu());
    m_export->menu()->addSeparator();
    m_animate = m_export->menu()->addAction(QString(), this, [this] {
        auto *box = new FilterAnimationBox(*m_data, this);
        connect(box, &FilterAnimationBox::saved, this, &FiltersPage::newsReported);
        box->show();
    });
    m_animate->setObjectName(QStringLiteral("animateFilters"));
    m_export->setHasNumbers([this] { return m_grid->layer() != nullptr; });
    m_export->setPainter([this](QPainter &painter) { FiltersPicture(*m_grid, pictureTitle()).paint(painter); },
                         [this] { return FiltersPicture(*m_grid, pictureTitle()).size(); });
}

QWidget *FiltersPage::createSide()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *side = new QWidget(area);
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->addWidget(m_surgery); // first: nothing that appears above may push its buttons from under the pointer
    rows->addWidget(m_detail);
    rows->addStretch(1);
    m_side = area;
    area->setWidget(side);
    area->setFixedWidth(264 + area->verticalScrollBar()->sizeHint().width());
    return area;
}

void FiltersPage::connectSignals()
{
    connect(m_empty, &EmptyState::buttonClicked, this, &FiltersPage::startRequested);
    connect(m_bar, &FilterBar::layerChosen, m_data, &FiltersData::setLayerIndex);
    connect(m_bar, &FilterBar::showChosen, m_data, &FiltersData::setShow);
    connect(m_bar, &FilterBar::orderChosen, m_data, &FiltersData::setOrderBy);
    connect(m_bar, &FilterBar::ownScalesChosen, this, [this](bool own) {
        m_grid->setOwnScales(own);
        updateLegend();
    });
    connect(m_bar, &FilterBar::zoomRequested, this, [this](int direction) { direction == 0 ? m_grid->zoomToFit() : m_grid->zoomBy(direction); });
    connect(m_data, &FiltersData::shownChanged, this, &FiltersPage::updateShown);
    connect(m_data, &FiltersData::analysisChanged, this, &FiltersPage::updateFindings);
    connect(m_surgery, &FilterSurgery::frozenChanged, this, &FiltersPage::updateFindings);
    connect(m_surgery, &FilterSurgery::trainOnRequested, this, &FiltersPage::trainOnRequested);
    connect(m_grid, &KernelGrid::selectionChanged, this, [this] {
        m_detail->setFilter(m_grid->selectedFilter());
        m_surgery->setFilter(m_grid->selectedFilter(), m_grid->selectedChannel());
        updateLegend();
    });
    connect(&m_inspection, &Inspection::runChanged, this, [this] {
        updateShown();
        updateFindings();
    });
    connect(&m_inspection, &Inspection::problemChanged, this, &FiltersPage::updateShown);
    connect(m_export, &ViewExport::failed, this, &FiltersPage::errorOccurred);
    connect(m_export, &ViewExport::saved, this, &FiltersPage::newsReported);
    connect(m_grid, &KernelGrid::zoomChanged, this, &FiltersPage::updateLegend);
    auto *undo = new QShortcut(this);
    undo->setKeys(QKeySequence::Undo);
    auto *redo = new QShortcut(this);
    redo->setKeys(QList<QKeySequence>{Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    redo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, m_surgery, &FilterSurgery::undo);
    connect(redo, &QShortcut::activated, m_surgery, &FilterSurgery::redo);
}

void FiltersPage::restore()
{
    const QString zoomKey = QStringLiteral("filters/zoom");
    m_bar->restore();
    m_grid->setZoom(viewmemory::number(zoomKey, 0, KernelGrid::largestFactor, 0));
    connect(m_grid, &KernelGrid::zoomChanged, this, [zoomKey](int factor) { viewmemory::setNumber(zoomKey, factor); });
}

void FiltersPage::setTraining(bool training)
{
    m_surgery->setTraining(training);
}

void FiltersPage::updateLayers()
{
    const WeightsPtr weights = m_data->weights();
    if (!weights) {
        return;
    }
    const int count = int(filterLayerNames(weights->architecture).size());
    if (m_data->layerIndex() >= count) {
        m_data->setLayerIndex(0); // another run with fewer layers
    }
    QStringList names;
    for (int i = 0; i < count; ++i) {
        names += FilterTexts::layerName(weights->architecture, i, weights->side);
    }
    m_bar->setLayers(names, m_data->layerIndex());
}

void FiltersPage::updateShown()
{
    m_stack->setCurrentIndex(m_inspection.run() ? 1 : 0);
    updateLayers();
    const bool isShown = m_data->shown() != nullptr;
    if (isShown) {
        m_grid->setLayer(m_data->shown());
        m_grid->setOrder(m_data->order());
        updateScale();
    }
    const bool isFilm = m_data->layer() && m_data->layer()->convIndex == 0 && !m_data->hasPatient();
    const QString problem = m_inspection.problem().isEmpty() && isFilm ? m_inspection.filmProblem() : m_inspection.problem();
    m_missing->setText(problem.isEmpty() ? FilterTexts::missing(*m_data) : problem);
    m_gridStack->setCurrentIndex(isShown && problem.isEmpty() ? 0 : 1);
    m_legend->setVisible(m_gridStack->currentIndex() == 0);
    m_explanation->setText(FilterTexts::explanation(*m_data));
    updateLegend();
}

void FiltersPage::updateFindings()
{
    m_grid->setOrder(m_data->order());
    QHash<int, QString> badges;
    for (const FilterFinding &finding : m_data->findings()) {
        if (!badges.contains(finding.filter)) { // the most important comes first
            badges.insert(finding.filter, FilterTexts::badge(finding));
        }
    }
    for (const FrozenFilter &frozen : m_surgery->frozen()) {
        if (frozen.block == m_data->layerIndex()) {
            badges[frozen.filter] = tr("frozen");
        }
    }
    m_grid->setBadges(badges);
    m_summary->setText(FilterTexts::summary(*m_data));
    m_grid->setAccessibleDescription(m_explanation->text() + QLatin1Char(' ') + m_summary->text());
}

void FiltersPage::retranslateUi()
{
    m_empty->setText(tr("Here you will see what each filter of the network looks for, and how it came to look for it."));
    m_empty->setButtonText(tr("&Start training"));
    m_empty->button()->setToolTip(tr("Train the network that is chosen in the experiment form."));
    m_animate->setText(tr("&Animation over the run…"));
    m_side->setAccessibleName(tr("Details of the filter"));
    m_grid->setAccessibleName(tr("Filters of the layer"));
    m_grid->setWhatsThis(tr("<p>Every filter is a handful of numbers. Blue numbers are negative, red ones positive, the colour of the ground is zero: the stronger the colour, "
                            "the larger the number.</p><p>Click a filter for its details. Arrows choose, + and − zoom, 0 shows all; with Ctrl the wheel zooms.</p>"));
    m_summary->setToolTip(tr("Dead: the same answer everywhere in all test pictures. Twin (≈): its weights point the same way as another's, cosine over 0.95. "
                             "Still: moved by less than 5 % of its length since the start. Huge: more than ten times as long as at the start."));
    updateShown();
    updateFindings();
}

void FiltersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_data->setActive(true);
    m_detail->setActive(true);
    updateShown();
}

void FiltersPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_data->setActive(false);
    m_detail->setActive(false);
}

void FiltersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
