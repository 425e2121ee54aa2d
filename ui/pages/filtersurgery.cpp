// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filtersurgery.h"

#include "ui/charts/numberformat.h"
#include "ui/pages/filternumbersbox.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/surgeryaccuracy.h"
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
#include <cmath>

namespace convscope {

FilterSurgery::FilterSurgery(FiltersData &filters, QWidget *parent)
    : QGroupBox(parent)
    , m_data(filters)
    , m_accuracy(new SurgeryAccuracy(filters.inspection(), this))
    , m_silence(new QToolButton(this))
    , m_reset(new QToolButton(this))
    , m_kernel(new QToolButton(this))
    , m_freeze(new ToggleButton(this))
    , m_undo(new QToolButton(this))
    , m_discard(new QToolButton(this))
    , m_trainOn(new QPushButton(this))
    , m_kernels(new QMenu(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("filterSurgery"));
    setupUi();
    connect(m_silence, &QToolButton::clicked, this, &FilterSurgery::silence);
    connect(m_reset, &QToolButton::clicked, this, &FilterSurgery::resetToStart);
    connect(m_freeze, &QToolButton::clicked, this, &FilterSurgery::setFrozen);
    connect(m_trainOn, &QPushButton::clicked, this, [this] {
        if (!m_states.empty()) {
            Q_EMIT trainOnRequested(m_states.back().weights, m_states.back().frozen);
        }
    });
    connect(m_undo, &QToolButton::clicked, this, &FilterSurgery::undo);
    connect(m_discard, &QToolButton::clicked, this, &FilterSurgery::discard);
    connect(m_accuracy, &SurgeryAccuracy::changed, this, &FilterSurgery::updateText);
    connect(&m_data, &FiltersData::shownChanged, this, &FilterSurgery::update);
    // Another moment, or another run: what was operated on is no longer what is looked at.
    connect(&m_data.inspection(), &Inspection::positionChanged, this, &FilterSurgery::discard);
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
    m_discard->setObjectName(QStringLiteral("discardSurgery"));
    m_text->setObjectName(QStringLiteral("surgeryText"));
    m_kernel->setPopupMode(QToolButton::InstantPopup);
    m_kernel->setMenu(m_kernels);
    m_undo->setIcon(themedIcon("undo"));
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const NamedKernel kernel :
         {NamedKernel::Identity, NamedKernel::Edge, NamedKernel::SobelX, NamedKernel::SobelY, NamedKernel::Blur, NamedKernel::Sharpen}) {
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
    for (QToolButton *button : {m_silence, m_reset, m_kernel, m_freeze, m_undo, m_discard}) {
        buttons->addWidget(button);
    }
    m_text->setWordWrap(true);
    layout->addLayout(buttons);
    layout->addWidget(m_text);
    layout->addWidget(m_trainOn);
}

void FilterSurgery::setFilter(int filter, int channel)
{
    m_filter = filter;
    m_channel = channel;
    update();
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
    const FrozenFilter filter{m_data.layerIndex(), m_filter};
    State state{m_data.weights(), this->frozen()};
    std::erase(state.frozen, filter);
    if (frozen) {
        state.frozen.insert(std::upper_bound(state.frozen.begin(), state.frozen.end(), filter), filter);
    }
    push(std::move(state));
}

void FilterSurgery::operate(const WeightsPtr &weights)
{
    if (weights) {
        push({weights, frozen()});
    }
}

void FilterSurgery::push(State state)
{
    if (!state.weights) {
        return;
    }
    if (m_states.empty()) {
        m_base = m_data.weights();
    }
    m_states.push_back(std::move(state));
    showTop();
}

std::vector<FrozenFilter> FilterSurgery::frozen() const
{
    if (!m_states.empty()) {
        return m_states.back().frozen;
    }
    const TrainingRun *run = m_data.inspection().run();
    return run ? run->experiment().training.frozenFilters : std::vector<FrozenFilter>();
}

void FilterSurgery::undo()
{
    if (!m_states.empty()) {
        m_states.pop_back();
        showTop();
    }
}

void FilterSurgery::discard()
{
    if (!m_states.empty()) {
        m_states.clear();
        showTop();
    }
}

void FilterSurgery::showTop()
{
    if (m_states.empty()) {
        m_base = nullptr;
    }
    const WeightsPtr shown = m_states.empty() ? nullptr : m_states.back().weights;
    m_accuracy->compare(m_base, shown);
    m_data.setPatient(shown);
    update();
    Q_EMIT frozenChanged();
}

void FilterSurgery::updateText()
{
    if (m_states.empty()) {
        m_text->setText(tr("Works on a copy of the network; the run stays as it is."));
        return;
    }
    QString text = tr("You see a copy of the network after step %1, operated on %2×.").arg(wholeText(double(m_base->steps)), wholeText(double(m_states.size())));
    const SurgeryAccuracy::Accuracies &found = m_accuracy->accuracies();
    if (!found.error.isEmpty()) {
        text += QLatin1Char('\n') + found.error;
    } else if (std::isnan(found.after) || std::isnan(found.before)) {
        text += QLatin1Char('\n') + tr("The test pictures are being looked at…");
    } else {
        const double change = 100.0 * (found.after - found.before);
        const QString sign = change < 0.0 ? QStringLiteral("−") : QStringLiteral("+");
        text += QLatin1Char('\n')
            + tr("Test accuracy %1 → %2 (%3 points), on %4 test pictures.")
                  .arg(percentText(found.before, 2), percentText(found.after, 2), sign + QLocale().toString(std::abs(change), 'f', 2), wholeText(found.pictures));
    }
    m_text->setText(text);
}

QString FilterSurgery::trainOnProblem() const
{
    const TrainingRun *run = m_data.inspection().run();
    if (!run || m_states.empty()) {
        return tr("Operate on the network, or freeze a filter, first.");
    }
    if (!isFinal(run->state())) {
        return tr("The run is still training. Stop it first: this makes a new run.");
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
    m_undo->setEnabled(!m_states.empty());
    m_discard->setEnabled(!m_states.empty());
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
    auto *box = new FilterNumbersBox(m_data.layer()->width, {kernel.begin(), kernel.end()}, this);
    connect(box, &FilterNumbersBox::numbersChosen, this, &FilterSurgery::setKernel);
    box->show();
}

void FilterSurgery::retranslateUi()
{
    setTitle(tr("Operate"));
    m_silence->setText(tr("Silence"));
    m_silence->setToolTip(tr("All its numbers become zero: how much did the network need it?"));
    m_reset->setText(tr("As at the start"));
    m_reset->setToolTip(tr("It becomes again what it was before training: did what it learned matter?"));
    m_kernel->setText(tr("Set numbers"));
    m_kernel->setToolTip(tr("Gives the filter numbers by hand, or those of a well-known kernel; in a deeper layer for the chosen input channel"));
    m_freeze->setText(tr("Freeze"));
    m_freeze->setToolTip(tr("It stays as it is when training goes on from here, while the others learn around it: its numbers, its bias and what the optimiser remembers of it"));
    m_trainOn->setText(tr("&Train on from here"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes back the last operation"));
    m_discard->setText(tr("Back to the run"));
    m_discard->setToolTip(tr("Throws the copy away"));
    const QStringList names{tr("Identity"), tr("Edges"), tr("Sobel, left to right"), tr("Sobel, top to bottom"), tr("Blur"), tr("Sharpen"), QString(), tr("By hand…")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_kernels->actions()[i]->setText(names[i]);
    }
    update();
}

void FilterSurgery::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
