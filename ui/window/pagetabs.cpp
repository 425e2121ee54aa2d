// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pagetabs.h"

#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/operationpage.h"

namespace convscope {

PageTabs::PageTabs(Inspection &inspection, QWidget *parent)
    : QTabWidget(parent)
    , m_curves(new CurvesPage(this))
    , m_operation(new OperationPage(inspection, this))
    , m_data(new DataPage(this))
{
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    addTab(m_curves, QString());
    addTab(m_operation, QString());
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
    setTabText(indexOf(m_curves), tr("Curves"));
    setTabText(indexOf(m_operation), tr("Operation"));
    setTabText(indexOf(m_data), tr("Data"));
    setTabToolTip(indexOf(m_curves), tr("Loss and accuracy while the network learns"));
    setTabToolTip(indexOf(m_operation), tr("One operation of the network taken apart, with its true numbers"));
    setTabToolTip(indexOf(m_data), tr("The pictures, their classes, and what the settings make of them"));
}

} // namespace convscope
