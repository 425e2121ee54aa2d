// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionsothers.h"

#include "ui/charts/numberformat.h"
#include "ui/charts/plotview.h"
#include "ui/charts/runlook.h"
#include "ui/charts/wheelpass.h"
#include "ui/pages/predictionstexts.h"
#include "ui/views/answersign.h"
#include "ui/views/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

enum Column { RunColumn, AnswerColumn, ConfidenceColumn, LearntColumn, ColumnCount };

QIcon signIcon(bool isRight)
{
    constexpr int side = 12;
    constexpr double fine = 2.0;
    QPixmap pixmap(QSize(side, side) * fine);
    pixmap.setDevicePixelRatio(fine);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawAnswerSign(painter, QRectF(0, 0, side, side), isRight);
    painter.end();
    return QIcon(pixmap);
}

} // namespace

PredictionsOthers::PredictionsOthers(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    m_viewExport = new ViewExport(QStringLiteral("picture-in-runs"), this, [this] { return table(); });
    m_export->setMenu(m_viewExport->menu());
    const auto choose = [this](int row) {
        if (row >= 0 && row < int(m_rows.size()) && !m_rows[std::size_t(row)].id.isEmpty()) {
            Q_EMIT runChosen(m_rows[std::size_t(row)].id);
        }
    };
    connect(m_table, &QTableWidget::cellActivated, this, choose);
    retranslateUi();
}

void PredictionsOthers::setupUi()
{
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("othersTitle"));
    m_title->setWordWrap(true);
    m_export = new QToolButton(this);
    m_export->setObjectName(QStringLiteral("othersExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_table = new QTableWidget(0, ColumnCount, this);
    m_table->setObjectName(QStringLiteral("othersTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(0);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_chart = new PlotView(AxisFormat::Percent, this);
    m_chart->setObjectName(QStringLiteral("othersChart"));
    m_chart->setFixedHeight(160);
    new WheelPass(m_chart);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_export, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_table);
    layout->addWidget(m_chart);
}

void PredictionsOthers::retranslateUi()
{
    m_export->setAccessibleName(tr("Export what the runs say of the picture"));
    m_export->setToolTip(m_export->accessibleName());
    m_table->setAccessibleName(tr("What each run says of the picture"));
    m_table->setHorizontalHeaderLabels({tr("Run"), tr("Answer"), tr("Sure"), tr("Learnt")});
    m_table->horizontalHeaderItem(AnswerColumn)->setToolTip(tr("After the run's last epoch."));
    m_table->horizontalHeaderItem(ConfidenceColumn)->setToolTip(tr("The probability of that answer."));
    m_table->horizontalHeaderItem(LearntColumn)->setToolTip(tr("The epoch since which every answer is right; a dash where the last one is wrong."));
    m_chart->setAccessibleName(tr("Probability of the true class in each run"));
    showAll();
}

void PredictionsOthers::setRunNumbers(const std::function<int(const QString &)> &numberOf)
{
    m_numberOf = numberOf;
    showAll();
}

void PredictionsOthers::setRuns(const std::vector<RunAnswersPtr> &runs)
{
    m_runs = runs;
    showAll();
}

void PredictionsOthers::setPicture(const PredictionsStatePtr &state, int index)
{
    m_state = state;
    m_index = index;
    showAll();
}

void PredictionsOthers::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showAll(); // the marks are pixels
    } else if (event->type() == QEvent::FontChange) {
        m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    }
}

int PredictionsOthers::label() const
{
    return m_state->data->test.labels[std::size_t(m_index)];
}

PredictionsOthers::Row PredictionsOthers::ownRow() const
{
    Row row;
    row.name = m_state->runName;
    row.number = m_state->runNumber;
    row.story = storyOf(*m_state, m_index);
    for (const EpochAnswersPtr &epoch : m_state->epochs) {
        const TestProbabilities &all = *epoch->probabilities;
        if (std::size_t(m_index) >= epoch->predicted.size()) {
            continue;
        }
        const auto first = std::size_t(m_index) * std::size_t(all.classes);
        row.epochs.push_back(epoch->epoch);
        row.predicted.push_back(epoch->predicted[std::size_t(m_index)]);
        row.truth.push_back(double(all.values[first + std::size_t(label())]) / 65535.0);
        row.answer = row.predicted.back();
        row.confidence = double(all.values[first + std::size_t(row.answer)]) / 65535.0;
    }
    return row;
}

PredictionsOthers::Row PredictionsOthers::rowOf(const RunAnswers &run) const
{
    const auto picture = std::size_t(m_index);
    Row row;
    row.id = run.id;
    row.name = run.name;
    row.number = m_numberOf ? m_numberOf(run.id) : 0;
    row.answer = run.predicted.back()[picture];
    row.confidence = double(run.lastConfidence[picture]) / 65535.0;
    row.story = storyOf(run, m_index, label());
    row.epochs = run.epochs;
    for (std::size_t i = 0; i < run.epochs.size(); ++i) {
        row.predicted.push_back(run.predicted[i][picture]);
        row.truth.push_back(double(run.trueProbability[i][picture]) / 65535.0);
    }
    return row;
}

void PredictionsOthers::showAll()
{
    m_rows.clear();
    const bool hasPicture = m_state && m_index >= 0 && std::size_t(m_index) < m_state->answers.size();
    if (hasPicture && !m_state->epochs.empty()) {
        m_rows.push_back(ownRow());
    }
    for (const RunAnswersPtr &run : m_runs) {
        if (hasPicture && run->lastConfidence.size() == m_state->answers.size()) {
            m_rows.push_back(rowOf(*run));
        }
    }
    const bool hasOthers = std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.id.isEmpty(); });
    setVisible(hasPicture && hasOthers);
    if (hasPicture && hasOthers) {
        m_title->setText(tr("The same picture in other runs. Choose one to compare with it."));
        fillTable();
        fillChart();
    }
}

void PredictionsOthers::fillTable()
{
    m_table->setRowCount(int(m_rows.size()));
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const Row &row = m_rows[std::size_t(i)];
        const bool isRight = row.answer == label();
        const QString answer = m_state->data->className(row.answer);
        const QString told = tr("%1, after epoch %2: %3 with %4. %5")
                                 .arg(row.name, QString::number(row.epochs.back()), answer, percentText(row.confidence),
                                      PredictionsTexts::story(row.story, row.epochs.size()));
        const QStringList texts{row.name, answer, percentText(row.confidence, 0), row.story.learnt > 0 ? QString::number(row.story.learnt) : QStringLiteral("–")};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setToolTip(told);
            item->setData(Qt::AccessibleTextRole, column == AnswerColumn ? (isRight ? tr("right: %1") : tr("wrong: %1")).arg(answer) : texts[column]);
            if (column >= ConfidenceColumn) {
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            if (row.id.isEmpty()) {
                QFont bold = m_table->font();
                bold.setBold(true);
                item->setFont(bold);
            }
            m_table->setItem(i, column, item);
        }
        m_table->item(i, RunColumn)->setIcon(runIcon(row.number, palette()));
        m_table->item(i, AnswerColumn)->setIcon(signIcon(isRight));
    }
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rowHeight * int(m_rows.size()) + 2);
}

void PredictionsOthers::fillChart()
{
    double last = 1.0;
    for (std::size_t i = 0; i < std::max(m_rows.size(), m_series); ++i) {
        if (i >= m_rows.size()) {
            m_chart->setSeriesVisible(i, false);
            continue;
        }
        const Row &row = m_rows[m_rows.size() - 1 - i]; // the shown run lies on top
        PlotStyle style;
        style.color = runColor(row.number);
        style.marker = runMarker(row.number);
        style.width = row.id.isEmpty() ? 2.5 : 1.5;
        if (i >= m_series) {
            m_series = m_chart->addSeries(style) + 1;
        }
        std::vector<QPointF> points;
        for (std::size_t epoch = 0; epoch < row.epochs.size(); ++epoch) {
            points.emplace_back(row.epochs[epoch], row.truth[epoch]);
        }
        last = std::max(last, double(row.epochs.back()));
        m_chart->setSeriesStyle(i, style);
        m_chart->setSeriesName(i, row.name);
        m_chart->setPoints(i, std::move(points));
        m_chart->setSeriesVisible(i, true);
    }
    m_chart->setVisible(last > 1.0);
    m_chart->setTitles(tr("“%1” in each run").arg(m_state->data->className(label())), QString(), tr("Epoch"));
    m_chart->setXLimits({1.0, last}, {1.0, last}, 1.0);
    m_chart->setYLimits({0.0, 1.0}, {0.0, 1.0});
    m_chart->showHome();
    QStringList sentences;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        sentences << m_table->item(row, RunColumn)->toolTip();
    }
    m_chart->setSummary(sentences.join(QLatin1Char(' ')));
}

ViewTable PredictionsOthers::table() const
{
    ViewTable table{{tr("Run"), tr("Epoch"), tr("Answer"), tr("True class"), tr("Probability of the true class")}, {}};
    for (const Row &row : m_rows) {
        for (std::size_t i = 0; i < row.epochs.size(); ++i) {
            table.rows << QStringList{row.name, QString::number(row.epochs[i]), m_state->data->className(row.predicted[i]), m_state->data->className(label()),
                                      QString::number(row.truth[i], 'f', 5)};
        }
    }
    return table;
}

} // namespace convscope
