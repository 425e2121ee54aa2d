// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/operationnetworkview.h"

#include "core/inspection/inspector.h"
#include "core/training/changedsettings.h"
#include "ui/models/inspection.h"
#include "ui/models/whendone.h"
#include "ui/pages/operationselector.h"
#include "ui/pages/operationtransport.h"
#include "ui/views/operationstage.h"
#include "ui/views/operationtexts.h"
#include "ui/views/viewexport.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace convscope {

OperationNetworkView::OperationNetworkView(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
{
    setupUi();
    connectSignals();
}

void OperationNetworkView::setupUi()
{
    m_selector = new OperationSelector(this);
    m_stage = new OperationStage;
    m_scrollArea = new QScrollArea(this);
    m_scrollArea->setObjectName(QStringLiteral("operationScrollArea"));
    m_scrollArea->setFrameShape(QFrame::NoFrame);
    m_scrollArea->setWidgetResizable(true);
    m_scrollArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scrollArea->setFocusPolicy(Qt::NoFocus); // the stage has the keyboard
    m_scrollArea->setWidget(m_stage);
    m_scrollArea->viewport()->installEventFilter(this);
    m_transport = new OperationTransport(this);
    m_where = new QLabel(this);
    m_where->setObjectName(QStringLiteral("operationWhere"));
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("operationText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(12);
    bottom->addWidget(m_transport, 1);
    bottom->addWidget(m_where);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_selector);
    layout->addWidget(m_text);
    layout->addWidget(m_scrollArea, 1);
    layout->addLayout(bottom);
    m_exporter = new ViewExport(QStringLiteral("operation"), m_stage, [this] {
        return m_stage->content() ? operationTable(*m_stage->content(), m_stage->anatomy()) : ViewTable();
    });
}

void OperationNetworkView::connectSignals()
{
    connect(m_selector, &OperationSelector::unitChosen, this, [this] {
        m_stage->setPlaying(false);
        showStage();
    });
    connect(m_selector->pictureSpin(), &QSpinBox::valueChanged, &m_inspection, &Inspection::setProbeIndex);
    connect(m_stage, &OperationStage::unitChosen, this, [this](const UnitAddress &unit) {
        m_selector->setUnit(unit, m_selector->isSoftmax());
        showStage();
    });
    connect(m_stage, &OperationStage::playingChanged, m_transport, &OperationTransport::setPlaying);
    connect(m_stage, &OperationStage::playingChanged, this, &OperationNetworkView::showStage);
    connect(m_transport, &OperationTransport::playRequested, this, [this](bool play) {
        m_stage->setPlaying(play);
        m_stage->setFocus();
    });
    connect(m_transport, &OperationTransport::speedChanged, m_stage, &OperationStage::setInterval);
    m_transport->rememberSpeed(QStringLiteral("operation/networkSpeed"));
    m_stage->setInterval(m_transport->milliseconds());
    for (const auto signal : {&Inspection::weightsChanged, &Inspection::probeChanged, &Inspection::inspectorChanged}) {
        connect(&m_inspection, signal, this, &OperationNetworkView::refresh);
    }
    connect(&m_inspection, &Inspection::dataChanged, this, &OperationNetworkView::showPicture);
    connect(&m_inspection, &Inspection::probeChanged, this, &OperationNetworkView::showPicture);
    connect(&m_inspection, &Inspection::runChanged, this, &OperationNetworkView::refresh);
}

void OperationNetworkView::setUnit(const UnitAddress &unit)
{
    m_wanted = unit;
    m_hasWanted = true;
    if (!m_selector->layers().empty()) {
        m_stage->setPlaying(false);
        m_selector->setUnit(unit);
        showStage();
    }
}

UnitAddress OperationNetworkView::unit() const
{
    return m_selector->unit();
}

void OperationNetworkView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitStage();
    if (m_isStale) {
        refresh();
    }
}

void OperationNetworkView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitStage();
}

bool OperationNetworkView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        fitStage();
    }
    return QWidget::eventFilter(watched, event);
}

void OperationNetworkView::fitStage()
{
    m_stage->setViewport(m_scrollArea->viewport()->size());
}

void OperationNetworkView::refresh()
{
    m_isStale = true;
    if (isVisible()) {
        ask();
    }
}

/// One question at a time; the newest is asked when the answer has come.
void OperationNetworkView::ask()
{
    const WeightsPtr weights = m_inspection.weights();
    const Inspector *inspector = m_inspection.inspector();
    if (!weights || !inspector || m_inspection.probe().picture.values.empty()) {
        if (!weights) {
            m_pass.reset();
            m_weights.reset();
            showStage();
        }
        return;
    }
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    m_isStale = false;
    whenDone(this, QtConcurrent::run([inspector, weights, picture = m_inspection.probe().picture] { return inspector->forward(weights, picture); }),
             [this, weights](const Result<ForwardPass> &pass) {
            m_isAsking = false;
            take(pass, weights);
            if (m_isStale && isVisible()) {
                ask();
            }
        });
}

void OperationNetworkView::take(const Result<ForwardPass> &pass, const WeightsPtr &weights)
{
    if (!m_inspection.weights()) {
        return; // no run any more
    }
    if (!pass) {
        m_pass.reset();
        showStage();
        m_text->setText(pass.error());
        return;
    }
    m_pass = std::make_shared<ForwardPass>(pass.value());
    m_weights = weights;
    m_selector->setNetwork(weights->architecture, weights->side, weights->classes);
    if (m_hasWanted) {
        m_hasWanted = false;
        m_selector->setUnit(m_wanted);
    }
    showStage();
}

/// Of the moment that is shown; nothing where the architecture's holds.
std::optional<double> OperationNetworkView::changedDropout() const
{
    const TrainingRun *run = m_inspection.run();
    if (!run || !m_weights) {
        return std::nullopt;
    }
    const qint64 first = m_weights->steps < run->parentSteps() ? 0 : run->parentSteps();
    const std::optional<LiveSettings> changed = lastChange(*run->history(), first, m_weights->steps);
    return changed && changed->dropout != dropoutOf(m_weights->architecture) ? std::optional(changed->dropout) : std::nullopt;
}

void OperationNetworkView::showStage()
{
    if (!m_pass) {
        m_stage->setContent(std::nullopt);
        showTexts();
        return;
    }
    OperationContent content;
    content.pass = m_pass;
    content.weights = m_weights;
    content.unit = m_selector->unit();
    content.isSoftmax = m_selector->isSoftmax();
    content.label = m_inspection.probe().label;
    content.dropout = changedDropout();
    if (const DatasetPtr set = m_inspection.data()) {
        for (int k = 0; k < set->classes; ++k) {
            content.classes << set->className(k);
        }
    }
    m_stage->setContent(content);
    showTexts();
}

void OperationNetworkView::showTexts()
{
    m_text->setText(m_stage->content() ? operationExplanation(*m_stage->content(), m_stage->anatomy()) : QString());
    m_where->setText(m_weights ? tr("After %Ln batch(es)", nullptr, int(m_weights->steps)) : QString());
    m_transport->setEnabled(m_stage->content().has_value());
}

void OperationNetworkView::showPicture()
{
    QSpinBox *spin = m_selector->pictureSpin();
    const QSignalBlocker blocker(spin);
    const DatasetPtr set = m_inspection.data();
    spin->setRange(0, set ? std::max(0, set->test.count - 1) : 0);
    if (m_inspection.probe().testIndex >= 0) {
        spin->setValue(m_inspection.probe().testIndex);
    }
}

void OperationNetworkView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showStage();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
