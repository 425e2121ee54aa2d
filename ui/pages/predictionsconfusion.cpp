// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionsconfusion.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"
#include "ui/pages/predictionstexts.h"
#include "ui/views/confusionmatrix.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace convscope {

PredictionsConfusion::PredictionsConfusion(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    m_export = new ViewExport(QStringLiteral("confusion"), m_matrix, [this] { return table(); });
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this](int index) { m_matrix->setMode(ConfusionMatrix::Mode(std::max(0, index))); });
    connect(m_matrix, &ConfusionMatrix::cellChosen, this, &PredictionsConfusion::cellChosen);
    connect(m_matrix, &ConfusionMatrix::cellPointedAt, this, [this](int trueClass) {
        m_class = trueClass;
        showAll();
    });
    retranslateUi();
}

void PredictionsConfusion::setupUi()
{
    m_intro = new QLabel(this);
    m_intro->setWordWrap(true);
    m_modeLabel = new QLabel(this);
    m_mode = new QComboBox(this);
    m_mode->setObjectName(QStringLiteral("confusionModeCombo"));
    m_modeLabel->setBuddy(m_mode);
    m_matrix = new ConfusionMatrix;
    m_matrix->setObjectName(QStringLiteral("confusionMatrix"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_matrix);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("classSentence"));
    m_sentence->setWordWrap(true);
    m_classes = new QTableWidget(this);
    m_classes->setObjectName(QStringLiteral("classTable"));
    m_classes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_classes->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_classes->verticalHeader()->hide();
    m_classes->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // sentences take two lines where it is narrow
    m_classes->setWordWrap(true);
    m_classes->horizontalHeader()->setStretchLastSection(true);
    m_classes->setFrameShape(QFrame::NoFrame);

    auto *top = new QHBoxLayout;
    top->addWidget(m_intro, 1);
    top->addWidget(m_modeLabel);
    top->addWidget(m_mode);
    auto *upper = new QWidget(this);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(4);
    upperLayout->addLayout(top);
    upperLayout->addWidget(scroll, 1);
    upperLayout->addWidget(m_sentence);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(upper);
    splitter->addWidget(m_classes);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 4);
    layout->addWidget(splitter);
}

void PredictionsConfusion::retranslateUi()
{
    m_modeLabel->setText(tr("Cells"));
    const int mode = std::max(0, m_mode->currentIndex());
    m_mode->clear();
    m_mode->addItems({tr("counts"), tr("% of each row"), tr("% of each column")});
    m_mode->setItemData(1, tr("Of all pictures of a class, how many got each answer: the diagonal is recall."), Qt::ToolTipRole);
    m_mode->setItemData(2, tr("Of all answers with a class, where they came from: the diagonal is precision."), Qt::ToolTipRole);
    m_mode->setCurrentIndex(mode);
    m_matrix->setAccessibleName(tr("Confusion matrix"));
    m_classes->setAccessibleName(tr("Precision, recall and F1 of each class"));
    m_classes->setColumnCount(5);
    m_classes->setHorizontalHeaderLabels({tr("Class"), tr("Recall"), tr("Precision"), tr("F1"), tr("In words")});
    m_classes->horizontalHeaderItem(1)->setToolTip(tr("Of the pictures of the class, the share that was recognised."));
    m_classes->horizontalHeaderItem(2)->setToolTip(tr("Of the answers with the class, the share that is right."));
    m_classes->horizontalHeaderItem(3)->setToolTip(tr("Both in one number: high only where neither is low (their harmonic mean)."));
    setState(m_state);
}

void PredictionsConfusion::setState(const PredictionsStatePtr &state)
{
    m_state = state;
    if (m_state) {
        m_matrix->setConfusion(m_state->confusion, m_state->other ? std::optional(m_state->otherConfusion) : std::nullopt,
                               PredictionsTexts::classNames(*m_state->data), PredictionsTexts::comparison(*m_state));
    }
    fillTable();
    showAll();
}

void PredictionsConfusion::showAll()
{
    m_intro->setText(m_state && m_state->other
                         ? tr("What has changed against “%1”: red cells hold more pictures than there, blue ones fewer. More on the diagonal is better, more elsewhere worse. "
                              "Click a cell to see its pictures.").arg(PredictionsTexts::comparison(*m_state))
                         : tr("Each row holds the pictures of one class, each column what the network called them: right answers lie on the diagonal. Click a cell to see its pictures."));
    if (!m_state) {
        m_sentence->clear();
        return;
    }
    const int label = std::min(m_class, m_state->data->classes - 1);
    m_sentence->setText(PredictionsTexts::classSentence(m_state->data->className(label), classMetrics(m_state->confusion)[std::size_t(label)]));
}

void PredictionsConfusion::fillTable()
{
    if (!m_state) {
        m_classes->setRowCount(0);
        return;
    }
    const std::vector<ClassMetrics> metrics = classMetrics(m_state->confusion);
    const std::vector<ClassMetrics> others = m_state->other ? classMetrics(m_state->otherConfusion) : metrics;
    m_classes->setRowCount(int(metrics.size()));
    for (int row = 0; row < int(metrics.size()); ++row) {
        const ClassMetrics &one = metrics[std::size_t(row)];
        const QString name = m_state->data->className(row);
        const ClassMetrics &other = others[std::size_t(row)];
        const QStringList texts{name, shareText(one.recall, other.recall), shareText(one.precision, other.precision), shareText(one.f1, other.f1),
                                PredictionsTexts::classSentence(name, one)};
        for (int column = 0; column < int(texts.size()); ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts.back());
            if (column >= 1 && column <= 3) {
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            m_classes->setItem(row, column, item);
        }
    }
    for (int column = 0; column < 4; ++column) {
        m_classes->resizeColumnToContents(column);
    }
}

/// "85.2 %", or "85.2 % (+1.3)" against what is compared with.
QString PredictionsConfusion::shareText(double share, double other) const
{
    const QString text = PredictionsTexts::share(share);
    if (!m_state->other || std::isnan(share) || std::isnan(other)) {
        return text;
    }
    const double change = 100.0 * (share - other);
    const QString sign = change > 0.0 ? QStringLiteral("+") : QString();
    return QStringLiteral("%1 (%2%3)").arg(text, sign, QLocale().toString(change, 'f', 1));
}

/// What the matrix shows in its mode: against what is compared with, all numbers are differences.
ViewTable PredictionsConfusion::table() const
{
    ViewTable table;
    if (!m_state) {
        return table;
    }
    const QStringList names = PredictionsTexts::classNames(*m_state->data);
    const QString corner = m_state->other ? tr("True class (difference to %1)").arg(PredictionsTexts::comparison(*m_state)) : tr("True class");
    table.header = QStringList{corner} + names + QStringList{tr("Recall"), tr("Precision"), tr("F1")};
    const std::vector<ClassMetrics> metrics = classMetrics(m_state->confusion);
    const std::vector<ClassMetrics> others = m_state->other ? classMetrics(m_state->otherConfusion) : std::vector<ClassMetrics>{};
    const auto number = [](double value) { return std::isnan(value) ? QString() : QString::number(value, 'g', 5); };
    for (int row = 0; row < m_state->confusion.classes; ++row) {
        QStringList cells{names[row]};
        for (int column = 0; column < m_state->confusion.classes; ++column) {
            cells << number(m_matrix->value(row, column));
        }
        for (double ClassMetrics::*share : {&ClassMetrics::recall, &ClassMetrics::precision, &ClassMetrics::f1}) {
            cells << number(metrics[std::size_t(row)].*share - (others.empty() ? 0.0 : others[std::size_t(row)].*share));
        }
        table.rows << cells;
    }
    return table;
}

} // namespace convscope
