// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ratefinderdialog.h"

#include "ui/charts/numberformat.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/numberfield.h"
#include "ui/pages/ratefinderplot.h"
#include "ui/views/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace convscope {

namespace {

constexpr int stepping = 10;
/// Of text below the chart, so that it doesn't jump when the search ends.
constexpr int linesOfText = 6;

} // namespace

RateFinderDialog::RateFinderDialog(Source source, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_subject(m_source())
    , m_job(new RateSearchJob(this))
    , m_intro(new QLabel(this))
    , m_plot(new RateFinderPlot(this))
    , m_export(new ViewExport(QStringLiteral("learning-rate"), m_plot, [this] { return m_plot->table(); }))
    , m_state(new QLabel(this))
    , m_found(new QLabel(this))
    , m_exportButton(new QToolButton(this))
    , m_use(new QPushButton(this))
    , m_run(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("rateFinderDialog"));
    setupUi();
    connectSignals();
    retranslateUi();
    resize(800, 640);
    m_run->setFocus();
}

NumberField *RateFinderDialog::addField(const char *objectName, const QString &key, QLabel *&label, QLayout *layout)
{
    label = new QLabel(this);
    auto *field = new NumberField(this);
    if (key.isEmpty()) {
        field->setKind(NumberKind::Integer);
        field->setStepping(Stepping::Linear, stepping);
    } else {
        configureField(*field, fieldSpec(key));
    }
    field->setObjectName(QLatin1String(objectName));
    field->setFixedWidth(fontMetrics().averageCharWidth() * 12);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    return field;
}

void RateFinderDialog::setupUi()
{
    m_state->setObjectName(QStringLiteral("rateFinderState"));
    m_found->setObjectName(QStringLiteral("rateFinderFound"));
    m_use->setObjectName(QStringLiteral("rateFinderUse"));
    m_run->setObjectName(QStringLiteral("rateFinderRun"));
    for (QLabel *label : {m_intro, m_state, m_found}) {
        label->setWordWrap(true);
    }
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_found->setTextFormat(Qt::RichText);
    m_found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_found->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_found->setMinimumHeight(linesOfText * fontMetrics().lineSpacing());
    m_plot->setMinimumHeight(240);
    m_export->setPainter([this](QPainter &painter) { m_plot->render(painter); }, [this] { return m_plot->size(); });

    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    const QString rate = QStringLiteral("training.learning_rate");
    m_from = addField("rateFinderFrom", rate, m_fromLabel, fields);
    m_to = addField("rateFinderTo", rate, m_toLabel, fields);
    m_steps = addField("rateFinderSteps", QString(), m_stepsLabel, fields);
    m_seed = addField("rateFinderSeed", QStringLiteral("training.seed"), m_seedLabel, fields);
    fields->addStretch(1);
    m_from->setValue(m_plan.from);
    m_to->setValue(m_plan.to);
    m_steps->setValue(m_plan.steps);
    m_seed->setValue(double(m_subject.experiment.training.seed));

    m_exportButton->setMenu(m_export->menu());
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportButton->setIcon(themedIcon("export"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_exportButton);
    buttons->addStretch(1);
    for (QPushButton *button : {m_run, m_use, m_close}) {
        button->setAutoDefault(true);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_intro);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_found);
    layout->addLayout(fields);
    layout->addLayout(buttons);
}

void RateFinderDialog::connectSignals()
{
    connect(m_job, &RateSearchJob::pointsArrived, this, &RateFinderDialog::takePoints);
    connect(m_job, &RateSearchJob::ended, this, [this] {
        m_verdict = judge(m_job->points());
        m_plot->setVerdict(m_verdict);
        showState();
        if (m_verdict.suggestion && (focusWidget() == m_run || !focusWidget())) {
            m_use->setFocus(); // Enter takes it
        }
    });
    connect(m_run, &QPushButton::clicked, this, [this] { m_job->isRunning() ? m_job->cancel() : start(); });
    connect(m_use, &QPushButton::clicked, this, &RateFinderDialog::use);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_export, &ViewExport::failed, this, &RateFinderDialog::exportFailed);
    for (NumberField *field : {m_from, m_to, m_steps, m_seed}) {
        connect(field, &NumberField::valueChanged, this, &RateFinderDialog::showState);
        connect(field, &NumberField::problemOfTextChanged, this, &RateFinderDialog::showState);
    }
}

RateSearchPlan RateFinderDialog::plan() const
{
    return {m_from->value(), m_to->value(), int(std::clamp(m_steps->value(), -1e6, 1e6))};
}

void RateFinderDialog::start()
{
    m_subject = m_source();
    m_subject.experiment.training.seed = qint64(m_seed->value());
    if (m_subject.problem.isEmpty() && problemOf(plan()).isEmpty()) {
        m_plan = plan();
        m_verdict = {};
        m_plot->setVerdict(m_verdict);
        m_plot->setPlan(m_plan);
        m_job->start(m_subject.engine, m_subject.data, m_subject.experiment, m_plan);
    }
    retranslateUi();
}

void RateFinderDialog::takePoints()
{
    m_plot->setSearchPoints(m_job->points());
    showState();
}

QString RateFinderDialog::stateText() const
{
    for (const NumberField *field : {m_from, m_to, m_steps, m_seed}) {
        if (!field->hasValidValue()) {
            return field->problem();
        }
    }
    if (const QString problem = problemOf(plan()); !problem.isEmpty()) {
        return problem;
    }
    if (!m_subject.problem.isEmpty()) {
        return m_subject.problem;
    }
    if (m_job->isRunning()) {
        const QString step = m_job->points().empty()
            ? tr("The search begins.")
            : tr("Step %1 of %2, learning rate %3.")
                  .arg(wholeText(double(m_job->points().size())), wholeText(m_plan.steps), rateText(m_job->points().back().rate));
        return m_subject.note.isEmpty() ? step : step + QLatin1Char(' ') + m_subject.note;
    }
    if (!m_job->end()) {
        return QString();
    }
    switch (m_job->end()->kind) {
    case RateSearchEnd::Kind::Finished:
        return tr("Ended after all %1 steps.").arg(wholeText(m_plan.steps));
    case RateSearchEnd::Kind::BrokeDown:
        return tr("Ended after %1 of %2 steps, where the loss had grown to more than four times its lowest.")
            .arg(wholeText(double(m_job->points().size())), wholeText(m_plan.steps));
    case RateSearchEnd::Kind::Cancelled:
        return tr("Cancelled after %1 of %2 steps.").arg(wholeText(double(m_job->points().size())), wholeText(m_plan.steps));
    case RateSearchEnd::Kind::Failed:
        break;
    }
    return m_job->end()->reason;
}

QString RateFinderDialog::verdictHtml() const
{
    if (!m_job->end() || m_job->end()->kind == RateSearchEnd::Kind::Failed) {
        return QString();
    }
    QString html;
    const auto add = [&html](const QString &flag, const QColor &color, const QString &text) {
        if (!text.isEmpty()) {
            html += QStringLiteral("<p style='margin:0 0 4px 0'><span style='color:%1'>%2</span>%3</p>").arg(color.name(), flag, text.toHtmlEscaped());
        }
    };
    // The flags of the marks.
    add(QStringLiteral("▼ "), RateFinderPlot::steepestColor(palette()), steepestText(m_verdict, m_job->points()));
    add(QStringLiteral("◆ "), RateFinderPlot::breakingColor(palette()), breakingText(m_verdict, m_job->points()));
    const bool isSteepest = m_verdict.suggestion && !m_verdict.isTenth;
    add(isSteepest ? QStringLiteral("▼ ") : m_verdict.isTenth ? QStringLiteral("● ") : QString(), isSteepest ? RateFinderPlot::steepestColor(palette()) : RateFinderPlot::suggestionColor(palette()),
        suggestionText(m_verdict));
    return html;
}

void RateFinderDialog::showState()
{
    const bool canRun = m_subject.problem.isEmpty() && problemOf(plan()).isEmpty()
        && m_from->hasValidValue() && m_to->hasValidValue() && m_steps->hasValidValue() && m_seed->hasValidValue();
    m_state->setText(stateText());
    m_found->setText(verdictHtml());
    m_run->setText(m_job->isRunning() ? tr("&Cancel the search") : m_job->end() ? tr("&Search again") : tr("&Search"));
    m_run->setEnabled(m_job->isRunning() || canRun);
    m_use->setEnabled(m_verdict.suggestion.has_value());
    m_use->setText(m_verdict.suggestion ? tr("&Use %1").arg(rateText(*m_verdict.suggestion)) : tr("&Use it"));
    (m_use->isEnabled() ? m_use : m_run)->setDefault(true); // Enter does what comes next
    m_exportButton->setEnabled(!m_job->points().empty());
}

void RateFinderDialog::use()
{
    Q_EMIT rateChosen(*m_verdict.suggestion);
    accept();
}

void RateFinderDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_subject = m_source(); // its sentences
        retranslateUi();
    } else if (event->type() == QEvent::PaletteChange && m_found) {
        m_found->setText(verdictHtml());
    }
}

void RateFinderDialog::retranslateUi()
{
    setWindowTitle(tr("Find the learning rate"));
    m_intro->setText(tr("A throw-away copy of “%1” is trained for a moment while the learning rate rises from tiny to huge. Where the loss falls fastest, "
                        "learning is quickest; where it turns up, the steps are too large.")
                         .arg(m_subject.experiment.name));
    m_fromLabel->setText(tr("&From"));
    m_toLabel->setText(tr("&to"));
    m_stepsLabel->setText(tr("Ste&ps"));
    m_seedLabel->setText(tr("See&d"));
    setFieldTexts(*m_seed, fieldSpec(QStringLiteral("training.seed")));
    m_from->setAccessibleName(tr("Smallest learning rate"));
    m_from->setHelp(tr("The search begins with this rate. Where the loss only rises, begin lower."));
    m_to->setAccessibleName(tr("Largest learning rate"));
    m_to->setHelp(tr("The search ends with this rate, or earlier, when the loss breaks down."));
    m_steps->setAccessibleName(tr("Number of steps"));
    m_steps->setHelp(tr("More steps take longer and give a smoother curve."));
    m_exportButton->setText(tr("E&xport"));
    m_exportButton->setToolTip(tr("The chart as a picture, the numbers as a table"));
    m_use->setToolTip(tr("Writes this learning rate into the experiment"));
    m_close->setText(tr("C&lose"));
    m_plot->retranslate();
    showState();
}

} // namespace convscope
