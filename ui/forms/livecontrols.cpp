// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/livecontrols.h"

#include "core/training/validator.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/numberfield.h"
#include "ui/forms/problemlabel.h"
#include "ui/forms/richtext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace convscope {

LiveControls::LiveControls(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_problem(new ProblemLabel(this))
{
    setupUi();
    retranslateUi();
    setLiveSettings(m_settings);
}

LiveControls::~LiveControls()
{
    // A field that loses the focus while it goes down would still report to what is no longer there.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

void LiveControls::setupUi()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    layout->addWidget(m_title);
    m_learningRate = addControl(QStringLiteral("training.learning_rate"), QStringLiteral("liveLearningRate"), *layout);
    m_weightDecay = addControl(QStringLiteral("training.weight_decay"), QStringLiteral("liveWeightDecay"), *layout);
    m_dropout = addControl(QStringLiteral("architecture.hidden_layers[].dropout"), QStringLiteral("liveDropout"),
                           *layout);
    layout->addWidget(m_problem, 1);
    layout->addStretch(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

LiveControls::Control LiveControls::addControl(const QString &key, const QString &objectName, QHBoxLayout &layout)
{
    const Control control = {key, new QLabel(this), new NumberField(this)};
    configureField(*control.field, fieldSpec(key));
    control.field->setObjectName(objectName);
    control.field->setFixedWidth((fontMetrics().averageCharWidth() * 12 + 7) / 8 * 8);
    control.label->setBuddy(control.field);
    layout.addWidget(control.label);
    layout.addWidget(control.field);
    connect(control.field, &NumberField::valueChanged, this, &LiveControls::check);
    connect(control.field, &NumberField::shownProblemChanged, this, &LiveControls::updateProblem);
    connect(control.field, &NumberField::editingFinished, this, &LiveControls::commit);
    connect(control.field, &NumberField::stepped, this, &LiveControls::commit);
    return control;
}

void LiveControls::setLiveSettings(const LiveSettings &settings)
{
    m_settings = settings;
    // A number that is being written is the user's until it is finished.
    const auto show = [](const Control &control, double value) {
        if (!(control.field->hasFocus() && control.field->isModified()))
            control.field->setValue(value);
    };
    show(m_learningRate, settings.learningRate);
    show(m_weightDecay, settings.weightDecay);
    show(m_dropout, settings.dropout);
    check();
}

void LiveControls::setEnabledFor(bool running, bool hasDropout)
{
    m_hasDropout = hasDropout;
    setEnabled(running);
    m_dropout.field->setEnabled(hasDropout);
    m_dropout.label->setEnabled(hasDropout);
    retranslateUi();
}

LiveSettings LiveControls::written() const
{
    return {m_learningRate.field->value(), m_weightDecay.field->value(), m_dropout.field->value()};
}

void LiveControls::check()
{
    const std::vector<Problem> problems = validate(written());
    for (const Control &control : {m_learningRate, m_weightDecay, m_dropout}) {
        QString sentence;
        for (const Problem &problem : problems) {
            const QString name = problem.field.mid(problem.field.lastIndexOf(u'.') + 1);
            if (sentence.isEmpty() && control.key.endsWith(name))
                sentence = problem.message;
        }
        control.field->setProblem(sentence);
    }
    updateProblem();
}

void LiveControls::commit()
{
    check();
    for (const Control &control : {m_learningRate, m_weightDecay, m_dropout}) {
        if (!control.field->hasValidValue())
            return;
    }
    if (written() == m_settings)
        return;
    m_settings = written();
    Q_EMIT liveSettingsChanged(m_settings);
}

void LiveControls::updateProblem()
{
    QString first;
    for (const Control &control : {m_learningRate, m_weightDecay, m_dropout}) {
        if (first.isEmpty() && control.field)
            first = control.field->shownProblem();
    }
    m_problem->setProblem(first);
}

void LiveControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        check();
    }
}

void LiveControls::retranslateUi()
{
    m_title->setText(tr("Change now:"));
    m_title->setToolTip(toolTipText({tr("These act at the next batch of the running training. The change is kept with "
                                        "the run and marked on the curves.")}));
    m_title->setWhatsThis(m_title->toolTip());
    for (const Control &control : {m_learningRate, m_weightDecay, m_dropout}) {
        const FieldSpec &spec = fieldSpec(control.key);
        setFieldTexts(*control.field, spec);
        //: Accessible name of a field that changes the running training; %1 is the name of a setting.
        control.field->setAccessibleName(tr("Change now: %1").arg(fieldName(spec)));
        control.label->setText(fieldName(spec));
        control.label->setToolTip(toolTipText({fieldToolTip(spec)}));
    }
    if (!m_hasDropout)
        m_dropout.field->setHelp(tr("This network has no layer with dropout."));
}

} // namespace convscope
