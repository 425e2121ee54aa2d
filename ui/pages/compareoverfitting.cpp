// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compareoverfitting.h"

#include "core/common/counttext.h"
#include "core/training/sweep.h"
#include "ui/charts/numberformat.h"
#include "ui/models/whendone.h"
#include "ui/pages/comparetexts.h"
#include "ui/views/flowlayout.h"
#include "ui/views/picturegrid.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace convscope {

namespace {

constexpr int fewPictures = 500;
constexpr double manyWrong = 0.2;
constexpr int manyEpochs = 40;
constexpr int smallBatch = 10;
constexpr double muchDropout = 0.5;
constexpr double muchDecay = 0.003;
constexpr int shortPatience = 3;

QTableWidgetItem *numberItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString signedText(double value, int decimals)
{
    return (value < 0.0 ? QStringLiteral("−") : QStringLiteral("+")) + QLocale().toString(std::abs(value), 'f', decimals);
}

} // namespace

Experiment CompareOverfitting::provoked(Experiment experiment)
{
    TrainingSettings &training = experiment.training;
    training.trainImages = fewPictures;
    training.labelNoise = manyWrong;
    training.batchSize = std::min(training.batchSize, smallBatch);
    training.epochs = std::max(training.epochs, manyEpochs);
    training.weightDecay = 0.0;
    training.augmentation = {};
    training.earlyStopping = {};
    training.finalWeights = FinalWeights::Last;
    for (HiddenLayer &layer : experiment.architecture.hiddenLayers) {
        layer.dropout = 0.0;
    }
    experiment.name = shortenedName(CompareTexts::tr("%1 overfitting").arg(experiment.name));
    return experiment;
}

Experiment CompareOverfitting::cured(Experiment experiment, Cure cure)
{
    TrainingSettings &training = experiment.training;
    QString end;
    switch (cure) {
    case Cure::Dropout:
        setDropout(experiment.architecture, muchDropout);
        end = CompareTexts::tr("with dropout");
        break;
    case Cure::WeightDecay:
        training.weightDecay = muchDecay;
        end = CompareTexts::tr("with weight decay");
        break;
    case Cure::Augmentation:
        training.augmentation.shift = 2;
        end = CompareTexts::tr("with augmentation");
        break;
    case Cure::StopAtBest:
        training.earlyStopping.patience = shortPatience;
        training.finalWeights = FinalWeights::Best;
        end = CompareTexts::tr("stopped at its best");
        break;
    }
    experiment.name = shortenedName(experiment.name, QLatin1Char(' ') + end);
    return experiment;
}

CompareOverfitting::CompareOverfitting(ComparedRuns &runs, Inspection &inspection)
    : m_runs(runs)
    , m_inspection(inspection)
    , m_body(new QWidget)
    , m_text(new QLabel)
    , m_cureText(new QLabel)
    , m_provoke(new QPushButton)
    , m_classes(new QTableWidget)
    , m_lostTitle(new QLabel)
    , m_lost(new PictureGrid)
    , m_export(new ViewExport(QStringLiteral("overfitting"), m_body, [this] { return table(); }))
{
    setupUi();
    connect(&m_runs, &ComparedRuns::selectedChanged, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(m_provoke, &QPushButton::clicked, this, [this] {
        if (const ComparedRow row = base(); row.run) {
            Q_EMIT trainRequested({provoked(row.run->experiment)});
        }
    });
    connect(m_lost, &PictureGrid::itemChosen, this, [this](int picture) { m_inspection.setProbeIndex(picture); });
    retranslateUi();
}

void CompareOverfitting::setupUi()
{
    m_text->setObjectName(QStringLiteral("overfittingText"));
    m_text->setWordWrap(true);
    m_provoke->setObjectName(QStringLiteral("provokeButton"));
    m_classes->setObjectName(QStringLiteral("overfittingClasses"));
    m_classes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_classes->verticalHeader()->hide();
    m_classes->setColumnCount(3);
    m_lost->setObjectName(QStringLiteral("overfittingLost"));
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(m_provoke);
    flow->addWidget(m_cureText);
    const char *names[] = {"cureDropoutButton", "cureDecayButton", "cureAugmentationButton", "cureStopButton"};
    for (int i = 0; i < int(std::size(names)); ++i) {
        auto *button = new QPushButton;
        button->setObjectName(QLatin1String(names[i]));
        connect(button, &QPushButton::clicked, this, [this, i] {
            if (const ComparedRow row = base(); row.run) {
                Q_EMIT trainRequested({cured(row.run->experiment, Cure(i))});
            }
        });
        m_cures.push_back(button);
        flow->addWidget(button);
    }
    auto *right = new QVBoxLayout;
    right->addWidget(m_lostTitle);
    right->addWidget(m_lost, 1);
    auto *halves = new QHBoxLayout;
    halves->addWidget(m_classes, 1);
    halves->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *body = new QVBoxLayout(m_body); // what is exported, without the buttons
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_text);
    body->addLayout(halves, 1);
    layout->addWidget(buttons);
    layout->addWidget(m_body, 1);
}

ComparedRow CompareOverfitting::base() const
{
    if (const ComparedRunPtr run = m_runs.run(m_runs.selected())) {
        return {m_runs.selected(), run};
    }
    const std::vector<ComparedRow> ticked = m_runs.tickedRows();
    return ticked.empty() ? ComparedRow() : ticked.front();
}

void CompareOverfitting::retranslateUi()
{
    m_provoke->setText(tr("&Provoke it"));
    m_provoke->setToolTip(tr("Train the selected run's network with only 500 pictures, a fifth of them with wrong labels, for 40 epochs in small batches: it learns them by heart."));
    m_cureText->setText(tr("Try a cure:"));
    const QStringList texts{tr("Dropout"), tr("Weight decay"), tr("Augmentation"), tr("Stop at the best")};
    const QStringList toolTips{tr("Half of the hidden neurons are silenced at random in every step."), tr("All weights are pulled towards zero: 0.003."),
                               tr("Every picture is shifted by up to 2 pixels each time it is shown."), tr("Ends after 3 epochs without a lower test loss and keeps the best weights.")};
    for (std::size_t i = 0; i < m_cures.size(); ++i) {
        m_cures[i]->setText(texts[qsizetype(i)]);
        m_cures[i]->setToolTip(toolTips[qsizetype(i)] + QLatin1Char(' ') + tr("Trains the selected run again with that, as a duel."));
    }
    m_classes->setHorizontalHeaderLabels({tr("Class"), tr("Loss"), tr("Accuracy")});
    m_classes->setAccessibleName(tr("What each class paid from the best epoch to the last"));
    show();
}

void CompareOverfitting::refresh()
{
    const ComparedRow row = base();
    if (row.run && row.run == m_row.run && row.number == m_row.number && m_data == m_inspection.data()) {
        show(); // another run has trained an epoch
        return;
    }
    m_row = row;
    m_data = m_inspection.data();
    m_found = m_row.run ? findOverfitting(m_row.run->epochs) : std::nullopt;
    m_cost.reset();
    m_failure.clear();
    ++m_job;
    show();
    if (!m_found || !m_data || m_data->checksum != m_row.run->dataChecksum) {
        return;
    }
    whenDone(this, readAnswers(m_inspection.laboratory(), {m_row.run, m_found->bestEpoch}, {m_row.run, m_found->lastEpoch}, m_data->test.count), [this, row = m_row, pictures = m_data, job = m_job](const Result<ComparedAnswers> &answers) {
            if (job == m_job) {
                take(row, pictures, answers);
            }
        });
}

void CompareOverfitting::take(const ComparedRow &row, const DatasetPtr &pictures, const Result<ComparedAnswers> &answers)
{
    if (!answers) {
        m_failure = answers.error();
        showCost();
        return;
    }
    m_row = row;
    m_data = pictures;
    m_cost = overfittingCost(*answers.value().first, *answers.value().second, pictures->test.labels);
    showCost();
}

void CompareOverfitting::show()
{
    const bool hasRun = m_row.run != nullptr;
    m_provoke->setEnabled(hasRun);
    for (QPushButton *button : m_cures) {
        button->setEnabled(hasRun);
    }
    m_cures[0]->setEnabled(hasRun && !m_row.run->experiment.architecture.hiddenLayers.empty());
    if (!hasRun) {
        m_text->setText(tr("Overfitting: a network learns its training pictures by heart instead of what they have in common. Select a run in the table above to see whether it does."));
    } else if (!m_row.run->last()) {
        m_text->setText(tr("“%1” has not trained a whole epoch yet.").arg(numberedName(m_row)));
    } else if (!m_found) {
        m_text->setText(tr("“%1” does not overfit: its test loss did not rise again by the last epoch.").arg(numberedName(m_row)));
    } else {
        m_text->setText(tr("“%1” overfits after epoch %2: its test loss rose from %3 to %4 by epoch %5. At the end it recognises %6 more of its training pictures than of the test pictures.")
                            .arg(numberedName(m_row))
                            .arg(m_found->bestEpoch)
                            .arg(lossText(m_found->lowestTestLoss), lossText(m_found->lastTestLoss))
                            .arg(m_found->lastEpoch)
                            .arg(CompareTexts::points(m_found->accuracyGap, 1))
                        + (m_row.run->keepsBest() ? QString(QLatin1Char(' ') + tr("It keeps the weights of epoch %L1, though: the network that it ends with is spared that.").arg(m_found->bestEpoch))
                                                  : QString()));
    }
    showCost();
}

void CompareOverfitting::showCost()
{
    m_classes->setVisible(m_cost.has_value());
    m_lost->setVisible(m_cost.has_value());
    m_lostTitle->setVisible(m_found.has_value());
    m_lostTitle->setWordWrap(!m_cost);
    if (!m_cost || !m_data) {
        const bool isOfOthers = m_found && m_data && m_row.run && m_data->checksum != m_row.run->dataChecksum;
        m_lostTitle->setText(isOfOthers ? tr("“%1” was tested with other pictures than those that are open: which of them it lost can't be shown.").arg(numberedName(m_row)) : m_failure);
        return;
    }
    m_classes->setRowCount(int(m_cost->classes.size()));
    for (int row = 0; row < m_classes->rowCount(); ++row) {
        const ClassCost &one = m_cost->classes[std::size_t(row)];
        m_classes->setItem(row, 0, new QTableWidgetItem(m_data->className(one.label)));
        m_classes->setItem(row, 1, numberItem(signedText(one.lossRise, 3)));
        m_classes->setItem(row, 2, numberItem(tr("%1 points", "of a percentage, with its sign").arg(signedText(100.0 * one.accuracyChange, 1))));
    }
    m_classes->resizeColumnsToContents();
    m_lostTitle->setText(tr("Right at epoch %1, wrong at the last: %2 (the reverse: %3)").arg(m_found->bestEpoch).arg(countText(qint64(m_cost->lost.size())), countText(m_cost->won)));
    m_lost->setItems(m_cost->lost, m_data->side, [pictures = m_data](int picture) {
        PictureGrid::Cell cell;
        cell.pixels = pictures->testPicture(picture);
        cell.caption = pictures->className(pictures->test.labels[std::size_t(picture)]);
        cell.toolTip = tr("Test picture %1: %2").arg(countText(picture), cell.caption);
        return cell;
    });
}

ViewTable CompareOverfitting::table() const
{
    ViewTable table{{tr("Class"), tr("Loss (nats)"), tr("Accuracy (points)")}, {}};
    if (!m_cost || !m_data) {
        return table;
    }
    for (const ClassCost &one : m_cost->classes) {
        table.rows << QStringList{m_data->className(one.label), QString::number(one.lossRise, 'g', 8), QString::number(100.0 * one.accuracyChange, 'g', 8)};
    }
    return table;
}

} // namespace convscope
