// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/operationpage.h"

#include "ui/models/inspection.h"
#include "ui/pages/operationnetworkview.h"
#include "ui/pages/sandboxview.h"
#include "ui/pages/trainingstepview.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/views/togglebutton.h"
#include "ui/views/viewexport.h"
#include "ui/views/viewmemory.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace convscope {

OperationPage::OperationPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
{
    setupUi();
    connectSignals();
    for (QAbstractButton *button : m_parts->buttons()) {
        viewmemory::remember(button, QStringLiteral("operation/") + button->objectName());
    }
    retranslateUi();
    m_inspection.addViewer(this);
}

void OperationPage::setupUi()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(createBar());
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("operationEmptyState"));
    m_network = new OperationNetworkView(m_inspection, this);
    m_step = new TrainingStepView(m_inspection, this);
    m_sandbox = new SandboxView(this);
    m_stack = new QStackedLayout;
    for (QWidget *page : std::initializer_list<QWidget *>{m_empty, m_network, m_step, m_sandbox}) {
        m_stack->addWidget(page);
    }
    layout->addLayout(m_stack, 1);
}

QHBoxLayout *OperationPage::createBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    m_parts = new QButtonGroup(this);
    const char *names[] = {"operationNetwork", "operationStep", "operationSandbox"};
    for (int i = 0; i < 3; ++i) {
        auto *button = new ToggleButton(this);
        button->setObjectName(QString::fromLatin1(names[i]));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_parts->addButton(button, i);
        bar->addWidget(button);
    }
    m_parts->button(0)->setChecked(true);
    bar->addStretch(1);
    m_export = new QToolButton(this);
    m_export->setObjectName(QStringLiteral("operationExport"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setIcon(themedIcon("export"));
    bar->addWidget(m_export);
    return bar;
}

void OperationPage::connectSignals()
{
    connect(m_empty, &EmptyState::buttonClicked, this, &OperationPage::startRequested);
    connect(m_parts, &QButtonGroup::idToggled, this, &OperationPage::updateState);
    for (ViewExport *exporter : {m_network->exporter(), m_step->exporter(), m_sandbox->exporter()}) {
        connect(exporter, &ViewExport::failed, this, &OperationPage::errorOccurred);
    }
    for (const auto signal : {&Inspection::runChanged, &Inspection::weightsChanged, &Inspection::problemChanged}) {
        connect(&m_inspection, signal, this, &OperationPage::updateState);
    }
    connect(&m_inspection, &Inspection::probeChanged, this, [this] { m_sandbox->setPicture(m_inspection.probe().picture); });
}

void OperationPage::setUnit(const UnitAddress &unit)
{
    setPart(Part::Network);
    m_network->setUnit(unit);
}

UnitAddress OperationPage::unit() const
{
    return m_network->unit();
}

OperationPage::Part OperationPage::part() const
{
    return Part(m_parts->checkedId());
}

void OperationPage::setPart(Part part)
{
    m_parts->button(int(part))->setChecked(true);
}

void OperationPage::setStartProblem(const QString &sentence)
{
    m_startProblem = sentence;
    updateState();
}

void OperationPage::updateState()
{
    const bool hasRun = m_inspection.run() != nullptr;
    const bool hasWeights = hasRun && m_inspection.weights();
    QWidget *pages[] = {m_network, m_step, m_sandbox};
    ViewExport *exporters[] = {m_network->exporter(), m_step->exporter(), m_sandbox->exporter()};
    const int part = m_parts->checkedId();
    // A step begins with a checkpoint of its own, and says what is wrong with that.
    const bool isReadable = m_inspection.problem().isEmpty() || this->part() == Part::Step;
    const bool isShown = (hasWeights && isReadable) || this->part() == Part::Sandbox;
    m_stack->setCurrentWidget(isShown ? pages[part] : m_empty);
    m_export->setMenu(exporters[part]->menu());
    m_export->setEnabled(isShown);
    m_empty->setIcon(themedIcon("operation", palette()));
    m_empty->setButtonText(hasRun ? QString() : tr("Start"));
    m_empty->button()->setEnabled(m_startProblem.isEmpty());
    m_empty->button()->setToolTip(m_startProblem);
    if (hasRun) {
        m_empty->setText(m_inspection.problem().isEmpty() ? tr("The network's weights are being read.") : m_inspection.problem());
    } else if (this->part() == Part::Step) {
        m_empty->setText(tr("As soon as a network trains, one step of its training can be followed here, weight by weight."));
    } else {
        m_empty->setText(tr("As soon as a network trains, each of its operations can be taken apart here, with its own numbers. The sandbox above needs no network."));
    }
}

void OperationPage::retranslateUi()
{
    m_parts->button(0)->setText(tr("The network"));
    m_parts->button(0)->setToolTip(tr("How one number inside the network was made"));
    m_parts->button(1)->setText(tr("One training step"));
    m_parts->button(1)->setToolTip(tr("How one step of training changes a kernel"));
    m_parts->button(2)->setText(tr("Sandbox"));
    m_parts->button(2)->setToolTip(tr("A convolution to play with, with a picture and a kernel of your own"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Save or copy this picture and its numbers"));
    updateState();
}

void OperationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    } else if (event->type() == QEvent::PaletteChange) {
        updateState();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
