// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pagetabs.h"

#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/trypage.h"

namespace convscope {

PageTabs::PageTabs(Inspection &inspection, QWidget *parent)
    : QTabWidget(parent)
    , m_curves(new CurvesPage(this))
    , m_try(new TryPage(inspection, this))
    , m_data(new DataPage(this))
{
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    addTab(m_curves, QString());
    addTab(m_try, QString());
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
    const auto name = [this](QWidget *page, const QString &title, const QString &toolTip) {
        setTabText(indexOf(page), title);
        setTabToolTip(indexOf(page), toolTip);
    };
    name(m_curves, tr("Curves"), tr("Loss and accuracy while the network learns"));
    name(m_try, tr("Try it"), tr("Draw or load a picture and watch the network decide"));
    name(m_data, tr("Data"), tr("The pictures, their classes, and what the settings make of them"));
}

} // namespace convscope
