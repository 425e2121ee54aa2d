// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pagetabs.h"

#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/predictionspage.h"

namespace convscope {

PageTabs::PageTabs(Inspection &inspection, QWidget *parent)
    : QTabWidget(parent)
    , m_curves(new CurvesPage(this))
    , m_predictions(new PredictionsPage(inspection, this))
    , m_data(new DataPage(this))
{
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    addTab(m_curves, QString());
    addTab(m_predictions, QString());
    addTab(m_data, QString());
}

void PageTabs::showCurves()
{
    setCurrentWidget(m_curves);
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
    setTabText(0, tr("Curves"));
    setTabText(1, tr("Predictions"));
    setTabText(2, tr("Data"));
    setTabToolTip(0, tr("Loss and accuracy while the network learns"));
    setTabToolTip(1, tr("What the network answers to the test pictures, and what it confuses"));
    setTabToolTip(2, tr("The pictures, their classes, and what the settings make of them"));
}

} // namespace convscope
