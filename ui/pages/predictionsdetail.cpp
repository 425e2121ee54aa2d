// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionsdetail.h"

#include "core/inspection/picture.h"
#include "ui/charts/numberformat.h"
#include "ui/charts/wheelpass.h"
#include "ui/charts/plotview.h"
#include "ui/pages/predictionsothers.h"
#include "ui/pages/predictionstexts.h"
#include "ui/theme.h"
#include "ui/views/pictureview.h"
#include "ui/views/probabilitybars.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr double pictureWidth = 84.0;

QColor rightColor(const QPalette &)
{
    return theme::right();
}

QColor wrongColor(const QPalette &)
{
    return theme::wrong();
}

QLabel *wrappedLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

PredictionsDetail::PredictionsDetail(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    retranslateUi();
}

void PredictionsDetail::setupUi()
{
    m_picture = new QLabel(this);
    m_title = wrappedLabel("detailTitle", this);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text = wrappedLabel("detailText", this);
    m_bars = new ProbabilityBars(this);
    m_story = wrappedLabel("detailStory", this);
    m_chart = new PlotView(AxisFormat::Percent, this);
    m_chart->setFixedHeight(150);
    new WheelPass(m_chart);
    for (const ThemeColor color : {&rightColor, &wrongColor}) {
        PlotStyle style;
        style.color = color;
        style.marker = color == &rightColor ? PlotMarker::Circle : PlotMarker::Square;
        style.line = color == &rightColor ? Qt::SolidLine : Qt::DashLine; // over many epochs there are no markers
        m_chart->addSeries(style);
    }
    m_otherText = wrappedLabel("detailOther", this);
    m_copy = new QToolButton(this);
    m_copy->setObjectName(QStringLiteral("copyProbabilitiesButton"));
    connect(m_copy, &QToolButton::clicked, this, &PredictionsDetail::copyNumbers);

    m_others = new PredictionsOthers(this);

    auto *texts = new QVBoxLayout;
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addStretch(1);
    auto *top = new QHBoxLayout;
    top->addWidget(m_picture, 0, Qt::AlignTop);
    top->addLayout(texts, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_bars);
    layout->addWidget(m_otherText);
    layout->addWidget(m_story);
    layout->addWidget(m_chart);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addWidget(m_others);
    layout->addStretch(1);
}

void PredictionsDetail::retranslateUi()
{
    m_bars->setAccessibleName(tr("Probability of each class"));
    m_chart->setAccessibleName(tr("Probabilities over the epochs"));
    m_copy->setText(tr("Copy the numbers"));
    m_copy->setToolTip(tr("All probabilities of this picture, epoch by epoch, for a spreadsheet."));
    m_others->retranslateUi();
    showAll();
}

void PredictionsDetail::setPicture(const PredictionsStatePtr &state, int index)
{
    m_state = state;
    m_index = index;
    m_others->setPicture(state, index);
    showAll();
}

void PredictionsDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showAll();
    }
}

std::vector<float> PredictionsDetail::probabilities(const EpochAnswers &epoch) const
{
    std::vector<float> values;
    const TestProbabilities &all = *epoch.probabilities;
    if (m_index < all.images) {
        const auto first = all.values.begin() + std::ptrdiff_t(m_index) * all.classes;
        for (int label = 0; label < all.classes; ++label) {
            values.push_back(float(first[label]) / 65535.0f);
        }
    }
    return values;
}

void PredictionsDetail::showAll()
{
    const bool hasPicture = m_state && m_index >= 0 && std::size_t(m_index) < m_state->answers.size();
    for (QWidget *part : std::initializer_list<QWidget *>{m_picture, m_text, m_bars, m_story, m_chart, m_otherText, m_copy}) {
        part->setVisible(hasPicture);
    }
    if (!hasPicture) {
        m_title->setText(tr("Choose a picture to see what the network says of it."));
        return;
    }
    const PredictionsState &state = *m_state;
    const Answer &answer = state.answers[std::size_t(m_index)];
    const int label = state.data->test.labels[std::size_t(m_index)];
    const double extent = pictures::extent(state.data->side, pictureWidth, devicePixelRatioF());
    QPixmap pixmap(QSize(int(extent) + 2, int(extent) + 2) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    pictures::draw(painter, QPointF(1, 1), extent, imageOf(testPicture(*state.data, m_index)), theme::gridLine(palette()));
    painter.end();
    m_picture->setPixmap(pixmap);
    m_title->setText(tr("Test picture %1").arg(m_index));
    m_text->setText(answer.predicted == label ? tr("Right: %1").arg(state.data->className(label))
                                              : tr("Wrong: it is labelled %1 and taken for %2.").arg(state.data->className(label), state.data->className(answer.predicted)));
    m_bars->setClassNames(PredictionsTexts::classNames(*state.data));
    m_bars->setTrueClass(label);
    m_bars->setProbabilities(probabilities(*state.shown));
    m_bars->setOther(state.other ? probabilities(*state.other) : std::vector<float>{});
    m_otherText->setVisible(bool(state.other));
    if (state.other) {
        const Answer &other = state.otherAnswers[std::size_t(m_index)];
        m_otherText->setText(tr("%1 (thin bars): %2 with %3.")
                                 .arg(PredictionsTexts::comparison(state), state.data->className(other.predicted), percentText(double(other.confidence))));
    }
    m_story->setText(PredictionsTexts::story(storyOf(state, m_index), state.epochs.size()));
    updateChart();
}

void PredictionsDetail::updateChart()
{
    const PredictionsState &state = *m_state;
    m_chart->setVisible(state.epochs.size() > 1);
    if (state.epochs.size() < 2) {
        return;
    }
    const int label = state.data->test.labels[std::size_t(m_index)];
    const int predicted = state.answers[std::size_t(m_index)].predicted;
    // Where the answer is right, the second line is that of the strongest other class.
    int rival = predicted;
    if (predicted == label) {
        const std::vector<float> now = probabilities(*state.shown);
        float most = -1.0f;
        for (int other = 0; other < int(now.size()); ++other) {
            if (other != label && now[std::size_t(other)] > most) {
                most = now[std::size_t(other)];
                rival = other;
            }
        }
    }
    std::vector<QPointF> rightPoints;
    std::vector<QPointF> rivalPoints;
    for (const EpochAnswersPtr &epoch : state.epochs) {
        const std::vector<float> values = probabilities(*epoch);
        rightPoints.emplace_back(epoch->epoch, double(values[std::size_t(label)]));
        rivalPoints.emplace_back(epoch->epoch, double(values[std::size_t(rival)]));
    }
    m_chart->setPoints(0, std::move(rightPoints));
    m_chart->setPoints(1, std::move(rivalPoints));
    m_chart->setSeriesName(0, state.data->className(label));
    m_chart->setSeriesName(1, state.data->className(rival));
    m_chart->setTitles(tr("%1, dashed: %2").arg(state.data->className(label), state.data->className(rival)), QString(), tr("Epoch"));
    const PlotRange range{double(state.epochs.front()->epoch), double(state.epochs.back()->epoch)};
    m_chart->setXLimits(range, range, 1.0);
    m_chart->setYLimits({0.0, 1.0}, {0.0, 1.0});
    m_chart->showHome();
    m_chart->setSummary(m_story->text());
}

void PredictionsDetail::copyNumbers() const
{
    QStringList lines{(QStringList{tr("Epoch")} + PredictionsTexts::classNames(*m_state->data)).join(QLatin1Char('\t'))};
    std::vector<EpochAnswersPtr> epochs = m_state->epochs;
    if (epochs.empty()) {
        epochs.push_back(m_state->shown);
    }
    for (const EpochAnswersPtr &epoch : epochs) {
        QStringList row{QString::number(epoch->epoch)};
        for (const float value : probabilities(*epoch)) {
            row << QString::number(double(value), 'f', 5);
        }
        lines << row.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace convscope
