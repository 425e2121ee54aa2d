// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionsmemorised.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"
#include "ui/models/whendone.h"
#include "ui/views/picturegrid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <cmath>

namespace convscope {

namespace {

/// Of pictures with their own label: enough for a share to half a per cent.
constexpr int mostAsked = 5000;

} // namespace

PredictionsMemorised::PredictionsMemorised(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_cancel(std::make_shared<std::atomic<bool>>(false))
{
    setupUi();
    m_export = new ViewExport(QStringLiteral("memorised"), m_grid, [this] { return table(); });
    connect(&inspection, &Inspection::weightsChanged, this, &PredictionsMemorised::ask);
    connect(&inspection, &Inspection::dataChanged, this, &PredictionsMemorised::ask);
    connect(&inspection, &Inspection::runChanged, this, [this] {
        m_cancel->store(true);
        ++m_number;
        m_isAsking = false;
        m_answers.reset();
        m_asked.reset();
        m_problem.clear();
        showAnswers();
        ask();
    });
    connect(m_filter, &QComboBox::currentIndexChanged, this, &PredictionsMemorised::showPictures);
    connect(m_grid, &PictureGrid::itemChosen, this, [this](int item) {
        const TrainedAnswer &answer = m_answers->shown[std::size_t(item)];
        m_chosen->setText(pictureText(answer));
        m_inspection.setProbe({trainPicture(*m_data, answer.picture), tr("Training picture %1").arg(answer.picture), -1, answer.label});
    });
    retranslateUi();
}

PredictionsMemorised::~PredictionsMemorised()
{
    m_cancel->store(true);
}

void PredictionsMemorised::setupUi()
{
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("memorisedSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_filterLabel = new QLabel(this);
    m_filter = new QComboBox(this);
    m_filter->setObjectName(QStringLiteral("memorisedCombo"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filterLabel->setBuddy(m_filter);
    m_chosen = new QLabel(this);
    m_chosen->setObjectName(QStringLiteral("memorisedChosen"));
    m_chosen->setWordWrap(true);
    m_grid = new PictureGrid(this);
    m_grid->setObjectName(QStringLiteral("memorisedGrid"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_filterLabel);
    row->addWidget(m_filter);
    row->addWidget(m_chosen, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sentence);
    layout->addLayout(row);
    layout->addWidget(m_grid, 1);
}

void PredictionsMemorised::retranslateUi()
{
    m_filterLabel->setText(tr("Show"));
    m_filterKind = -1;
    m_grid->setAccessibleName(tr("Training pictures"));
    showAnswers();
}

/// The entries depend on whether there are wrong labels.
void PredictionsMemorised::fillFilter()
{
    const int kind = m_answers && m_answers->mislabelled > 0 ? 1 : 0;
    if (kind == m_filterKind) {
        return;
    }
    m_filterKind = kind;
    const QSignalBlocker blocker(m_filter);
    const int index = std::max(0, m_filter->currentIndex());
    m_filter->clear();
    if (m_answers && m_answers->mislabelled > 0) {
        m_filter->addItems({tr("all"), tr("the wrong label, memorised"), tr("the true class"), tr("another class")});
        m_filter->setToolTip(tr("What the network answers to the training pictures with a wrong label."));
    } else {
        m_filter->addItems({tr("all"), tr("learnt against their look-alikes"), tr("wrong all the same")});
        m_filter->setToolTip(tr("Look-alikes: the %1 other training pictures whose pixels differ least.").arg(lookalikeCount));
    }
    m_filter->setCurrentIndex(index < m_filter->count() ? index : 0);
}

void PredictionsMemorised::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

/// One question at a time; while a run trains the next one is asked when the answer is there.
void PredictionsMemorised::ask()
{
    const WeightsPtr weights = m_inspection.weights();
    const TrainingRun *run = m_inspection.run();
    const DatasetPtr dataset = m_inspection.data();
    const Inspector *inspector = m_inspection.inspector();
    if (!isVisible() || m_isAsking || !weights || !run || !dataset || !inspector || weights == m_asked) {
        return;
    }
    const std::optional<RunStarted> start = run->history()->started();
    if (start && !start->dataChecksum.isEmpty() && start->dataChecksum != dataset->checksum) {
        return; // the page says so
    }
    m_isAsking = true;
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    const auto question = [inspector, weights, dataset, settings = run->experiment().training, cancel = m_cancel,
                           known = m_answers ? m_answers->lookalikes : nullptr] {
        return askTrained(*inspector, weights, *dataset, settings, mostAsked, [cancel] { return cancel->load(); }, known);
    };
    whenDone(this, QtConcurrent::run(question),
             [this, number = ++m_number, weights, dataset](const Result<MemorisedAnswers> &answers) {
        if (number == m_number) {
            m_data = dataset;
            take(answers, weights);
        }
    });
    showAnswers();
}

void PredictionsMemorised::take(const Result<MemorisedAnswers> &answers, const WeightsPtr &weights)
{
    m_isAsking = false;
    m_asked = weights;
    m_problem = answers.error();
    m_answers = answers ? std::make_shared<const MemorisedAnswers>(answers.value()) : nullptr;
    showAnswers();
    ask(); // the time line may have moved on
}

QString PredictionsMemorised::sentence() const
{
    if (!m_problem.isEmpty()) {
        return m_problem;
    }
    if (!m_answers) {
        return m_isAsking ? tr("The network is being asked about its training pictures.")
                          : tr("Here you will see which training pictures the network has learnt by heart.");
    }
    const MemorisedAnswers &all = *m_answers;
    QString text;
    if (all.mislabelled > 0) {
        const auto share = [&all](int count) { return percentText(double(count) / all.mislabelled); };
        text = tr("After batch %1. Training was told a wrong class for %2 pictures. To %3 of them (%4) the network now answers that wrong label: "
                  "those it has memorised (a few it would confuse anyway). %5 (%6) it recognises in spite of the label, to %7 it answers another class.")
                   .arg(countText(m_asked->steps), countText(all.mislabelled), countText(all.wrongLabel), share(all.wrongLabel), countText(all.trueClass),
                        share(all.trueClass), countText(all.other));
    } else {
        text = tr("After batch %1. This run was trained without wrong labels (set some in the form, under Data, to see them learnt by heart).").arg(countText(m_asked->steps));
        if (all.compared > 0) {
            text += QLatin1Char(' ')
                + tr("Of %1 training pictures %2 look more like another class: of the %3 pictures nearest to them at most one has their label. It knows %4 of these all the same: what it can't tell from look-alikes it has learnt by heart.")
                      .arg(countText(all.compared), countText(all.againstNeighbours), QString::number(lookalikeCount), countText(all.learntAgainst));
        }
    }
    if (all.asked > 0) {
        text += QLatin1Char(' ')
            + tr("Of %1 training pictures with their own label it knows %2.").arg(countText(all.asked), percentText(double(all.askedRight) / all.asked));
        const double test = m_inspection.run() ? m_inspection.run()->history()->lastTestAccuracy() : std::nan("");
        if (!std::isnan(test) && m_inspection.isLive()) {
            text += QLatin1Char(' ') + tr("Of the test pictures, which it has never seen, %1: the difference is what was learnt by heart.").arg(percentText(test));
        }
    }
    return text;
}

void PredictionsMemorised::showAnswers()
{
    m_sentence->setText(sentence());
    fillFilter();
    m_filterLabel->setVisible(m_answers != nullptr);
    m_filter->setVisible(m_answers != nullptr);
    m_chosen->clear();
    showPictures();
}

void PredictionsMemorised::showPictures()
{
    if (!m_answers || !m_data) {
        m_grid->setItems({}, 28, {});
        return;
    }
    const auto answers = m_answers;
    const DatasetPtr dataset = m_data;
    std::vector<int> items;
    const int which = m_filter->currentIndex();
    const bool hasWrongLabels = answers->mislabelled > 0;
    for (std::size_t i = 0; i < answers->shown.size(); ++i) {
        const TrainedAnswer &one = answers->shown[i];
        const int kind = one.predicted == one.given ? 1 : one.predicted == one.label || !hasWrongLabels ? 2 : 3;
        if (which <= 0 || which == kind) {
            items.push_back(int(i));
        }
    }
    m_grid->setItems(std::move(items), dataset->side, [this, answers, dataset](int item) {
        const TrainedAnswer &one = answers->shown[std::size_t(item)];
        return PictureGrid::Cell{dataset->trainPicture(one.picture), dataset->className(one.predicted), pictureText(one),
                                 one.predicted == one.label ? PictureGrid::Sign::Right : PictureGrid::Sign::Wrong};
    });
}

QString PredictionsMemorised::pictureText(const TrainedAnswer &answer) const
{
    const QString number = QString::number(answer.picture);
    const QString confidence = percentText(double(answer.confidence));
    if (answer.given == answer.label && answer.isAgainstNeighbours()) {
        return tr("Training picture %1: %2, though most of its look-alikes are %3; the network answers %4 (%5).")
            .arg(number, m_data->className(answer.label), m_data->className(answer.neighbours), m_data->className(answer.predicted), confidence);
    }
    if (answer.given == answer.label) {
        return tr("Training picture %1: %2; the network answers %3 (%4).").arg(number, m_data->className(answer.label), m_data->className(answer.predicted), confidence);
    }
    return tr("Training picture %1: %2, labelled %3 on purpose; the network answers %4 (%5).")
        .arg(number, m_data->className(answer.label), m_data->className(answer.given), m_data->className(answer.predicted), confidence);
}

ViewTable PredictionsMemorised::table() const
{
    ViewTable table{{tr("Training picture"), tr("True class"), tr("Given label"), tr("Answer"), tr("Confidence"), tr("Most of its look-alikes")}, {}};
    if (m_answers) {
        for (const int item : m_grid->items()) {
            const TrainedAnswer &one = m_answers->shown[std::size_t(item)];
            table.rows << QStringList{QString::number(one.picture), m_data->className(one.label), m_data->className(one.given),
                                      m_data->className(one.predicted), QString::number(double(one.confidence), 'g', 5),
                                      one.neighbours >= 0 ? m_data->className(one.neighbours) : QString()};
        }
    }
    return table;
}

} // namespace convscope
