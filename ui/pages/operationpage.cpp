// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/operationpage.h"

#include "ui/models/inspection.h"
#include "ui/pages/operationnetworkview.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/views/viewexport.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

OperationPage::OperationPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
{
    setupUi();
    connectSignals();
    retranslateUi();
    m_inspection.addViewer(this);
}

void OperationPage::setupUi()
{
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("operationEmptyState"));
    m_content = new QWidget(this);
    m_network = new OperationNetworkView(m_inspection, m_content);
    m_export = new QToolButton(m_content);
    m_export->setObjectName(QStringLiteral("operationExport"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setIcon(themedIcon("export"));
    m_export->setMenu(m_network->exporter()->menu());
    auto *bar = new QHBoxLayout;
    bar->addStretch(1);
    bar->addWidget(m_export);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_network, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
}

void OperationPage::connectSignals()
{
    connect(m_empty, &EmptyState::buttonClicked, this, &OperationPage::startRequested);
    connect(m_network->exporter(), &ViewExport::failed, this, &OperationPage::errorOccurred);
    connect(&m_inspection, &Inspection::runChanged, this, &OperationPage::updateState);
    connect(&m_inspection, &Inspection::weightsChanged, this, &OperationPage::updateState);
    connect(&m_inspection, &Inspection::problemChanged, this, &OperationPage::updateState);
}

void OperationPage::setUnit(const UnitAddress &unit)
{
    m_network->setUnit(unit);
}

UnitAddress OperationPage::unit() const
{
    return m_network->unit();
}

void OperationPage::setStartProblem(const QString &sentence)
{
    m_startProblem = sentence;
    updateState();
}

void OperationPage::updateState()
{
    const bool hasRun = m_inspection.run() != nullptr;
    m_stack->setCurrentWidget(hasRun && m_inspection.weights() ? m_content : m_empty);
    m_empty->setIcon(themedIcon("operation", palette()));
    m_empty->setButtonText(hasRun ? QString() : tr("Start"));
    m_empty->button()->setEnabled(m_startProblem.isEmpty());
    m_empty->button()->setToolTip(m_startProblem);
    if (!hasRun) {
        m_empty->setText(tr("As soon as a network trains, each of its operations can be taken apart here, with its own numbers."));
    } else {
        m_empty->setText(m_inspection.problem().isEmpty() ? tr("The network's weights are being read.") : m_inspection.problem());
    }
}

void OperationPage::retranslateUi()
{
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
