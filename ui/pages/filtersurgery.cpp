// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filtersurgery.h"

#include "ui/pages/filternumbersbox.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/surgeryaccuracy.h"
#include "ui/pages/surgerytexts.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/togglebutton.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

constexpr int reservedLines = 6;

} // namespace

FilterSurgery::FilterSurgery(FiltersData &filters, QWidget *parent)
    : QGroupBox(parent)
    , m_data(filters)
    , m_accuracy(new SurgeryAccuracy(filters.inspection(), this))
    , m_silence(new QToolButton(this))
    , m_reset(new QToolButton(this))
    , m_kernel(new QToolButton(this))
    , m_freeze(new ToggleButton(this))
    , m_undo(new QToolButton(this))
    , m_redo(new QToolButton(this))
    , m_discard(new QToolButton(this))
    , m_trainOn(new QPushButton(this))
    , m_kernels(new QMenu(this))
    , m_text(new QLabel(this))
    , m_elsewhere(new QLabel(this))
{
    setObjectName(QStringLiteral("filterSurgery"));
    setupUi();
    connect(m_silence, &QToolButton::clicked, this, &FilterSurgery::silence);
    connect(m_reset, &QToolButton::clicked, this, &FilterSurgery::resetToStart);
    connect(m_freeze, &QToolButton::clicked, this, &FilterSurgery::setFrozen);
    connect(m_trainOn, &QPushButton::clicked, this, [this] {
        if (const OperatedCopy *copy = m_history.copy()) {
            Q_EMIT trainOnRequested(m_history.operations() > 0 ? copy->weights : m_data.weights(), copy->frozen);
        }
    });
    connect(m_undo, &QToolButton::clicked, this, &FilterSurgery::undo);
    connect(m_redo, &QToolButton::clicked, this, &FilterSurgery::redo);
    connect(m_discard, &QToolButton::clicked, this, &FilterSurgery::discard);
    connect(m_accuracy, &SurgeryAccuracy::changed, this, &FilterSurgery::updateText);
    connect(&m_data, &FiltersData::shownChanged, this, &FilterSurgery::update);
    connect(m_elsewhere, &QLabel::linkActivated, this, [this](const QString &position) { m_data.inspection().setPosition(position.toLongLong()); });
    // Another moment, or another run: what was operated on is no longer what is looked at.
    connect(&m_data.inspection(), &Inspection::positionChanged, this, &FilterSurgery::followPosition);
    followPosition();
    retranslateUi();
}

void FilterSurgery::setupUi()
{
    auto *layout = new QVBoxLayout(this);
    auto *buttons = new FlowLayout;
    m_silence->setObjectName(QStringLiteral("silenceFilter"));
    m_reset->setObjectName(QStringLiteral("resetFilter"));
    m_kernel->setObjectName(QStringLiteral("setFilter"));
    m_freeze->setObjectName(QStringLiteral("freezeFilter"));
    m_freeze->setCheckable(true);
    m_freeze->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_trainOn->setObjectName(QStringLiteral("trainOnOperated"));
    m_undo->setObjectName(QStringLiteral("undoSurgery"));
    m_redo->setObjectName(QStringLiteral("redoSurgery"));
    m_elsewhere->setObjectName(QStringLiteral("surgeryElsewhere"));
    m_discard->setObjectName(QStringLiteral("discardSurgery"));
    m_text->setObjectName(QStringLiteral("surgeryText"));
    m_kernel->setPopupMode(QToolButton::InstantPopup);
    m_kernel->setMenu(m_kernels);
    m_undo->setIcon(themedIcon("undo"));
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_redo->setIcon(themedIcon("redo"));
    for (const NamedKernel kernel : surgerytexts::kernels) {
        QAction *action = m_kernels->addAction(QString());
        connect(action, &QAction::triggered, this, [this, kernel] {
            if (m_data.layer()) {
                setKernel(surgery::namedKernel(kernel, m_data.layer()->width));
            }
        });
    }
    m_kernels->addSeparator();
    m_byHand = m_kernels->addAction(QString());
    connect(m_byHand, &QAction::triggered, this, &FilterSurgery::askByHand);
    for (QToolButton *button : {m_silence, m_reset, m_kernel, m_freeze, m_undo, m_redo, m_discard}) {
        buttons->addWidget(button);
    }
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * reservedLines); // what follows doesn't jump with each operation
    m_elsewhere->setWordWrap(true);
    m_elsewhere->setTextInteractionFlags(Qt::TextBrowserInteraction);
    layout->addLayout(buttons);
    layout->addWidget(m_text);
    layout->addWidget(m_trainOn);
    layout->addWidget(m_elsewhere);
}

void FilterSurgery::setFilter(int filter, int channel)
{
    m_filter = filter;
    m_channel = channel;
    update();
}

void FilterSurgery::setTraining(bool training)
{
    if (training != m_isTraining) {
        m_isTraining = training;
        update();
    }
}

void FilterSurgery::silence()
{
    if (const WeightsPtr weights = m_data.weights()) {
        operate(surgery::silence(*weights, m_data.layerIndex(), m_filter));
    }
}

void FilterSurgery::resetToStart()
{
    const WeightsPtr weights = m_data.weights();
    const WeightsPtr start = m_data.inspection().startWeights();
    if (weights && start) {
        operate(surgery::resetTo(*weights, *start, m_data.layerIndex(), m_filter));
    }
}

void FilterSurgery::setKernel(const std::vector<float> &values)
{
    if (const WeightsPtr weights = m_data.weights()) {
        operate(surgery::setKernel(*weights, m_data.layerIndex(), m_filter, m_channel, values));
    }
}

void FilterSurgery::setFrozen(bool frozen)
{
    m_history.rebase(m_data.weights());
    const FrozenFilter filter{m_data.layerIndex(), m_filter};
    OperatedCopy copy{m_history.copy() ? m_history.copy()->weights : m_data.weights(), this->frozen()};
    std::erase(copy.frozen, filter);
    if (frozen) {
        copy.frozen.insert(std::upper_bound(copy.frozen.begin(), copy.frozen.end(), filter), filter);
    }
    push(copy);
}

void FilterSurgery::operate(const WeightsPtr &weights)
{
    if (weights) {
        m_history.rebase(m_data.weights());
        push({weights, frozen()});
    }
}

void FilterSurgery::push(const OperatedCopy &copy)
{
    if (copy.weights) {
        m_history.push({m_data.weights(), frozen()}, copy);
        showCopy();
    }
}

std::vector<FrozenFilter> FilterSurgery::frozen() const
{
    if (const OperatedCopy *copy = m_history.copy()) {
        return copy->frozen;
    }
    const TrainingRun *run = m_data.inspection().run();
    return run ? run->experiment().training.frozenFilters : std::vector<FrozenFilter>();
}

void FilterSurgery::undo()
{
    if (m_history.undo()) {
        showCopy();
    }
}

void FilterSurgery::redo()
{
    if (m_history.redo()) {
        showCopy();
    }
}

void FilterSurgery::discard()
{
    if (m_history.undoAll()) {
        showCopy();
    }
}

void FilterSurgery::followPosition()
{
    const Inspection &inspection = m_data.inspection();
    const TrainingRun *run = inspection.run();
    const QString id = run ? (run->id().isEmpty() ? QString::number(run->number()) : run->id()) : QString();
    if (m_history.goTo(id, inspection.position())) {
        showCopy();
    }
}

void FilterSurgery::showCopy()
{
    // Freezing changes no number: then the run itself stays to be seen.
    const WeightsPtr shown = m_history.operations() > 0 ? m_history.copy()->weights : nullptr;
    m_accuracy->compare(shown ? m_history.base() : nullptr, shown);
    m_data.setPatient(shown);
    update();
    Q_EMIT frozenChanged();
}

QString FilterSurgery::trainOnProblem() const
{
    const TrainingRun *run = m_data.inspection().run();
    if (!run || !m_history.canUndo()) {
        return tr("Operate on the network, or freeze a filter, first.");
    }
    if (!isFinal(run->state())) {
        return tr("The run is still training. Stop it first: this makes a new run.");
    }
    if (m_isTraining) {
        return tr("Another run is training. Stop it, or wait for its end.");
    }
    return run->id().isEmpty() || !m_data.inspection().laboratory() ? tr("This run is not kept in a laboratory, so no other can go on from it.") : QString();
}

void FilterSurgery::update()
{
    const bool canOperate = m_data.weights() && m_data.layer();
    const bool isKernel = canOperate && m_data.layer()->convIndex >= 0;
    m_silence->setEnabled(canOperate);
    m_reset->setEnabled(canOperate && m_data.inspection().startWeights());
    m_kernel->setEnabled(isKernel);
    const bool isOdd = isKernel && !surgery::namedKernel(NamedKernel::Edge, m_data.layer()->width).empty();
    for (QAction *action : m_kernels->actions()) {
        action->setEnabled(action == m_byHand || isOdd);
    }
    m_freeze->setEnabled(isKernel);
    const std::vector<FrozenFilter> frozen = this->frozen();
    m_freeze->setChecked(isKernel && std::find(frozen.begin(), frozen.end(), FrozenFilter{m_data.layerIndex(), m_filter}) != frozen.end());
    m_undo->setEnabled(m_history.canUndo());
    m_redo->setEnabled(m_history.canRedo());
    m_discard->setEnabled(m_history.canUndo());
    setTitle(isKernel || !canOperate ? tr("Operate on filter %1").arg(m_filter + 1) : tr("Operate on neuron %1").arg(m_filter + 1));
    const QString problem = trainOnProblem();
    m_trainOn->setEnabled(problem.isEmpty());
    m_trainOn->setToolTip(tr("Makes a new run that begins with this copy, keeps the frozen filters as they are, and names its parent. The run itself stays as it is.")
                          + (problem.isEmpty() ? QString() : QLatin1Char(' ') + problem));
    updateText();
}

void FilterSurgery::askByHand()
{
    if (!m_data.layer() || m_filter >= m_data.layer()->filters || m_channel >= m_data.layer()->channels) {
        return;
    }
    const auto kernel = m_data.layer()->kernel(m_filter, m_channel);
    QString name = tr("Filter %1").arg(m_filter + 1);
    if (m_data.layer()->channels > 1) {
        name = tr("%1, input channel %2").arg(name).arg(m_channel + 1);
    }
    auto *box = new FilterNumbersBox(name, m_data.layer()->width, {kernel.begin(), kernel.end()}, this);
    connect(box, &FilterNumbersBox::numbersChosen, this, &FilterSurgery::setKernel);
    box->show();
}

void FilterSurgery::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
