// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/featuremapspage.h"

#include "ui/pages/mapscanvas.h"
#include "ui/pages/mapsdetail.h"
#include "ui/pages/mapsprobebar.h"
#include "ui/pages/mapstable.h"
#include "ui/pages/mapstoolbar.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/views/viewexport.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace convscope {

FeatureMapsPage::FeatureMapsPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_worker(new FlowWorker(this))
{
    setupUi();
    connectInspection();
    connectViews();
    retranslateUi();
    takeData();
    m_inspection.addViewer(this);
    updateShown();
}

void FeatureMapsPage::setupUi()
{
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("mapsEmptyState"));
    m_empty->setIcon(themedIcon("maps"));
    m_content = new QWidget(this);
    m_toolBar = new MapsToolBar(m_content);
    m_message = new QLabel(m_content);
    m_message->setObjectName(QStringLiteral("mapsMessage"));
    m_message->setWordWrap(true);
    m_message->setContentsMargins(12, 4, 12, 4);
    m_message->hide();
    m_canvas = new MapsCanvas(m_content);
    m_canvas->setObjectName(QStringLiteral("mapsCanvas"));
    m_detail = new MapsDetail(m_content);
    m_detail->setObjectName(QStringLiteral("mapsDetail"));
    m_export = new ViewExport(QStringLiteral("feature-maps"), m_canvas, [this] { return mapsTable(m_canvas->flow(m_canvas->lane()), m_canvas->focus()); });
    m_export->setPainter([this](QPainter &painter) { m_canvas->drawAll(painter); }, [this] { return m_canvas->contentSize(); });
    m_toolBar->setExportMenu(m_export->menu());
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_toolBar);
    content->addWidget(m_message);
    content->addWidget(m_canvas, 1);
    content->addWidget(m_detail);

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void FeatureMapsPage::connectInspection()
{
    connect(&m_inspection, &Inspection::dataChanged, this, &FeatureMapsPage::takeData);
    connect(&m_inspection, &Inspection::inspectorChanged, this, &FeatureMapsPage::refresh);
    connect(&m_inspection, &Inspection::weightsChanged, this, &FeatureMapsPage::refresh);
    connect(&m_inspection, &Inspection::problemChanged, this, &FeatureMapsPage::updateShown);
    connect(&m_inspection, &Inspection::runChanged, this, [this] {
        forget();
        refresh();
    });
    connect(&m_inspection, &Inspection::probeChanged, this, &FeatureMapsPage::takeProbe);
}

void FeatureMapsPage::connectViews()
{
    connect(m_empty, &EmptyState::buttonClicked, this, &FeatureMapsPage::startRequested);
    connect(m_toolBar->probeBar(), &MapsProbeBar::indexChosen, &m_inspection, &Inspection::setProbeIndex);
    connect(m_toolBar, &MapsToolBar::scaleChosen, m_canvas, &MapsCanvas::setScale);
    connect(m_toolBar, &MapsToolBar::explanationsToggled, m_canvas, &MapsCanvas::setExplains);
    connect(m_toolBar, &MapsToolBar::zoomed, this, [this](int by) { m_canvas->setFactor(m_canvas->factor() + by); });
    connect(m_canvas, &MapsCanvas::focusChanged, this, [this] { m_detail->show(m_canvas->pictures(m_canvas->lane()), m_canvas->focus()); });
    connect(m_canvas, &MapsCanvas::unitChosen, this, [this](const UnitAddress &unit) { Q_EMIT unitChosen(unit.layer, unit.channel, unit.y, unit.x); });
    connect(m_export, &ViewExport::failed, this, &FeatureMapsPage::errorOccurred);
    connect(m_worker, &FlowWorker::ready, this, [this](const FlowPtr &flow) {
        m_problem.clear();
        m_canvas->setFlow(0, flow);
        updateShown();
    });
    connect(m_worker, &FlowWorker::failed, this, &FeatureMapsPage::showProblem);
}

void FeatureMapsPage::retranslateUi()
{
    m_empty->setButtonText(tr("&Start training"));
    m_empty->button()->setToolTip(tr("Train the network that is chosen in the experiment form."));
    m_canvas->retranslate();
    takeData();
    updateShown();
}

void FeatureMapsPage::takeData()
{
    const DatasetPtr dataset = m_inspection.data();
    m_toolBar->probeBar()->setData(dataset);
    QStringList names;
    for (int c = 0; dataset && c < dataset->classes; ++c) {
        names << dataset->className(c);
    }
    m_canvas->setClassNames(names);
    takeProbe();
}

void FeatureMapsPage::takeProbe()
{
    m_toolBar->probeBar()->setIndex(m_inspection.probe().testIndex, m_inspection.probe().title);
    ++m_subject;
    refresh();
}

void FeatureMapsPage::forget()
{
    ++m_subject;
    m_worker->cancel();
    m_problem.clear();
    m_canvas->setFlow(0, nullptr);
}

void FeatureMapsPage::refresh()
{
    const bool canAsk = m_inspection.inspector() && m_inspection.weights() && !m_inspection.probe().picture.values.empty();
    if (!m_inspection.weights()) {
        forget();
    }
    updateShown();
    if (canAsk && isVisible()) {
        m_worker->request(m_inspection.inspector(), m_inspection.weights(), m_inspection.probe(), m_subject);
    }
}

void FeatureMapsPage::showProblem(const QString &sentence)
{
    m_problem = sentence;
    m_canvas->setFlow(0, nullptr);
    updateShown();
}

void FeatureMapsPage::updateShown()
{
    const bool hasRun = m_inspection.run() != nullptr;
    const QString problem = !m_problem.isEmpty() ? m_problem : m_inspection.problem();
    const bool hasFlow = m_canvas->flow(0) != nullptr;
    m_stack->setCurrentWidget(hasFlow ? m_content : m_empty);
    m_empty->setButtonText(hasRun ? QString() : tr("&Start training"));
    if (!hasRun) {
        m_empty->setText(tr("Here a picture will go through the network from left to right: what every layer makes of it, up to the answer, changing while the network learns."));
    } else {
        m_empty->setText(!problem.isEmpty() ? problem : tr("The network of this moment is being fetched."));
    }
    m_message->setText(problem);
    m_message->setVisible(hasFlow && !problem.isEmpty());
}

void FeatureMapsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void FeatureMapsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
