// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sweepdialog.h"

#include "core/common/atomicfile.h"
#include "core/common/opendatabase.h"
#include "core/training/experimentjson.h"
#include "ui/forms/sweeprow.h"
#include "ui/models/sweepablesettings.h"
#include "ui/models/whendone.h"
#include "ui/window/planlist.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <limits>

namespace convscope {

namespace {

constexpr std::size_t mostRows = 6;
constexpr qint64 mostBytes = 1024 * 1024;
constexpr int mostRuns = 10000;

QSpinBox *spinBox(const char *name, int minimum, int maximum, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(minimum, maximum);
    box->setValue(value);
    return box;
}

} // namespace

SweepDialog::SweepDialog(const TrainingPlanner &planner, const Experiment &base, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_planner(planner)
    , m_planTimer(new QTimer(this))
    , m_text(new QLabel)
    , m_baseText(new QLabel)
    , m_name(new QLineEdit(name))
    , m_rowsLayout(new QVBoxLayout)
    , m_plan(new QLabel)
    , m_list(new PlanList)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sweepDialog"));
    setWindowTitle(tr("Sweep"));
    m_planTimer->setSingleShot(true);
    m_planTimer->setInterval(std::chrono::milliseconds(150)); // not for every key
    connect(m_planTimer, &QTimer::timeout, this, &SweepDialog::plan);
    setupUi();
    setBase(base);
    addRow();
    connectChanges();
    resize(760, 640);
    plan();
}

void SweepDialog::setupUi()
{
    m_text->setWordWrap(true);
    m_text->setText(tr("Trains many variants of one experiment and compares them: choose the settings to vary, and the values to try."));
    m_baseText->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("sweepName"));
    m_name->setToolTip(tr("The runs carry this name as a tag, so that you find them again."));
    auto *form = new QFormLayout;
    form->addRow(tr("Variants of"), m_baseText);
    form->addRow(tr("&Name"), m_name);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_add = new QPushButton(tr("&Vary one more setting"));
    m_add->setObjectName(QStringLiteral("sweepAdd"));
    m_add->setAutoDefault(false);
    m_rowsLayout->addWidget(m_add, 0, Qt::AlignLeft);
    m_plan->setObjectName(QStringLiteral("sweepPlan"));
    m_plan->setWordWrap(true);
    m_plan->setTextFormat(Qt::RichText);
    m_plan->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_list->setObjectName(QStringLiteral("sweepList"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(form);
    layout->addLayout(m_rowsLayout);
    layout->addWidget(createSearch());
    layout->addWidget(createStop());
    layout->addWidget(m_plan);
    layout->addWidget(m_list, 1);
    layout->addWidget(createButtons());
}

QWidget *SweepDialog::createSearch()
{
    auto *box = new QWidget;
    m_grid = new QRadioButton(tr("&Every combination"));
    m_grid->setObjectName(QStringLiteral("sweepGrid"));
    m_grid->setChecked(true);
    m_grid->setToolTip(tr("A grid: each value of each setting with each of the others."));
    m_random = new QRadioButton(tr("&Random:"));
    m_random->setObjectName(QStringLiteral("sweepRandom"));
    m_random->setToolTip(tr("Draws the values at random. With several settings it often finds good ones with far fewer runs than a grid, because no two runs try the same value of the setting that matters."));
    m_count = spinBox("sweepCount", 1, mostRuns, 20);
    m_count->setSuffix(QLatin1Char(' ') + tr("draws"));
    m_count->setAccessibleName(tr("Number of draws"));
    m_seed = spinBox("sweepSeed", 0, std::numeric_limits<int>::max(), 1);
    m_seed->setPrefix(tr("seed") + QLatin1Char(' '));
    m_seed->setAccessibleName(tr("Seed of the draws"));
    m_seed->setToolTip(tr("The same seed draws the same values again."));
    m_seeds = spinBox("sweepSeeds", 1, 100, 1);
    m_seeds->setToolTip(tr("Trains each variant so many times, each time with another seed: then you see how much of a difference is chance."));
    auto *seeds = new QLabel(tr("Seeds &each:"));
    seeds->setBuddy(m_seeds);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_grid, m_random, m_count, m_seed}) {
        layout->addWidget(widget);
    }
    layout->addStretch();
    layout->addWidget(seeds);
    layout->addWidget(m_seeds);
    return box;
}

QWidget *SweepDialog::createStop()
{
    auto *box = new QWidget;
    m_stop = new QCheckBox(tr("&Give up the hopeless early, from epoch"));
    m_stop->setObjectName(QStringLiteral("sweepStop"));
    m_stop->setToolTip(tr("Spends the time on the runs that promise something. What was given up can go on later."));
    m_afterEpochs = spinBox("sweepAfterEpochs", 1, 100000, 2);
    m_afterEpochs->setAccessibleName(tr("First epoch after which a run may be given up"));
    m_rule = new QLabel;
    m_rule->setObjectName(QStringLiteral("sweepRule"));
    m_rule->setWordWrap(true);
    m_rule->setIndent(2 * fontMetrics().averageCharWidth());
    auto *row = new QHBoxLayout;
    row->addWidget(m_stop);
    row->addWidget(m_afterEpochs);
    row->addStretch();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_rule);
    setRule(MedianRule());
    return box;
}

void SweepDialog::setRule(const MedianRule &rule)
{
    m_medianRule = rule;
    const QString others = QLatin1Char(' ') + tr("So many others at least must have come as far: %L1.").arg(rule.leastOthers);
    m_rule->setText((rule.measure == MedianRule::Measure::TestLoss
                         ? tr("The median rule: a run ends when its lowest test loss is higher than the median of what the other runs had on average up to the same epoch.")
                         : tr("The median rule: a run ends when its best test accuracy is lower than the median of what the other runs had on average up to the same epoch."))
                    + others);
}

QWidget *SweepDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_start = buttons->addButton(tr("&Start"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("sweepStart"));
    m_start->setDefault(true);
    QPushButton *load = buttons->addButton(tr("&Load sweep file…"), QDialogButtonBox::ActionRole);
    QPushButton *save = buttons->addButton(tr("Save as sweep &file…"), QDialogButtonBox::ActionRole);
    save->setToolTip(tr("For the command line: convscope sweep FILE trains the same runs, also divided over several machines."));
    load->setAutoDefault(false);
    save->setAutoDefault(false);
    connect(load, &QPushButton::clicked, this, &SweepDialog::askForFile);
    connect(save, &QPushButton::clicked, this, &SweepDialog::askAndSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_planned) {
            Q_EMIT chosen(*m_planned);
            accept();
        }
    });
    return buttons;
}

void SweepDialog::connectChanges()
{
    connect(m_name, &QLineEdit::textChanged, this, &SweepDialog::markChanged);
    for (const QAbstractButton *button : std::initializer_list<const QAbstractButton *>{m_grid, m_random, m_stop}) {
        connect(button, &QAbstractButton::toggled, this, &SweepDialog::markChanged);
    }
    for (const QSpinBox *box : {m_count, m_seed, m_seeds, m_afterEpochs}) {
        connect(box, &QSpinBox::valueChanged, this, &SweepDialog::markChanged);
    }
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow();
        markChanged();
    });
    updateRows();
}

void SweepDialog::markChanged()
{
    m_planned.reset();
    m_start->setEnabled(false);
    ++m_job;
    updateRows();
    m_planTimer->start();
}

SweepRow *SweepDialog::addRow()
{
    const std::map<QString, QJsonValue> settings = sweepableSettings(m_base);
    auto *row = new SweepRow(settings);
    static const QStringList first{QStringLiteral("training.learning_rate"), QStringLiteral("training.batch_size"), QStringLiteral("dropout")};
    const auto isFree = [this](const QString &path) {
        return std::none_of(m_rows.begin(), m_rows.end(), [&path](const SweepRow *other) { return other->path() == path; });
    };
    const auto proposed = std::find_if(first.begin(), first.end(), [&](const QString &path) { return isFree(path) && settings.contains(path); });
    if (proposed != first.end()) {
        row->setPath(*proposed);
    } else if (const auto other = std::find_if(settings.begin(), settings.end(), [&](const auto &entry) { return isFree(entry.first); }); other != settings.end()) {
        row->setPath(other->first);
    }
    m_rowsLayout->insertWidget(int(m_rows.size()), row);
    m_rows.push_back(row);
    connect(row, &SweepRow::changed, this, &SweepDialog::markChanged);
    connect(row, &SweepRow::removeRequested, this, [this, row] { removeRow(row); });
    return row;
}

void SweepDialog::removeRow(SweepRow *row)
{
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    markChanged();
}

void SweepDialog::updateRows()
{
    for (SweepRow *row : m_rows) {
        row->setRandom(m_random->isChecked());
        row->setRemovable(m_rows.size() > 1);
    }
    m_add->setEnabled(m_rows.size() < mostRows);
    m_count->setEnabled(m_random->isChecked());
    m_seed->setEnabled(m_random->isChecked());
    m_afterEpochs->setEnabled(m_stop->isChecked());
    m_rule->setVisible(m_stop->isChecked());
}

void SweepDialog::setBase(const Experiment &base)
{
    m_base = base;
    m_baseText->setText(tr("“%1” with its other settings as they are, %Ln epoch(s) each", nullptr, base.training.epochs).arg(base.name));
}

Result<QJsonObject> SweepDialog::json() const
{
    QJsonObject settings;
    for (const SweepRow *row : m_rows) {
        const Result<QJsonValue> values = row->values();
        if (!values) {
            return Result<QJsonObject>::failure(values.error());
        }
        if (settings.contains(row->path())) {
            return Result<QJsonObject>::failure(tr("A setting is varied twice. Choose another one."));
        }
        settings[row->path()] = values.value();
    }
    const QString name = m_name->text().simplified();
    if (name.isEmpty()) {
        return Result<QJsonObject>::failure(tr("The sweep needs a name."));
    }
    QJsonObject object{{QStringLiteral("convscope_sweep"), 1},
                       {QStringLiteral("name"), name},
                       {QStringLiteral("experiment"), toJson(m_base)},
                       {QStringLiteral("search"), m_random->isChecked() ? QStringLiteral("random") : QStringLiteral("grid")},
                       {QStringLiteral("settings"), settings}};
    if (m_random->isChecked()) {
        object[QLatin1String("count")] = m_count->value();
        object[QLatin1String("seed")] = m_seed->value();
    }
    if (m_seeds->value() > 1) {
        object[QLatin1String("seeds")] = m_seeds->value();
    }
    if (m_stop->isChecked()) {
        MedianRule rule = m_medianRule;
        rule.afterEpochs = m_afterEpochs->value();
        object[QLatin1String("stop")] = toJson(rule);
    }
    return object;
}

QString SweepDialog::load(const QString &path)
{
    if (OpenDatabase::isPart(path)) {
        return OpenDatabase::refusal(path);
    }
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return tr("The file %1 can't be read.").arg(QDir::toNativeSeparators(path));
    }
    if (file.size() > mostBytes) {
        return tr("The file %1 is larger than 1 MiB, so it can hardly be a sweep. Write ranges in place of long lists.").arg(QDir::toNativeSeparators(path));
    }
    const QByteArray bytes = file.read(mostBytes);
    const Result<Sweep> sweep = sweepFromJson(bytes, QDir::toNativeSeparators(path));
    if (!sweep) {
        return sweep.error();
    }
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (sweep.value().name.isEmpty()) {
        object[QLatin1String("name")] = QFileInfo(path).completeBaseName();
    }
    const Result<QJsonObject> before = json();
    showSweep(object, sweep.value());
    if (isShown(sweep.value())) {
        return QString();
    }
    if (const Result<Sweep> former = before ? sweepFromJson(QJsonDocument(before.value()).toJson(), QString()) : Result<Sweep>::failure(QString())) {
        showSweep(before.value(), former.value());
    }
    return tr("%1 says what this window can't show without changing it. Train it as it is: convscope sweep FILE").arg(QDir::toNativeSeparators(path));
}

/// What stands here gives the same experiments.
bool SweepDialog::isShown(const Sweep &sweep) const
{
    const Result<QJsonObject> object = json();
    const Result<Sweep> shown = object ? sweepFromJson(QJsonDocument(object.value()).toJson(), QString()) : Result<Sweep>::failure(object.error());
    return shown && shown.value().experiments == sweep.experiments && shown.value().stop == sweep.stop;
}

void SweepDialog::replaceName(const QString &proposed, const QString &better)
{
    if (m_name->text() == proposed) {
        m_name->setText(better);
    }
}

void SweepDialog::showSweep(const QJsonObject &object, const Sweep &sweep)
{
    setBase(sweep.base);
    const QJsonObject settings = object[QLatin1String("settings")].toObject();
    while (!m_rows.empty()) {
        m_rows.back()->deleteLater();
        m_rows.back()->hide();
        m_rows.pop_back();
    }
    for (const QString &path : settings.keys()) {
        addRow()->setValues(path, settings.value(path));
    }
    m_name->setText(object[QLatin1String("name")].toString());
    (object[QLatin1String("search")].toString() == QLatin1String("random") ? m_random : m_grid)->setChecked(true);
    m_count->setValue(object[QLatin1String("count")].toInt(m_count->value()));
    m_seed->setValue(object[QLatin1String("seed")].toInt(m_seed->value()));
    m_seeds->setValue(object[QLatin1String("seeds")].toInt(1));
    m_stop->setChecked(sweep.stop.has_value());
    setRule(sweep.stop.value_or(MedianRule()));
    m_afterEpochs->setValue(sweep.stop ? sweep.stop->afterEpochs : m_afterEpochs->value());
    markChanged();
}

QString SweepDialog::save(const QString &path) const
{
    const Result<QJsonObject> object = json();
    return object ? writeFileAtomically(path, QJsonDocument(object.value()).toJson()) : object.error();
}

void SweepDialog::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load sweep file"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Sweeps (*.json)"));
    if (const QString problem = path.isEmpty() ? QString() : load(path); !problem.isEmpty()) {
        QMessageBox::warning(this, tr("Sweep"), problem);
    }
}

void SweepDialog::askAndSave()
{
    QString name = m_name->text().simplified();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save as sweep file"), documents.filePath(name + QStringLiteral(".json")), tr("Sweeps (*.json)"));
    if (const QString problem = path.isEmpty() ? QString() : save(path); !problem.isEmpty()) {
        QMessageBox::warning(this, tr("Sweep"), problem);
    }
}

void SweepDialog::plan()
{
    const Result<QJsonObject> object = json();
    if (!object) {
        take(Result<PlannedSweep>::failure(object.error()));
        return;
    }
    whenDone(this, m_planner.planSweep(QJsonDocument(object.value()).toJson()), [this, job = ++m_job](const Result<PlannedSweep> &planned) {
        if (job == m_job) {
            take(planned);
        }
    });
}

void SweepDialog::take(const Result<PlannedSweep> &planned)
{
    m_planned.reset();
    m_start->setEnabled(planned.ok());
    if (!planned) {
        m_plan->setText(QStringLiteral("<b>%1</b>").arg(planned.error().toHtmlEscaped()));
        m_list->clear();
        return;
    }
    m_planned = planned.value();
    m_plan->setText(PlanList::summary(m_planned->plan, m_planner.freeBytes(), m_planned->sweep.stop.has_value(), m_planner.hasTrial())
                    + (m_planned->isNameUsed ? QStringLiteral(" ⚠ %1").arg(tr("Other runs carry this name already: they are shown, and judged, together with these.").toHtmlEscaped()) : QString()));
    m_start->setText(m_planned->plan.wanted() > 0 ? tr("&Start") : tr("&Show the runs"));
    m_list->setPlan(m_planned->plan);
    if (m_planned->plan.wanted() > 0 && !m_planned->plan.seconds()) {
        tryOut();
    }
}

/// Once: how fast the first variant trains.
void SweepDialog::tryOut()
{
    if (m_hasTried || !m_planner.canTry()) {
        return;
    }
    m_hasTried = true;
    whenDone(this, m_planner.tryOut(m_planned->plan.trainings.front().experiment), [this](const std::optional<RunRecord> &trial) {
        if (trial) {
            m_planner.setTrial(*trial);
            m_planTimer->start();
        }
    });
}

} // namespace convscope
