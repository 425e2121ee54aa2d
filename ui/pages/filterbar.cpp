// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterbar.h"

#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/togglebutton.h"
#include "ui/views/viewmemory.h"

#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>

namespace convscope {

namespace {

void setTexts(QComboBox *box, const QStringList &texts)
{
    for (int i = 0; i < texts.size(); ++i) {
        if (i < box->count()) {
            box->setItemText(i, texts[i]);
        } else {
            box->addItem(texts[i]);
        }
    }
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_layers(new QComboBox(this))
    , m_show(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_ownScales(new ToggleButton(this))
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    m_layers->setObjectName(QStringLiteral("filterLayer"));
    m_show->setObjectName(QStringLiteral("filterShow"));
    m_order->setObjectName(QStringLiteral("filterOrder"));
    m_ownScales->setObjectName(QStringLiteral("filterOwnScales"));
    m_ownScales->setCheckable(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_layers, m_show, m_order, m_ownScales}) {
        layout->addWidget(widget);
    }
    for (QComboBox *box : {m_layers, m_show, m_order}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    m_smaller = addButton("zoom-out", "filterSmaller");
    m_larger = addButton("zoom-in", "filterLarger");
    m_fit = addButton("zoom-reset", "filterFit");
    m_export = addButton("export", "filterExport");
    m_export->setPopupMode(QToolButton::InstantPopup);
    retranslateUi();
    connect(m_layers, &QComboBox::currentIndexChanged, this, &FilterBar::layerChosen);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int index) { Q_EMIT showChosen(FilterShow(index)); });
    connect(m_order, &QComboBox::currentIndexChanged, this, [this](int index) { Q_EMIT orderChosen(FilterOrder(index)); });
    connect(m_ownScales, &QToolButton::toggled, this, &FilterBar::ownScalesChosen);
    connect(m_larger, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(1); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(-1); });
    connect(m_fit, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(0); });
}

QToolButton *FilterBar::addButton(const char *icon, const char *objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoRaise(true);
    button->setIcon(themedIcon(icon));
    layout()->addWidget(button);
    return button;
}

void FilterBar::setLayers(const QStringList &names, int current)
{
    if (names == m_names) {
        return;
    }
    m_names = names;
    const QSignalBlocker blocker(m_layers);
    m_layers->clear();
    m_layers->addItems(names);
    m_layers->setCurrentIndex(current);
}

void FilterBar::setExportMenu(QMenu *menu)
{
    m_export->setMenu(menu);
}

QString FilterBar::showText() const
{
    return m_show->currentText();
}

void FilterBar::restore()
{
    viewmemory::remember(m_show, QStringLiteral("filters/show"));
    viewmemory::remember(m_order, QStringLiteral("filters/order"));
    viewmemory::remember(m_ownScales, QStringLiteral("filters/ownScales"));
}

void FilterBar::retranslateUi()
{
    const QSignalBlocker blockShow(m_show);
    const QSignalBlocker blockOrder(m_order);
    setTexts(m_show, {tr("Weights"), tr("Change since the start"), tr("Change since the last moment"), tr("Gradient")});
    setTexts(m_order, {tr("By number"), tr("Longest first"), tr("Like beside like"), tr("Most changed first")});
    const auto explain = [](QWidget *widget, const QString &text) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    };
    explain(m_layers, tr("The layer whose weights are shown"));
    explain(m_show, tr("The weights, how they have changed, or where training would move them"));
    explain(m_order, tr("The order of the filters"));
    m_ownScales->setText(tr("Own scales"));
    m_ownScales->setToolTip(tr("Each filter uses all colours for its own numbers, so that weak ones are to be seen, too. Off: one scale for the layer."));
    explain(m_larger, tr("Larger; from a certain size on the numbers stand in the squares"));
    explain(m_smaller, tr("Smaller"));
    explain(m_fit, tr("As large as fits"));
    explain(m_export, tr("Save or copy the filters, as a picture or as numbers"));
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
