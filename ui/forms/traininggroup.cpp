// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/traininggroup.h"

#include "core/training/frozenfilters.h"
#include "ui/forms/choicetexts.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/quietcombobox.h"
#include "ui/forms/richtext.h"
#include "ui/forms/schedulepreview.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

TrainingGroup::TrainingGroup(QWidget *parent)
    : SettingsGroup(parent)
    , m_optimizerCombo(new QuietComboBox(this))
    , m_scheduleCombo(new QuietComboBox(this))
    , m_finalCombo(new QuietComboBox(this))
    , m_engineCombo(new QuietComboBox(this))
    , m_precisionCombo(new QuietComboBox(this))
    , m_preview(new SchedulePreview(this))
    , m_thaw(new QPushButton(this))
{
    for (const Optimizer optimizer : allOptimizers)
        m_optimizerCombo->addItem(QString(), int(optimizer));
    for (const ScheduleKind kind : allSchedules)
        m_scheduleCombo->addItem(QString(), int(kind));
    for (const FinalWeights weights : {FinalWeights::Last, FinalWeights::Best})
        m_finalCombo->addItem(QString(), int(weights));
    for (const Computation computation : allComputations)
        m_engineCombo->addItem(QString(), int(computation));
    for (const Precision precision : allPrecisions)
        m_precisionCombo->addItem(choiceText(precision), int(precision));
    setupUi();
    retranslateUi();
    updateFrom(TrainingSettings());
}

void TrainingGroup::setupUi()
{
    using S = TrainingSettings;
    addChoice(QStringLiteral("training.optimizer"), m_optimizerCombo, [](S &s) -> Optimizer & { return s.optimizer; });
    m_momentumRow = addNumber(QStringLiteral("training.momentum"), [](S &s) -> double & { return s.momentum; });
    m_rateRow = addNumber(QStringLiteral("training.learning_rate"), [](S &s) -> double & { return s.learningRate; });
    addScheduleRows();
    addNumber(QStringLiteral("training.weight_decay"), [](S &s) -> double & { return s.weightDecay; });
    m_frozenRow = addButton(QStringLiteral("training.frozen_filters"), m_thaw, [this](const S &s) { updateFrozen(s); }, [](S &s) { s.frozenFilters.clear(); });
    addNumber(QStringLiteral("training.batch_size"), [](S &s) -> int & { return s.batchSize; });
    addNumber(QStringLiteral("training.epochs"), [](S &s) -> int & { return s.epochs; });
    m_patienceField = addNumber(QStringLiteral("training.early_stopping.patience"), [](S &s) -> int & { return s.earlyStopping.patience; })
                          ->numberField();
    m_smallestChangeRow = addNumber(QStringLiteral("training.early_stopping.smallest_change"),
                                    [](S &s) -> double & { return s.earlyStopping.smallestChange; });
    addChoice(QStringLiteral("training.final_weights"), m_finalCombo, [](S &s) -> FinalWeights & { return s.finalWeights; });
    addNumber(QStringLiteral("training.seed"), [](S &s) -> qint64 & { return s.seed; });
    m_threadsField = addNumber(QStringLiteral("training.threads"), [](S &s) -> int & { return s.threads; })
                         ->numberField();
    addChoice(QStringLiteral("training.engine"), m_engineCombo, [](S &s) -> Computation & { return s.engine; });
    addChoice(QStringLiteral("training.precision"), m_precisionCombo, [](S &s) -> Precision & { return s.precision; });
}

void TrainingGroup::addScheduleRows()
{
    using S = TrainingSettings;
    addChoice(QStringLiteral("training.schedule.kind"), m_scheduleCombo,
              [](S &s) -> ScheduleKind & { return s.schedule.kind; });
    m_stepEpochsRow = addNumber(QStringLiteral("training.schedule.step_epochs"),
                                [](S &s) -> int & { return s.schedule.stepEpochs; });
    m_stepFactorRow = addNumber(QStringLiteral("training.schedule.step_factor"),
                                [](S &s) -> double & { return s.schedule.stepFactor; });
    m_preview->setObjectName(QStringLiteral("schedulePreview"));
    rows()->addWidget(m_preview);
}

void TrainingGroup::updateFrom(const TrainingSettings &settings)
{
    m_momentumRow->setVisible(settings.optimizer == Optimizer::Sgd);
    m_stepEpochsRow->setVisible(settings.schedule.kind == ScheduleKind::Step);
    m_stepFactorRow->setVisible(settings.schedule.kind == ScheduleKind::Step);
    m_smallestChangeRow->setVisible(settings.earlyStopping.patience > 0);
    updateFrozen(settings);
    m_preview->setSchedule(settings.schedule, settings.learningRate, settings.epochs);
}

void TrainingGroup::addRateAction(QAction *action)
{
    m_rateRow->addButton(action);
}

void TrainingGroup::updateFrozen(const TrainingSettings &settings)
{
    m_frozen = settings.frozenFilters;
    m_frozenRow->setVisible(!m_frozen.empty());
    m_thaw->setText(tr("Thaw %Ln", nullptr, int(m_frozen.size())));
    m_thaw->setAccessibleDescription(frozenFiltersText(m_frozen));
    m_thaw->setToolTip(toolTipText({frozenFiltersText(m_frozen), fieldToolTip(fieldSpec(QStringLiteral("training.frozen_filters")))}));
}

void TrainingGroup::changeEvent(QEvent *event)
{
    SettingsGroup::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
}

void TrainingGroup::retranslateUi()
{
    for (int i = 0; i < m_optimizerCombo->count(); ++i)
        m_optimizerCombo->setItemText(i, choiceText(static_cast<Optimizer>(m_optimizerCombo->itemData(i).toInt())));
    for (int i = 0; i < m_scheduleCombo->count(); ++i)
        m_scheduleCombo->setItemText(i, choiceText(static_cast<ScheduleKind>(m_scheduleCombo->itemData(i).toInt())));
    for (int i = 0; i < m_finalCombo->count(); ++i)
        m_finalCombo->setItemText(i, choiceText(static_cast<FinalWeights>(m_finalCombo->itemData(i).toInt())));
    for (int i = 0; i < m_engineCombo->count(); ++i)
        m_engineCombo->setItemText(i, choiceText(static_cast<Computation>(m_engineCombo->itemData(i).toInt())));
    m_thaw->setText(tr("Thaw %Ln", nullptr, int(m_frozen.size())));
    //: Training is not ended early.
    m_patienceField->setSpecialValue(0, tr("off"));
    //: The number of threads is chosen by the program.
    m_threadsField->setSpecialValue(0, tr("automatic"));
}

} // namespace convscope
