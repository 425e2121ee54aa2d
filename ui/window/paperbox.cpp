// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/paperbox.h"

#include "ui/models/whendone.h"
#include "ui/window/planlist.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int mostSeeds = 10;

} // namespace

PaperBox::PaperBox(const TrainingPlanner &planner, QWidget *parent)
    : QDialog(parent)
    , m_planner(planner)
    , m_text(new QLabel)
    , m_batchNorm(new QCheckBox)
    , m_seeds(new QSpinBox)
    , m_list(new PlanList)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("paperBox"));
    setWindowTitle(tr("The paper's experiments"));
    setupUi();
    resize(620, 460);
    plan();
}

void PaperBox::setupUi()
{
    auto *introduction = new QLabel(tr("The paper behind this program trained five networks and says what came out. Here they are trained again, and the report holds each of its claims against your numbers."));
    introduction->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("paperText"));
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_list->setObjectName(QStringLiteral("paperList"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(introduction);
    layout->addWidget(createChoices());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_text);
    layout->addWidget(createButtons());
}

QWidget *PaperBox::createChoices()
{
    auto *box = new QWidget;
    m_batchNorm->setObjectName(QStringLiteral("paperBatchNorm"));
    m_batchNorm->setText(tr("With &batch normalisation, too"));
    m_batchNorm->setToolTip(tr("The paper doesn't say whether its networks normalise. Trains cnn-2 and cnn-3 once more with it, to see which is nearer."));
    m_seeds->setObjectName(QStringLiteral("paperSeeds"));
    m_seeds->setRange(1, mostSeeds);
    m_seeds->setToolTip(tr("Trains the networks with convolutions with so many seeds: then the report shows a band, and with how many seeds a claim holds."));
    auto *label = new QLabel(tr("&Seeds:"));
    label->setBuddy(m_seeds);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_batchNorm);
    layout->addStretch();
    layout->addWidget(label);
    layout->addWidget(m_seeds);
    connect(m_batchNorm, &QCheckBox::toggled, this, &PaperBox::plan);
    connect(m_seeds, &QSpinBox::valueChanged, this, &PaperBox::plan);
    return box;
}

QWidget *PaperBox::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_train = buttons->addButton(tr("&Train what is missing"), QDialogButtonBox::AcceptRole);
    m_train->setObjectName(QStringLiteral("paperTrain"));
    m_train->setEnabled(false);
    m_show = buttons->addButton(tr("Show the &report"), QDialogButtonBox::ActionRole);
    m_show->setObjectName(QStringLiteral("paperShow"));
    m_show->setToolTip(tr("Writes the report with what is there now, and opens it in the browser."));
    m_save = buttons->addButton(tr("Sa&ve the report…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("paperSave"));
    m_save->setToolTip(tr("Writes the page, the figures as SVG and the numbers into a folder."));
    for (QPushButton *button : {m_show, m_save}) {
        button->setAutoDefault(false);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_train, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_plan);
        accept();
    });
    connect(m_show, &QPushButton::clicked, this, &PaperBox::showReport);
    connect(m_save, &QPushButton::clicked, this, &PaperBox::saveReport);
    return buttons;
}

PaperChoice PaperBox::choice() const
{
    PaperChoice choice;
    choice.withBatchNorm = m_batchNorm->isChecked();
    for (qint64 seed = 2; seed <= m_seeds->value(); ++seed) {
        choice.seeds.push_back(seed);
    }
    return choice;
}

/// What the command line would do the same with.
QString PaperBox::command() const
{
    QString command = QStringLiteral("convscope paper --report DIR");
    if (m_batchNorm->isChecked()) {
        command += QStringLiteral(" --batch-norm");
    }
    return m_seeds->value() > 1 ? command + QStringLiteral(" --seeds 1-%1").arg(m_seeds->value()) : command;
}

void PaperBox::plan()
{
    m_train->setEnabled(false);
    std::vector<Experiment> experiments;
    for (const PaperJob &job : paperJobs(seedPaper(), choice())) {
        experiments.push_back(job.experiment);
    }
    whenDone(this, m_planner.plan(experiments), [this, job = ++m_job](const Result<TrainingPlan> &plan) {
        if (job != m_job) {
            return;
        }
        if (plan) {
            take(plan.value());
        } else {
            m_text->setText(plan.error());
        }
    });
}

void PaperBox::take(const TrainingPlan &plan)
{
    m_plan = plan;
    m_list->setPlan(plan);
    m_train->setEnabled(plan.wanted() > 0);
    m_text->setText(PlanList::summary(plan, m_planner.freeBytes(), false, m_planner.hasTrial()));
    if (plan.wanted() > 0 && !plan.seconds()) {
        tryOut();
    }
}

/// Once: how fast the first of them trains.
void PaperBox::tryOut()
{
    if (m_hasTried || !m_planner.canTry()) {
        return;
    }
    m_hasTried = true;
    whenDone(this, m_planner.tryOut(m_plan.trainings.front().experiment), [this](const std::optional<RunRecord> &trial) {
        if (trial) {
            m_planner.setTrial(*trial);
            this->plan();
        }
    });
}

void PaperBox::showReport()
{
    write(QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).filePath(QStringLiteral("paper")));
}

void PaperBox::saveReport()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder for the report"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.isEmpty()) {
        write(folder);
    }
}

void PaperBox::write(const QString &folder)
{
    m_show->setEnabled(false);
    m_save->setEnabled(false);
    setAttribute(Qt::WA_DeleteOnClose, false); // closed meanwhile, it is only hidden: somebody must say how it went
    whenDone(this, m_planner.writePaperReport(choice(), command(), folder), [this](const Result<QString> &page) {
        m_show->setEnabled(true);
        m_save->setEnabled(true);
        setAttribute(Qt::WA_DeleteOnClose);
        if (!isVisible()) {
            deleteLater();
        }
        if (!page) {
            m_text->setText(page.error());
            if (!isVisible()) {
                Q_EMIT failed(page.error());
            }
        } else if (QDesktopServices::openUrl(QUrl::fromLocalFile(page.value()))) {
            m_text->setText(tr("The report is in %1.").arg(QDir::toNativeSeparators(page.value())));
        } else {
            m_text->setText(tr("The report is in %1. No program that shows web pages was found: open it yourself.").arg(QDir::toNativeSeparators(page.value())));
        }
    });
}

} // namespace convscope
