// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionspage.h"

#include "ui/models/otheranswers.h"
#include "ui/pages/predictionscalibration.h"
#include "ui/pages/predictionsconfusion.h"
#include "ui/pages/predictionsgallery.h"
#include "ui/pages/predictionsmemorised.h"
#include "ui/pages/predictionsothers.h"
#include "ui/pages/predictionstexts.h"
#include "ui/views/emptystate.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/togglebutton.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

PredictionsPage::PredictionsPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_predictions(new Predictions(inspection, this))
    , m_others(new OtherAnswers(this))
{
    setupUi();
    connectSignals();
    retranslateUi();
    inspection.addViewer(this);
}

PredictionsPage::~PredictionsPage() = default;

void PredictionsPage::setupUi()
{
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("predictionsEmptyState"));
    m_empty->setIcon(themedIcon("predictions"));
    m_content = new QWidget(this);
    m_summary = new QLabel(m_content);
    m_summary->setObjectName(QStringLiteral("predictionsSummary"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(8, 0, 8, 0);
    m_stack = new QStackedWidget(m_content);
    m_gallery = new PredictionsGallery(m_inspection);
    m_confusion = new PredictionsConfusion;
    m_calibration = new PredictionsCalibration;
    m_memorised = new PredictionsMemorised(m_inspection);
    for (QWidget *view : std::initializer_list<QWidget *>{m_gallery, m_confusion, m_calibration, m_memorised}) {
        m_stack->addWidget(view);
    }
    auto *contentLayout = new QVBoxLayout(m_content);
    contentLayout->setContentsMargins(0, 4, 0, 0);
    contentLayout->setSpacing(4);
    contentLayout->addWidget(createBar());
    contentLayout->addWidget(m_summary);
    contentLayout->addWidget(m_stack, 1);
    m_outer = new QStackedWidget(this);
    m_outer->addWidget(m_empty);
    m_outer->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_outer);
}

QWidget *PredictionsPage::createBar()
{
    auto *bar = new QWidget(m_content);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(8, 0, 8, 0);
    flow->setSpacing(6);
    m_views = new QButtonGroup(bar);
    const char *names[] = {"picturesButton", "confusionButton", "calibrationButton", "memorisedButton"};
    for (int view = 0; view < 4; ++view) {
        auto *button = new ToggleButton(bar);
        button->setObjectName(QLatin1String(names[view]));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_views->addButton(button, view);
        flow->addWidget(button);
    }
    m_views->button(0)->setChecked(true);
    m_compareLabel = new QLabel(bar);
    m_compare = new QComboBox(bar);
    m_compare->setObjectName(QStringLiteral("compareCombo"));
    m_compare->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_compareLabel->setBuddy(m_compare);
    auto *group = new QWidget(bar);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(12, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_compareLabel);
    row->addWidget(m_compare);
    flow->addWidget(group);
    m_export = new QToolButton(bar);
    m_export->setObjectName(QStringLiteral("predictionsExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    flow->addWidget(m_export);
    return bar;
}

void PredictionsPage::connectSignals()
{
    connect(m_predictions, &Predictions::changed, this, &PredictionsPage::showState);
    connect(m_predictions, &Predictions::comparableRunsChanged, this, &PredictionsPage::fillComparisons);
    connect(m_predictions, &Predictions::comparableRunsChanged, this, &PredictionsPage::readOthers);
    connect(m_others, &OtherAnswers::changed, this, [this] { m_gallery->others()->setRuns(m_others->runs()); });
    connect(m_gallery->others(), &PredictionsOthers::runChosen, this, &PredictionsPage::compareWith);
    connect(m_views, &QButtonGroup::idClicked, this, [this](int view) { showView(View(view)); });
    connect(m_compare, &QComboBox::activated, this, [this](int index) {
        m_predictions->setComparison(m_compare->itemData(index).value<PredictionsComparison>());
        readOthers();
    });
    connect(m_confusion, &PredictionsConfusion::cellChosen, this, &PredictionsPage::showCell);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] { m_predictions->canAsk() ? m_predictions->ask() : Q_EMIT startRequested(); });
    for (ViewExport *viewExport : {m_gallery->viewExport(), m_gallery->others()->viewExport(), m_confusion->viewExport(), m_calibration->viewExport(), m_memorised->viewExport()}) {
        connect(viewExport, &ViewExport::failed, this, &PredictionsPage::errorOccurred);
    }
    showView(Pictures);
}

void PredictionsPage::showView(View view)
{
    m_views->button(view)->setChecked(true);
    m_stack->setCurrentIndex(view);
    const ViewExport *exports[] = {m_gallery->viewExport(), m_confusion->viewExport(), m_calibration->viewExport(), m_memorised->viewExport()};
    m_export->setMenu(exports[view]->menu());
    m_summary->setVisible(view != Memory);
    m_compare->setEnabled(view != Memory && view != Reliability);
}

void PredictionsPage::setRunNumbers(const std::function<int(const QString &)> &numberOf)
{
    m_gallery->others()->setRunNumbers(numberOf);
}

/// The one that is compared with, then the newest.
void PredictionsPage::readOthers()
{
    if (!isVisible() || !m_inspection.laboratory()) {
        return;
    }
    std::vector<ComparableRun> runs = m_predictions->comparableRuns();
    std::stable_partition(runs.begin(), runs.end(), [this](const ComparableRun &run) { return run.id == m_predictions->comparison().run; });
    m_others->setRuns(m_inspection.laboratory()->file(), m_inspection.data(), runs);
}

void PredictionsPage::compareWith(const QString &run)
{
    const std::vector<ComparableRun> &runs = m_predictions->comparableRuns();
    const auto found = std::find_if(runs.begin(), runs.end(), [&run](const ComparableRun &one) { return one.id == run; });
    if (found != runs.end()) {
        m_predictions->setComparison({0, found->id, found->name});
    }
}

void PredictionsPage::compareWithRun(const QString &run, const QString &name)
{
    m_predictions->setComparison({0, run, name});
}

void PredictionsPage::showCell(int trueClass, int answer)
{
    PredictionsFilter filter;
    filter.trueClass = trueClass;
    filter.predicted = answer;
    m_gallery->setFilter(filter);
    showView(Pictures);
    m_views->button(Pictures)->setFocus();
}

void PredictionsPage::retranslateUi()
{
    m_views->button(Pictures)->setText(tr("Pictures"));
    m_views->button(Matrix)->setText(tr("Confusion"));
    m_views->button(Reliability)->setText(tr("Calibration"));
    m_views->button(Memory)->setText(tr("Memorised"));
    m_views->button(Pictures)->setToolTip(tr("Every test picture and the network's answer to it"));
    m_views->button(Matrix)->setToolTip(tr("Which classes are taken for which"));
    m_views->button(Reliability)->setToolTip(tr("Whether the network is right as often as it is sure"));
    m_views->button(Memory)->setToolTip(tr("Which training pictures were learnt by heart, against what they show"));
    m_compareLabel->setText(tr("Compare with"));
    m_compare->setToolTip(tr("Another epoch of this run, or another run that was tested with the same pictures: the matrix shows the difference, the pictures can be filtered for changed answers."));
    m_export->setText(tr("Export"));
    m_gallery->retranslateUi();
    m_confusion->retranslateUi();
    m_calibration->retranslateUi();
    m_memorised->retranslateUi();
    fillComparisons();
    showState();
}

void PredictionsPage::fillComparisons()
{
    const QSignalBlocker blocker(m_compare);
    m_compare->clear();
    m_compare->addItem(tr("nothing"), QVariant::fromValue(PredictionsComparison()));
    if (m_predictions->state()) {
        for (const EpochAnswersPtr &epoch : m_predictions->state()->epochs) {
            m_compare->addItem(tr("epoch %1").arg(epoch->epoch), QVariant::fromValue(PredictionsComparison{epoch->epoch, {}, {}}));
        }
    }
    for (const ComparableRun &run : m_predictions->comparableRuns()) {
        m_compare->addItem(run.name, QVariant::fromValue(PredictionsComparison{0, run.id, run.name}));
    }
    for (int i = 0; i < m_compare->count(); ++i) {
        if (m_compare->itemData(i).value<PredictionsComparison>() == m_predictions->comparison()) {
            m_compare->setCurrentIndex(i);
        }
    }
    m_compare->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
}

void PredictionsPage::showState()
{
    const PredictionsStatePtr state = m_predictions->state();
    m_outer->setCurrentWidget(state ? m_content : m_empty);
    m_gallery->setState(state);
    m_confusion->setState(state);
    m_calibration->setState(state);
    if (!state) {
        showEmpty();
        return;
    }
    if (!m_compare->view()->isVisible()) {
        fillComparisons();
    }
    const QString problem = m_predictions->problem();
    m_summary->setText(problem.isEmpty() ? PredictionsTexts::summary(*state) : problem);
}

void PredictionsPage::showEmpty()
{
    m_empty->button()->setEnabled(true);
    if (const QString problem = m_predictions->problem(); !problem.isEmpty()) {
        m_empty->setText(problem);
        m_empty->setButtonText(QString());
    } else if (!m_inspection.run()) {
        m_empty->setText(tr("Here you will see every test picture with the network's answer, and what it confuses with what."));
        m_empty->setButtonText(tr("&Start training"));
    } else if (m_predictions->canAsk()) {
        m_empty->setText(tr("The first epoch is not complete yet. After each one the network is tested with all test pictures; it can be asked before that, too."));
        m_empty->setButtonText(tr("&Ask it now"));
    } else if (m_predictions->isBusy()) {
        m_empty->setText(tr("The network's answers are being gathered."));
        m_empty->setButtonText(QString());
    } else {
        m_empty->setText(tr("There are no answers at this moment: they are kept after each complete epoch."));
        m_empty->setButtonText(QString());
    }
}

void PredictionsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void PredictionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_predictions->setActive(true);
}

void PredictionsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_predictions->setActive(false);
    m_others->pause();
}

} // namespace convscope
