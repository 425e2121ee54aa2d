// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparedisagreements.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"
#include "ui/charts/runlook.h"
#include "ui/models/whendone.h"
#include "ui/views/confusionmatrix.h"
#include "ui/views/picturegrid.h"
#include "ui/views/probabilitybars.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace convscope {

namespace {

std::vector<float> probabilitiesOf(const TestProbabilities &all, int picture)
{
    std::vector<float> shares;
    for (int i = 0; i < all.classes; ++i) {
        shares.push_back(float(all.values[std::size_t(picture) * std::size_t(all.classes) + std::size_t(i)]) / 65535.0f);
    }
    return shares;
}

} // namespace

CompareDisagreements::CompareDisagreements(ComparedRuns &runs, Inspection &inspection)
    : m_runs(runs)
    , m_inspection(inspection)
    , m_body(new QWidget)
    , m_titles{new QLabel, new QLabel}
    , m_grids{new PictureGrid, new PictureGrid}
    , m_bars(new ProbabilityBars)
    , m_matrix(new ConfusionMatrix)
    , m_text(new QLabel)
    , m_showsMatrix(new QCheckBox)
    , m_both(new QPushButton)
    , m_stack(new QStackedWidget)
    , m_export(new ViewExport(QStringLiteral("disagreements"), m_body, [this] { return table(); }))
{
    setupUi();
    for (PictureGrid *grid : m_grids) {
        connect(grid, &PictureGrid::itemChosen, this, &CompareDisagreements::choose);
    }
    connect(m_both, &QPushButton::clicked, this, [this] {
        if (m_shown) {
            Q_EMIT pairChosen(m_shown->rows[0], m_shown->rows[1], true);
        }
    });
    connect(m_showsMatrix, &QCheckBox::toggled, m_stack, &QStackedWidget::setCurrentIndex);
    connect(&inspection, &Inspection::dataChanged, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    retranslateUi();
}

void CompareDisagreements::setupUi()
{
    m_text->setObjectName(QStringLiteral("disagreementsText"));
    m_text->setWordWrap(true);
    m_both->setObjectName(QStringLiteral("disagreementsBothButton"));
    m_showsMatrix->setObjectName(QStringLiteral("disagreementsMatrix"));
    m_grids[0]->setObjectName(QStringLiteral("onlyFirstGrid"));
    m_grids[1]->setObjectName(QStringLiteral("onlySecondGrid"));
    auto *pictures = new QWidget;
    auto *grid = new QGridLayout(pictures);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int side = 0; side < 2; ++side) {
        m_titles[std::size_t(side)]->setWordWrap(true);
        grid->addWidget(m_titles[std::size_t(side)], 0, side);
        grid->addWidget(m_grids[std::size_t(side)], 1, side);
        grid->setColumnStretch(side, 3);
    }
    grid->addWidget(m_bars, 0, 2, 2, 1);
    grid->setColumnStretch(2, 4);
    grid->setRowStretch(1, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_matrix);
    m_stack->addWidget(pictures);
    m_stack->addWidget(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *controls = new QHBoxLayout;
    controls->addWidget(m_showsMatrix);
    controls->addStretch();
    controls->addWidget(m_both);
    auto *body = new QVBoxLayout(m_body); // what is exported, without the controls
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_text);
    body->addWidget(m_stack, 1);
    layout->addWidget(m_body, 1);
    layout->addLayout(controls);
}

QString CompareDisagreements::problem() const
{
    const std::vector<ComparedRow> ticked = m_runs.tickedRows();
    if (ticked.size() != 2) {
        return tr("Tick exactly two runs in the table above: here you will see the test pictures that only one of them recognises.");
    }
    if (!m_inspection.data()) {
        return tr("The pictures are still being read.");
    }
    for (const ComparedRow &row : ticked) {
        if (!row.run->last()) {
            return tr("“%1” has not trained a whole epoch yet.").arg(row.run->name);
        }
        if (row.run->dataChecksum != m_inspection.data()->checksum) {
            return tr("“%1” was tested with other pictures than those that are open.").arg(row.run->name);
        }
    }
    return m_failure;
}

void CompareDisagreements::refresh()
{
    const std::vector<ComparedRow> ticked = m_runs.tickedRows();
    const DatasetPtr pictures = m_inspection.data();
    const std::optional<Asked> wanted = ticked.size() == 2 ? std::optional(Asked{{ticked[0].run, ticked[1].run}, pictures}) : std::nullopt;
    if (wanted && wanted == m_asked) {
        return; // it comes, is there, or failed and would again
    }
    ++m_job;
    m_asked.reset();
    m_failure.clear();
    if (!problem().isEmpty()) {
        return;
    }
    m_asked = wanted;
    const std::array<ComparedRow, 2> rows{ticked[0], ticked[1]};
    whenDone(this, readAnswers(m_inspection.laboratory(), {rows[0].run, rows[0].run->kept()->epoch}, {rows[1].run, rows[1].run->kept()->epoch}, pictures->test.count), [this, rows, pictures, job = m_job](const Result<ComparedAnswers> &answers) {
            if (job == m_job) {
                take(rows, pictures, answers);
            }
        });
}

void CompareDisagreements::take(const std::array<ComparedRow, 2> &rows, const DatasetPtr &pictures, const Result<ComparedAnswers> &answers)
{
    if (!answers) {
        m_failure = answers.error();
        m_shown.reset();
        Q_EMIT errorOccurred(answers.error());
        show();
        return;
    }
    Shown shown{rows, answers.value(), pictures, {answersFrom(*answers.value().first, pictures->test.labels), answersFrom(*answers.value().second, pictures->test.labels)}, {}};
    if (shown.said[0].size() != pictures->test.labels.size() || shown.said[1].size() != pictures->test.labels.size()) {
        m_failure = tr("The answers that are kept don't belong to the pictures that are open.");
        m_shown.reset();
    } else {
        shown.parted = disagreementsOf(shown.said[0], shown.said[1], pictures->test.labels);
        m_shown = std::move(shown);
        m_picture = -1;
    }
    show();
}

void CompareDisagreements::retranslateUi()
{
    m_both->setText(tr("Show both in the feature &maps"));
    m_both->setToolTip(tr("All pages that look inside show the first of the two, with the second beside it."));
    m_showsMatrix->setText(tr("&Difference of the confusion matrices"));
    m_showsMatrix->setToolTip(tr("What the first run calls more often than the second, and less often, class by class."));
    show();
}

void CompareDisagreements::show()
{
    if (!m_shown) {
        m_text->setText(m_failure);
        for (PictureGrid *grid : m_grids) {
            grid->setItems({}, 28, {});
        }
        m_bars->setProbabilities({});
        m_bars->setOther({});
        return;
    }
    const Shown &shown = *m_shown;
    const QString first = numberedName(shown.rows[0]);
    const QString second = numberedName(shown.rows[1]);
    const auto keeps = [](const ComparedRow &row) { return row.run->keepsBest(); };
    const QString when = keeps(shown.rows[0]) || keeps(shown.rows[1])
        ? tr("With the weights that each keeps (epoch %L1 and epoch %L2) both are right").arg(shown.rows[0].run->kept()->epoch).arg(shown.rows[1].run->kept()->epoch)
        : tr("After their last epochs both are right");
    m_text->setText(tr("%1 on %2 of %3 test pictures, both wrong on %4. Choose a picture, and every page shows it, both runs beside each other.").arg(when)
                        .arg(countText(shown.parted.bothRight), countText(qint64(shown.data->test.labels.size())), countText(shown.parted.bothWrong)));
    m_titles[0]->setText(tr("Only “%1” is right: %2").arg(first, countText(qint64(shown.parted.onlyFirst.size()))));
    m_titles[1]->setText(tr("Only “%1” is right: %2").arg(second, countText(qint64(shown.parted.onlySecond.size()))));
    QStringList names;
    for (int label = 0; label < shown.data->classes; ++label) {
        names << shown.data->className(label);
    }
    m_bars->setClassNames(names);
    m_bars->setTitles(first, second);
    m_bars->setColors(runColor(shown.rows[0].number)(palette()), runColor(shown.rows[1].number)(palette()));
    for (std::size_t side = 0; side < 2; ++side) {
        // The caption is what the other one takes it for: the mistake.
        const std::vector<Answer> mistaken = shown.said[1 - side];
        m_grids[side]->setItems(side == 0 ? shown.parted.onlyFirst : shown.parted.onlySecond, shown.data->side, [pictures = shown.data, mistaken](int picture) {
            PictureGrid::Cell cell;
            const int label = pictures->test.labels[std::size_t(picture)];
            cell.pixels = pictures->testPicture(picture);
            cell.caption = pictures->className(mistaken[std::size_t(picture)].predicted);
            cell.toolTip = tr("Test picture %1: %2. The other run takes it for: %3.").arg(countText(picture), pictures->className(label), cell.caption);
            cell.sign = PictureGrid::Sign::Wrong;
            return cell;
        });
    }
    const auto confusion = [&](const ProbabilitiesPtr &answers) { return confusionOf(shown.data->test.labels, predictedClasses(*answers), shown.data->classes); };
    m_matrix->setConfusion(confusion(shown.answers.first), confusion(shown.answers.second), names, second);
    if (m_picture < 0) {
        const std::vector<int> &list = shown.parted.onlyFirst.empty() ? shown.parted.onlySecond : shown.parted.onlyFirst;
        m_picture = list.empty() ? -1 : list.front();
    }
    showBars();
}

void CompareDisagreements::showBars()
{
    if (!m_shown || m_picture < 0) {
        m_bars->setProbabilities({});
        m_bars->setOther({});
        return;
    }
    m_bars->setTrueClass(m_shown->data->test.labels[std::size_t(m_picture)]);
    m_bars->setProbabilities(probabilitiesOf(*m_shown->answers.first, m_picture));
    m_bars->setOther(probabilitiesOf(*m_shown->answers.second, m_picture));
}

void CompareDisagreements::choose(int picture)
{
    if (!m_shown) {
        return;
    }
    m_picture = picture;
    showBars();
    Q_EMIT pairChosen(m_shown->rows[0], m_shown->rows[1], false);
    m_inspection.setProbeIndex(picture);
}

ViewTable CompareDisagreements::table() const
{
    ViewTable table{{tr("Test picture"), tr("Class"), tr("First says"), tr("Second says")}, {}};
    if (!m_shown) {
        return table;
    }
    for (const std::vector<int> *list : {&m_shown->parted.onlyFirst, &m_shown->parted.onlySecond}) {
        for (const int picture : *list) {
            const auto i = std::size_t(picture);
            table.rows << QStringList{QString::number(picture), m_shown->data->className(m_shown->data->test.labels[i]), m_shown->data->className(m_shown->said[0][i].predicted),
                                      m_shown->data->className(m_shown->said[1][i].predicted)};
        }
    }
    return table;
}

} // namespace convscope
