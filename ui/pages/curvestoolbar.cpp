// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvestoolbar.h"

#include "ui/pages/curveswatch.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/togglebutton.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace convscope {

namespace {

const QString xKey = QStringLiteral("curves/byEpoch");
const QString logLossKey = QStringLiteral("curves/logLoss");
const QString logXKey = QStringLiteral("curves/logX");
const QString smoothKey = QStringLiteral("curves/smooth");
const QString strengthKey = QStringLiteral("curves/smoothingStrength");

// The slider goes in equal steps of "how many batches are averaged": 0 is none, 100 about a thousand.
double strengthOf(int position)
{
    return 1.0 - std::pow(10.0, -3.0 * position / 100.0);
}

} // namespace

CurvesToolBar::CurvesToolBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new FlowLayout(this))
{
    setupUi();
    setupScaleMenu();
    restore();
    connectSignals();
    retranslateUi();
    updateSwatches();
    updateEnabled();
}

QToolButton *CurvesToolBar::addButton(const char *name, bool checkable)
{
    auto *button = new ToggleButton(this);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(checkable);
    button->setIconSize(QSize(26, 16));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void CurvesToolBar::setupUi()
{
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->setSpacing(4);
    auto *views = new QButtonGroup(this);
    for (QToolButton **button : {&m_chartButton, &m_tableButton}) {
        *button = addButton(button == &m_chartButton ? "chartViewButton" : "tableViewButton", true);
        views->addButton(*button);
        m_row->addWidget(*button);
    }
    m_chartButton->setChecked(true);
    m_xCombo = new QComboBox(this);
    m_xCombo->setObjectName(QStringLiteral("xAxisCombo"));
    m_xCombo->addItems({QString(), QString()});
    m_row->addWidget(m_xCombo);
    const struct
    {
        QToolButton *&button;
        const char *name;
    } series[] = {{m_batchesButton, "batchesButton"}, {m_trainButton, "trainButton"}, {m_testButton, "testButton"}};
    for (const auto &entry : series) {
        entry.button = addButton(entry.name, true);
        entry.button->setChecked(true);
        entry.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_row->addWidget(entry.button);
    }
    m_logButton = addButton("logButton", true);
    m_row->addWidget(m_logButton);
    m_smoothButton = addButton("smoothButton", true);
    m_row->addWidget(m_smoothButton);
    m_smoothSlider = new QSlider(Qt::Horizontal, this);
    m_smoothSlider->setObjectName(QStringLiteral("smoothSlider"));
    m_smoothSlider->setRange(1, 100);
    m_smoothSlider->setValue(33);
    m_smoothSlider->setFixedWidth(72);
    m_row->addWidget(m_smoothSlider);
    m_followButton = addButton("followButton", true);
    m_followButton->setChecked(true);
    m_row->addWidget(m_followButton);
    m_resetButton = addButton("resetViewButton", false);
    m_row->addWidget(m_resetButton);
    m_exportButton = addButton("exportButton", false);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_row->addWidget(m_exportButton);
}

void CurvesToolBar::setupScaleMenu()
{
    auto *menu = new QMenu(this);
    m_logLossAction = menu->addAction(QString());
    m_logLossAction->setObjectName(QStringLiteral("logLossAction"));
    m_logXAction = menu->addAction(QString());
    m_logXAction->setObjectName(QStringLiteral("logXAction"));
    m_logLossAction->setCheckable(true);
    m_logXAction->setCheckable(true);
    m_logButton->setMenu(menu);
    m_logButton->setPopupMode(QToolButton::MenuButtonPopup);
}

void CurvesToolBar::connectSignals()
{
    const auto changed = [this] {
        updateSmoothing();
        remember();
        Q_EMIT optionsChanged(options());
    };
    connect(m_tableButton, &QToolButton::toggled, this, [this](bool table) {
        updateEnabled();
        Q_EMIT tableToggled(table);
    });
    connect(m_xCombo, &QComboBox::currentIndexChanged, this, changed);
    for (QToolButton *button : {m_batchesButton, m_trainButton, m_testButton, m_smoothButton}) {
        connect(button, &QToolButton::toggled, this, changed);
    }
    connect(m_logButton, &QToolButton::toggled, m_logLossAction, &QAction::setChecked);
    connect(m_logLossAction, &QAction::toggled, m_logButton, &QToolButton::setChecked);
    connect(m_logLossAction, &QAction::toggled, this, changed);
    connect(m_logXAction, &QAction::toggled, this, changed);
    connect(m_smoothSlider, &QSlider::valueChanged, this, changed);
    connect(m_smoothButton, &QToolButton::toggled, this, &CurvesToolBar::updateEnabled);
    connect(m_batchesButton, &QToolButton::toggled, this, &CurvesToolBar::updateEnabled);
    connect(m_followButton, &QToolButton::clicked, this, &CurvesToolBar::followRequested);
    connect(m_resetButton, &QToolButton::clicked, this, &CurvesToolBar::resetRequested);
}

void CurvesToolBar::restore()
{
    const QSettings settings;
    m_xCombo->setCurrentIndex(settings.value(xKey, false).toBool() ? 1 : 0);
    m_logLossAction->setChecked(settings.value(logLossKey, false).toBool());
    m_logButton->setChecked(m_logLossAction->isChecked());
    m_logXAction->setChecked(settings.value(logXKey, false).toBool());
    m_smoothButton->setChecked(settings.value(smoothKey, false).toBool());
    m_smoothSlider->setValue(settings.value(strengthKey, m_smoothSlider->value()).toInt());
}

void CurvesToolBar::remember() const
{
    QSettings settings;
    settings.setValue(xKey, m_xCombo->currentIndex() == 1);
    settings.setValue(logLossKey, m_logLossAction->isChecked());
    settings.setValue(logXKey, m_logXAction->isChecked());
    settings.setValue(smoothKey, m_smoothButton->isChecked());
    settings.setValue(strengthKey, m_smoothSlider->value());
}

CurvesOptions CurvesToolBar::options() const
{
    CurvesOptions options;
    options.x = m_xCombo->currentIndex() == 1 ? CurvesX::Epochs : CurvesX::Batches;
    options.logLoss = m_logLossAction->isChecked();
    options.logX = m_logXAction->isChecked();
    options.smoothing = m_smoothButton->isChecked() ? strengthOf(m_smoothSlider->value()) : 0.0;
    options.showBatches = m_batchesButton->isChecked();
    options.showTrain = m_trainButton->isChecked();
    options.showTest = m_testButton->isChecked();
    return options;
}

bool CurvesToolBar::isTable() const
{
    return m_tableButton->isChecked();
}

void CurvesToolBar::setExportMenu(QMenu *menu)
{
    m_exportButton->setMenu(menu);
}

void CurvesToolBar::setFollowing(bool following)
{
    m_followButton->setChecked(following);
}

void CurvesToolBar::updateEnabled()
{
    const bool chart = !isTable();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_xCombo, m_batchesButton, m_trainButton, m_testButton,
                                                            m_logButton, m_followButton, m_resetButton}) {
        widget->setEnabled(chart);
    }
    m_smoothButton->setEnabled(chart && m_batchesButton->isChecked());
    m_smoothSlider->setEnabled(m_smoothButton->isEnabled() && m_smoothButton->isChecked());
}

void CurvesToolBar::retranslateUi()
{
    setAccessibleName(tr("Controls of the curves"));
    const struct
    {
        QWidget *widget;
        QString text;
        QString toolTip;
        QString whatsThis;
    } entries[] = {
        {m_chartButton, tr("Chart"), tr("Show the numbers as curves."), QString()},
        {m_tableButton, tr("Table"), tr("Show the same numbers as a table, one row per epoch."), QString()},
        {m_xCombo, QString(), tr("Count the training by batches or by epochs (once through all training pictures)."),
         tr("One batch is one step of learning. By batches, runs with another batch size have another length; by "
            "epochs, equal "
            "places mean that the network has seen the same number of pictures.")},
        {m_batchesButton, tr("Batches"), tr("Every single batch: how noisy learning is."),
         tr("The loss of each batch before its step. It jumps because every batch holds other pictures; small batches "
            "jump more.")},
        {m_trainButton, tr("Train"),
         tr("Mean over the batches of each epoch: how well the training pictures are recognised."),
         tr("Taken while the network still learns and with dropout at work, so in the first epochs it may lie below "
            "the test.")},
        {m_testButton, tr("Test"), tr("The whole test set after each epoch: how well new pictures are recognised."),
         tr("The network never learns from these pictures. This is the number that counts.")},
        {m_logButton, tr("Log"), tr("Logarithmic scale for the loss: shows whether it still falls when it is small."),
         tr("On a logarithmic scale equal distances are equal factors: from 1 to 0.1 is as far as from 0.1 to 0.01.")},
        {m_smoothButton, tr("Smooth"), tr("Draw a running mean over the batches; the batches stay visible behind it."),
         tr("A debiased exponential mean: later batches weigh more, and its start isn't pulled towards zero. It "
            "changes only the "
            "picture, never a number that is saved.")},
        {m_followButton, tr("Follow"), tr("Keep the whole run in view as it grows. Zooming or moving stops it."),
         QString()},
        {m_resetButton, tr("Reset"), tr("Show the whole run again (Home, or a double click on a chart)."), QString()},
        {m_exportButton, tr("Export"), tr("Save or copy the chart and its numbers."), QString()},
    };
    for (const auto &entry : entries) {
        if (auto *button = qobject_cast<QToolButton *>(entry.widget)) {
            button->setText(entry.text);
            button->setAccessibleName(entry.text);
        }
        entry.widget->setToolTip(entry.toolTip);
        entry.widget->setWhatsThis(entry.whatsThis.isEmpty() ? entry.toolTip : entry.whatsThis);
    }
    m_xCombo->setItemText(0, tr("by batch"));
    m_xCombo->setItemText(1, tr("by epoch"));
    m_xCombo->setAccessibleName(tr("What the horizontal axis counts"));
    m_logLossAction->setText(tr("Logarithmic &loss"));
    m_logXAction->setText(tr("Logarithmic &horizontal axis"));
    m_smoothSlider->setAccessibleName(tr("Strength of the smoothing"));
    m_smoothSlider->setWhatsThis(m_smoothButton->whatsThis());
    updateSmoothing();
}

void CurvesToolBar::updateSmoothing()
{
    const QString strength = QLocale().toString(strengthOf(m_smoothSlider->value()), 'f', 3);
    m_smoothSlider->setToolTip(
        tr("Strength of the smoothing: %1. Further right averages over more batches.").arg(strength));
    m_smoothSlider->setAccessibleDescription(strength);
}

void CurvesToolBar::updateSwatches()
{
    const double ratio = devicePixelRatioF();
    m_batchesButton->setIcon(swatchIcon(theme::train(palette()), Swatch::Faint, ratio));
    m_trainButton->setIcon(swatchIcon(theme::train(palette()), Swatch::Circle, ratio));
    m_testButton->setIcon(swatchIcon(theme::test(palette()), Swatch::Square, ratio));
}

void CurvesToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    } else if (event->type() == QEvent::PaletteChange) {
        updateSwatches();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
