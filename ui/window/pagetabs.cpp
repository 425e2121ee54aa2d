// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pagetabs.h"

#include "ui/models/inspection.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/curvescharts.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/filterspage.h"
#include "ui/pages/featuremapspage.h"
#include "ui/pages/operationpage.h"
#include "ui/pages/predictionspage.h"
#include "ui/pages/trypage.h"

namespace convscope {

PageTabs::PageTabs(Inspection &inspection, QWidget *parent)
    : QTabWidget(parent)
    , m_curves(new CurvesPage(this))
    , m_filters(new FiltersPage(inspection, this))
    , m_featureMaps(new FeatureMapsPage(inspection, this))
    , m_operation(new OperationPage(inspection, this))
    , m_predictions(new PredictionsPage(inspection, this))
    , m_try(new TryPage(inspection, this))
    , m_compare(new ComparePage(inspection, this))
    , m_data(new DataPage(this))
{
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    addPage(m_curves);
    addPage(m_filters);
    addPage(m_featureMaps);
    addPage(m_operation);
    addPage(m_predictions);
    addPage(m_try);
    addPage(m_compare);
    addTab(m_data, QString());
    connect(m_featureMaps, &FeatureMapsPage::unitChosen, this, [this](int layer, int channel, int y, int x) {
        m_operation->setUnit({layer, channel, y, x});
        setCurrentWidget(m_operation);
    });
    connect(m_compare, &ComparePage::pairChosen, this, &PageTabs::showPair);
    connect(&inspection, &Inspection::positionChanged, m_curves, [this, &inspection] {
        m_curves->charts()->setPosition(inspection.isLive() ? std::nullopt : std::optional(inspection.position()));
    });
}

template<typename Page>
void PageTabs::addPage(Page *page)
{
    addTab(page, QString());
    connect(page, &Page::startRequested, this, &PageTabs::startRequested);
    connect(page, &Page::errorOccurred, this, &PageTabs::errorOccurred);
}

void PageTabs::setStartProblem(const QString &sentence)
{
    m_curves->setStartProblem(sentence);
    m_operation->setStartProblem(sentence);
}

void PageTabs::showCurves()
{
    setCurrentWidget(m_curves);
}

void PageTabs::showPair(const ComparedRow &first, const ComparedRow &second, bool shows)
{
    m_compare->runs().select(first.number);
    if (!second.run->id.isEmpty()) {
        m_featureMaps->compareWith(second.run->id, second.run->name);
        m_predictions->compareWithRun(second.run->id, second.run->name);
    }
    m_try->compareWith(second.run->id.isEmpty() ? QStringLiteral("#%1").arg(second.number) : second.run->id, second.run->name);
    if (shows) {
        setCurrentWidget(m_featureMaps);
    }
}

void PageTabs::showRun()
{
    const QList<QWidget *> followers{m_curves, m_filters, m_featureMaps, m_operation, m_predictions, m_try, m_compare};
    if (!followers.contains(currentWidget())) {
        showCurves();
    }
}

QStringList PageTabs::titles() const
{
    QStringList titles;
    for (int i = 0; i < count(); ++i) {
        titles += tabText(i);
    }
    return titles;
}

void PageTabs::retranslate()
{
    const auto set = [this](QWidget *page, const QString &title, const QString &toolTip) {
        setTabText(indexOf(page), title);
        setTabToolTip(indexOf(page), toolTip);
    };
    set(m_curves, tr("Curves"), tr("Loss and accuracy while the network learns"));
    set(m_filters, tr("Filters"), tr("What each filter of the network looks for"));
    set(m_featureMaps, tr("Feature maps"), tr("What every layer makes of a picture, up to the answer"));
    set(m_operation, tr("Operation"), tr("One operation of the network taken apart, with its true numbers"));
    set(m_predictions, tr("Predictions"), tr("What the network answers to the test pictures, and what it confuses"));
    set(m_try, tr("Try it"), tr("Draw or load a picture and watch the network decide"));
    set(m_compare, tr("Compare"), tr("Runs side by side: what differs, what came out, and what it cost"));
    set(m_data, tr("Data"), tr("The pictures, their classes, and what the settings make of them"));
}

} // namespace convscope
