// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionsgallery.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"
#include "ui/pages/predictionsdetail.h"
#include "ui/pages/predictionstexts.h"
#include "ui/views/flowlayout.h"
#include "ui/views/picturegrid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace convscope {

namespace {

/// In the order of the entries.
constexpr std::array<std::pair<double, double>, 5> confidenceRanges{{{0.0, 1.0}, {0.0, 0.5}, {0.5, 0.9}, {0.9, 1.0}, {0.99, 1.0}}};

void setEntries(QComboBox *combo, const QStringList &texts)
{
    const QSignalBlocker blocker(combo);
    const int index = std::max(0, combo->currentIndex());
    combo->clear();
    combo->addItems(texts);
    combo->setCurrentIndex(index < int(texts.size()) ? index : 0);
}

} // namespace

PredictionsGallery::PredictionsGallery(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
{
    setupUi();
    m_export = new ViewExport(QStringLiteral("predictions"), m_grid, [this] { return table(); });
    connect(m_grid, &PictureGrid::itemChosen, &inspection, &Inspection::setProbeIndex);
    connect(&inspection, &Inspection::probeChanged, this, [this] {
        if (isVisible()) {
            showPicture(true);
        }
    });
    retranslateUi();
}

QComboBox *PredictionsGallery::addCombo(const char *name, QLabel *&label, QWidget *bar)
{
    auto *group = new QWidget(bar);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    label = new QLabel(group);
    auto *combo = new QComboBox(group);
    combo->setObjectName(QLatin1String(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(combo);
    row->addWidget(label);
    row->addWidget(combo);
    bar->layout()->addWidget(group);
    connect(combo, &QComboBox::currentIndexChanged, this, [this] { applyFromTop(); });
    return combo;
}

void PredictionsGallery::setupUi()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(8, 0, 8, 4);
    flow->setSpacing(8);
    m_which = addCombo("whichCombo", m_whichLabel, bar);
    m_true = addCombo("trueClassCombo", m_trueLabel, bar);
    m_predicted = addCombo("predictedCombo", m_predictedLabel, bar);
    m_confidence = addCombo("confidenceCombo", m_confidenceLabel, bar);
    m_order = addCombo("orderCombo", m_orderLabel, bar);
    m_reset = new QToolButton(bar);
    m_reset->setObjectName(QStringLiteral("resetFilterButton"));
    flow->addWidget(m_reset);
    connect(m_reset, &QToolButton::clicked, this, [this] { setFilter({}); });
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("galleryCount"));
    m_count->setContentsMargins(8, 0, 8, 2);
    m_grid = new PictureGrid(this);
    m_grid->setObjectName(QStringLiteral("predictionsGrid"));
    m_detail = new PredictionsDetail(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_detail);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(292);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_grid, 1);
    middle->addWidget(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(bar);
    layout->addWidget(m_count);
    layout->addLayout(middle, 1);
}

void PredictionsGallery::retranslateUi()
{
    m_whichLabel->setText(tr("Show"));
    m_trueLabel->setText(tr("True class"));
    m_predictedLabel->setText(tr("Answer"));
    m_confidenceLabel->setText(tr("Confidence"));
    m_orderLabel->setText(tr("Order"));
    m_reset->setText(tr("Show all"));
    m_reset->setToolTip(tr("Take every filter off and show the worst mistakes first."));
    m_grid->setAccessibleName(tr("Test pictures"));
    m_order->setToolTip(tr("The worst mistakes are those where the network gave its highest confidence to a wrong class: often the label is what is wrong."));
    m_which->setToolTip(tr("“Changed” needs something to compare with, above."));
    fillCombos();
    m_detail->retranslateUi();
    apply();
}

void PredictionsGallery::fillCombos()
{
    m_isFilling = true;
    QStringList which{tr("all"), tr("right ones"), tr("wrong ones")};
    if (m_state && m_state->other) {
        which << tr("changed answers") << tr("right now, wrong there") << tr("wrong now, right there");
    }
    setEntries(m_which, which);
    QStringList classes{tr("any")};
    if (m_state) {
        classes += PredictionsTexts::classNames(*m_state->data);
    }
    setEntries(m_true, classes);
    setEntries(m_predicted, classes);
    setEntries(m_confidence, {tr("any"), tr("below %1").arg(percentText(0.5, 0)), tr("%1 to %2").arg(percentText(0.5, 0), percentText(0.9, 0)),
                              tr("from %1").arg(percentText(0.9, 0)), tr("from %1").arg(percentText(0.99, 0))});
    setEntries(m_order, {tr("worst mistakes first"), tr("most confident first"), tr("least confident first"), tr("closest decisions first"), tr("as in the data")});
    m_isFilling = false;
}

void PredictionsGallery::setState(const PredictionsStatePtr &state)
{
    const bool needsEntries = !m_state || !state || m_state->data != state->data || bool(m_state->other) != bool(state->other);
    m_state = state;
    if (needsEntries) {
        fillCombos();
    }
    apply();
}

PredictionsFilter PredictionsGallery::filter() const
{
    PredictionsFilter filter;
    filter.which = PredictionsFilter::Which(std::max(0, m_which->currentIndex()));
    filter.trueClass = m_true->currentIndex() - 1;
    filter.predicted = m_predicted->currentIndex() - 1;
    const auto &range = confidenceRanges[std::size_t(std::max(0, m_confidence->currentIndex()))];
    filter.lowest = range.first;
    filter.highest = range.second;
    filter.order = PredictionsFilter::Order(std::max(0, m_order->currentIndex()));
    return filter;
}

void PredictionsGallery::setFilter(const PredictionsFilter &filter)
{
    m_isFilling = true;
    m_which->setCurrentIndex(int(filter.which));
    m_true->setCurrentIndex(filter.trueClass + 1);
    m_predicted->setCurrentIndex(filter.predicted + 1);
    m_confidence->setCurrentIndex(0);
    m_order->setCurrentIndex(int(filter.order));
    m_isFilling = false;
    applyFromTop();
}

void PredictionsGallery::applyFromTop()
{
    apply();
    m_grid->scrollToTop();
}

void PredictionsGallery::apply()
{
    if (m_isFilling) {
        return;
    }
    if (!m_state) {
        m_grid->setItems({}, 28, {});
        m_count->clear();
        return;
    }
    const PredictionsStatePtr state = m_state;
    m_grid->setItems(chosenPictures(*state, filter()), state->data->side, [state](int index) {
        PictureGrid::Cell cell;
        const int predicted = state->answers[std::size_t(index)].predicted;
        cell.pixels = state->data->testPicture(index);
        cell.caption = state->data->className(predicted);
        cell.toolTip = PredictionsTexts::picture(*state, index);
        cell.sign = predicted == state->data->test.labels[std::size_t(index)] ? PictureGrid::Sign::Right : PictureGrid::Sign::Wrong;
        return cell;
    });
    m_reset->setEnabled(filter() != PredictionsFilter{});
    m_count->setText(m_grid->items().empty()
                         ? tr("No picture fits this choice.")
                         : tr("%1 of %2 pictures. Below each: what the network takes it for. Choose one, and every page shows it.")
                               .arg(countText(qint64(m_grid->items().size())), countText(qint64(state->answers.size()))));
    showPicture(false);
}

void PredictionsGallery::showPicture(bool scrolls)
{
    const int index = m_inspection.probe().testIndex;
    m_grid->setCurrentItem(index, scrolls);
    m_detail->setPicture(m_state, index);
}

void PredictionsGallery::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showPicture(true); // it may have been chosen elsewhere
}

PredictionsOthers *PredictionsGallery::others() const
{
    return m_detail->others();
}

ViewTable PredictionsGallery::table() const
{
    ViewTable table{{tr("Picture"), tr("True class"), tr("Answer"), tr("Confidence"), tr("Margin"), tr("Loss")}, {}};
    if (!m_state) {
        return table;
    }
    for (const int index : m_grid->items()) {
        const Answer &answer = m_state->answers[std::size_t(index)];
        table.rows << QStringList{QString::number(index), m_state->data->className(m_state->data->test.labels[std::size_t(index)]),
                                  m_state->data->className(answer.predicted), QString::number(double(answer.confidence), 'g', 5),
                                  QString::number(double(answer.margin), 'g', 5), QString::number(double(answer.loss), 'g', 5)};
    }
    return table;
}

} // namespace convscope
