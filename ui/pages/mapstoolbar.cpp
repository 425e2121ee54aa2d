// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapstoolbar.h"

#include "ui/pages/mapscomparison.h"
#include "ui/pages/mapsprobebar.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/togglebutton.h"
#include "ui/views/viewmemory.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace convscope {

MapsToolBar::MapsToolBar(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    retranslateUi();
}

QToolButton *MapsToolBar::addButton(const char *name, const char *icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    return button;
}

void MapsToolBar::setupUi()
{
    m_probeBar = new MapsProbeBar(this);
    m_comparison = new MapsComparison(this);
    auto *scaleBox = new QWidget(this);
    m_scaleLabel = new QLabel(scaleBox);
    m_scale = new QComboBox(scaleBox);
    m_scale->setObjectName(QStringLiteral("mapsScale"));
    m_scaleLabel->setBuddy(m_scale);
    auto *scaleLayout = new QHBoxLayout(scaleBox);
    scaleLayout->setContentsMargins(0, 0, 0, 0);
    scaleLayout->setSpacing(4);
    scaleLayout->addWidget(m_scaleLabel);
    scaleLayout->addWidget(m_scale);
    m_explain = new ToggleButton(this);
    m_explain->setObjectName(QStringLiteral("mapsExplain"));
    m_explain->setIcon(themedIcon("help"));
    m_explain->setCheckable(true);
    m_explain->setChecked(true);
    m_zoomOut = addButton("mapsZoomOut", "zoom-out");
    m_zoomIn = addButton("mapsZoomIn", "zoom-in");
    m_export = addButton("mapsExport", "export");
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_probeBar, scaleBox, m_explain, m_zoomOut, m_zoomIn, m_export, m_comparison}) {
        layout->addWidget(widget);
    }
    connect(m_scale, &QComboBox::activated, this, [this](int index) { Q_EMIT scaleChosen(MapScale(m_scale->itemData(index).toInt())); });
    connect(m_explain, &QToolButton::toggled, this, &MapsToolBar::explanationsToggled);
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { Q_EMIT zoomed(-1); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { Q_EMIT zoomed(1); });
}

void MapsToolBar::setExportMenu(QMenu *menu)
{
    m_export->setMenu(menu);
}

void MapsToolBar::restore()
{
    viewmemory::remember(m_scale, QStringLiteral("maps/scale"));
    viewmemory::remember(m_explain, QStringLiteral("maps/explain"));
}

void MapsToolBar::retranslateUi()
{
    const int chosen = m_scale->count() ? m_scale->currentIndex() : 1;
    m_scaleLabel->setText(tr("&Colours"));
    m_scale->clear();
    m_scale->addItem(tr("by map"), int(MapScale::Map));
    m_scale->addItem(tr("by layer"), int(MapScale::Layer));
    m_scale->addItem(tr("whole network"), int(MapScale::Network));
    m_scale->setCurrentIndex(chosen);
    m_scale->setToolTip(tr("Which maps share one colour scale. By layer, a map that stays dark says less than its neighbours; by map, each shows "
                           "all it has; with one scale for the whole network layers can be compared."));
    m_explain->setText(tr("Explain"));
    m_explain->setToolTip(tr("A sentence above every layer that says what it does"));
    m_zoomOut->setToolTip(tr("Smaller maps (−, or Ctrl and the wheel)"));
    m_zoomIn->setToolTip(tr("Larger maps (+, or Ctrl and the wheel)"));
    m_export->setToolTip(tr("Save or copy the whole picture, or the numbers of the map that is lit"));
    for (QToolButton *button : std::initializer_list<QToolButton *>{m_explain, m_zoomOut, m_zoomIn, m_export}) {
        button->setAccessibleName(button->toolTip());
    }
}

void MapsToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
