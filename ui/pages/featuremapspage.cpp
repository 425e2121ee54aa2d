// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/featuremapspage.h"

#include "ui/pages/mapscanvas.h"
#include "ui/pages/mapscomparer.h"
#include "ui/pages/mapsdetail.h"
#include "ui/pages/mapsprobebar.h"
#include "ui/pages/mapstable.h"
#include "ui/pages/mapstexts.h"
#include "ui/pages/mapstoolbar.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/views/viewexport.h"
#include "ui/views/viewmemory.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace convscope {

FeatureMapsPage::FeatureMapsPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_worker(new FlowWorker(this))
    , m_comparer(new MapsComparer(inspection, this))
{
    setupUi();
    connectInspection();
    connectViews();
    connectComparison();
    restore();
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
        m_comparer->forget();
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
    connect(m_canvas, &MapsCanvas::focusChanged, this, [this] {
        m_detail->show(m_canvas->pictures(m_canvas->lane()), m_canvas->focus(), m_canvas->focusOf(1 - m_canvas->lane()));
    });
    connect(m_canvas, &MapsCanvas::unitChosen, this, [this](const UnitAddress &unit) { Q_EMIT unitChosen(unit.layer, unit.channel, unit.y, unit.x); });
    connect(m_export, &ViewExport::failed, this, &FeatureMapsPage::errorOccurred);
    connect(m_worker, &FlowWorker::ready, this, [this](const FlowPtr &flow) {
        m_problem.clear();
        m_canvas->setFlow(0, flow, titleOf(*flow, m_inspection.run() ? m_inspection.run()->name() : QString()));
        updateShown();
    });
    connect(m_worker, &FlowWorker::failed, this, &FeatureMapsPage::showProblem);
}

void FeatureMapsPage::restore()
{
    const QString factorKey = QStringLiteral("maps/factor");
    m_toolBar->restore();
    m_canvas->setFactor(viewmemory::number(factorKey, 1, MapsCanvas::largestFactor, m_canvas->factor()));
    connect(m_canvas, &MapsCanvas::factorChanged, this, [factorKey](int factor) { viewmemory::setNumber(factorKey, factor); });
}

void FeatureMapsPage::connectComparison()
{
    MapsComparison *chooser = m_toolBar->comparison();
    connect(chooser, &MapsComparison::changed, this, [this, chooser] { m_comparer->setComparison(chooser->comparison()); });
    connect(chooser, &MapsComparison::runsWanted, m_comparer, &MapsComparer::listRuns);
    connect(m_comparer, &MapsComparer::runsListed, chooser, &MapsComparison::setRuns);
    connect(m_comparer, &MapsComparer::ready, this, [this](const FlowPtr &flow) {
        const bool isOther = m_comparer->comparison().with == Comparison::With::Run;
        m_canvas->setFlow(1, flow, titleOf(*flow, isOther ? m_comparer->comparison().runName : m_inspection.run() ? m_inspection.run()->name() : QString()));
        updateShown();
    });
    connect(m_comparer, &MapsComparer::cleared, this, [this] {
        m_canvas->setFlow(1, nullptr);
        updateShown();
    });
    connect(&m_inspection, &Inspection::extentChanged, chooser, [this, chooser] { chooser->setMoments(m_inspection.moments().weights); });
}

void FeatureMapsPage::compareWith(const QString &run, const QString &name)
{
    m_toolBar->comparison()->chooseRun(run, name);
    m_comparer->listRuns();
}

QString FeatureMapsPage::titleOf(const Flow &flow, const QString &runName) const
{
    const DatasetPtr dataset = m_inspection.data();
    const auto name = [&](int label) { return dataset && label >= 0 && label < dataset->classes ? dataset->className(label) : QLocale().toString(label); };
    // Named here rather than where it was chosen: the language may have changed since.
    const QString title = flow.probe.testIndex < 0 ? flow.probe.title : tr("Test picture %1").arg(flow.probe.testIndex);
    const QString picture = flow.probe.label < 0 ? title : tr("%1 (%2)").arg(title, name(flow.probe.label));
    const QString percent = QLocale().toString(double(flow.pass.probabilities[std::size_t(flow.answer())]) * 100.0, 'f', 1);
    return tr("%1 · %2 · %3 → %4, %5 %").arg(runName, mapstexts::momentText(flow.weights->steps), picture, name(flow.answer()), percent);
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
    m_toolBar->comparison()->setPictureCount(dataset ? dataset->test.count : 0);
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
        m_comparer->refresh();
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
    const QString ownProblem = !m_problem.isEmpty() ? m_problem : m_inspection.problem();
    const QString problem = ownProblem.isEmpty() ? m_comparer->problem() : ownProblem;
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
