// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/architectureeditor.h"

#include "core/model/layersummary.h"
#include "ui/forms/cardlist.h"
#include "ui/forms/convblockcard.h"
#include "ui/forms/hiddenlayercard.h"
#include "ui/forms/layertableview.h"
#include "ui/forms/problemlabel.h"
#include "ui/forms/richtext.h"
#include "ui/models/layertablemodel.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

constexpr int grid = 8;

} // namespace

ArchitectureEditor::ArchitectureEditor(QWidget *parent)
    : QWidget(parent)
    , m_convLayout(new QVBoxLayout)
    , m_hiddenLayout(new QVBoxLayout)
    , m_tableLayout(new QVBoxLayout)
    , m_addConvButton(new QPushButton(this))
    , m_addHiddenButton(new QPushButton(this))
    , m_noConvLabel(new QLabel(this))
    , m_problem(new ProblemLabel(this))
    , m_model(new LayerTableModel(this))
    , m_table(new LayerTableView(m_model, this))
{
    setupUi();
    connectSignals();
    retranslateUi();
    setArchitecture(Architecture());
}

ArchitectureEditor::~ArchitectureEditor()
{
    // A field that loses the focus while it goes down would still report to what is no longer there.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

void ArchitectureEditor::setupUi()
{
    m_addConvButton->setObjectName(QStringLiteral("addConvBlock"));
    m_addHiddenButton->setObjectName(QStringLiteral("addHiddenLayer"));
    m_table->setObjectName(QStringLiteral("layerTable"));
    m_noConvLabel->setWordWrap(true);
    m_noConvLabel->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(grid, 0, 0, 0);
    layout->setSpacing(grid);
    layout->addWidget(m_noConvLabel);
    layout->addLayout(m_convLayout);
    layout->addWidget(m_addConvButton);
    layout->addLayout(m_hiddenLayout);
    layout->addWidget(m_addHiddenButton);
    layout->addWidget(m_problem);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, grid);
    whole->setSpacing(grid);
    whole->addLayout(layout);
    whole->addLayout(m_tableLayout);
    m_tableLayout->addWidget(m_table);
    m_convLayout->setSpacing(grid);
    m_hiddenLayout->setSpacing(grid);
}

void ArchitectureEditor::connectSignals()
{
    connect(m_addConvButton, &QPushButton::clicked, this, &ArchitectureEditor::addConvBlock);
    connect(m_addHiddenButton, &QPushButton::clicked, this, &ArchitectureEditor::addHiddenLayer);
}

void ArchitectureEditor::setArchitecture(const Architecture &architecture)
{
    showCards(architecture, Texts::Replaced);
    updateSummary();
}

Architecture ArchitectureEditor::architecture() const
{
    Architecture architecture;
    for (const ConvBlockCard *card : m_convCards)
        architecture.convBlocks.push_back(card->block());
    for (const HiddenLayerCard *card : m_hiddenCards)
        architecture.hiddenLayers.push_back(card->hiddenLayer());
    return architecture;
}

void ArchitectureEditor::setInput(int side, int classes)
{
    m_side = side;
    m_classes = classes;
    updateSummary();
}

std::vector<Problem> ArchitectureEditor::showProblems(const std::vector<Problem> &problems)
{
    std::vector<Problem> rest = problems;
    for (LayerCard *card : cards())
        rest = card->showProblems(rest);
    const auto own = [](const Problem &problem) { return problem.field.startsWith(QLatin1String("architecture")); };
    const auto first = std::find_if(rest.begin(), rest.end(), own);
    m_problem->setProblem(first == rest.end() ? QString() : first->message);
    std::erase_if(rest, own);
    return rest;
}

std::vector<Problem> ArchitectureEditor::ownProblems() const
{
    std::vector<Problem> problems;
    for (const LayerCard *card : cards()) {
        const std::vector<Problem> more = card->ownProblems();
        problems.insert(problems.end(), more.begin(), more.end());
    }
    return problems;
}

void ArchitectureEditor::addConvBlock()
{
    Architecture changed = architecture();
    // One more like the last is the likeliest wish.
    changed.convBlocks.push_back(changed.convBlocks.empty() ? ConvBlock() : changed.convBlocks.back());
    showCards(changed, Texts::Kept);
    noteEdit(QStringLiteral("architecture.conv_blocks"));
    m_convCards.back()->focusPart({});
}

void ArchitectureEditor::addHiddenLayer()
{
    Architecture changed = architecture();
    changed.hiddenLayers.push_back(changed.hiddenLayers.empty() ? HiddenLayer() : changed.hiddenLayers.back());
    showCards(changed, Texts::Kept);
    noteEdit(QStringLiteral("architecture.hidden_layers"));
    m_hiddenCards.back()->focusPart({});
}

void ArchitectureEditor::moveCard(LayerCard *card, int step)
{
    const auto from = std::size_t(card->position());
    const auto to = std::size_t(card->position() + step);
    const bool isConv = qobject_cast<ConvBlockCard *>(card) != nullptr;
    if (to >= (isConv ? m_convCards.size() : m_hiddenCards.size()))
        return;
    // The cards stay and their contents change places; the focus goes along with the contents.
    const QString focused = card->focusWidget() ? card->focusWidget()->objectName() : QString();
    Architecture changed = architecture();
    if (isConv)
        std::swap(changed.convBlocks[from], changed.convBlocks[to]);
    else
        std::swap(changed.hiddenLayers[from], changed.hiddenLayers[to]);
    showCards(changed, Texts::Kept);
    noteEdit(isConv ? QStringLiteral("architecture.conv_blocks") : QStringLiteral("architecture.hidden_layers"));
    if (isConv)
        m_convCards[to]->focusPart(focused);
    else
        m_hiddenCards[to]->focusPart(focused);
}

void ArchitectureEditor::removeCard(LayerCard *card)
{
    const int index = card->position();
    const bool isConv = qobject_cast<ConvBlockCard *>(card) != nullptr;
    Architecture changed = architecture();
    if (isConv)
        changed.convBlocks.erase(changed.convBlocks.begin() + index);
    else
        changed.hiddenLayers.erase(changed.hiddenLayers.begin() + index);
    showCards(changed, Texts::Kept);
    noteEdit(isConv ? QStringLiteral("architecture.conv_blocks") : QStringLiteral("architecture.hidden_layers"));
    (isConv ? m_addConvButton : m_addHiddenButton)->setFocus(Qt::OtherFocusReason);
}

void ArchitectureEditor::showCards(const Architecture &architecture, Texts texts)
{
    const auto watcher = [this](LayerCard *card) { watch(card); };
    matchCards(m_convCards, architecture.convBlocks, *m_convLayout, this,
               [texts](ConvBlockCard &card, const ConvBlock &block) {
                   if (texts == Texts::Replaced || card.block() != block)
                       card.setBlock(block);
               }, watcher);
    matchCards(m_hiddenCards, architecture.hiddenLayers, *m_hiddenLayout, this,
               [texts](HiddenLayerCard &card, const HiddenLayer &layer) {
                   if (texts == Texts::Replaced || card.hiddenLayer() != layer)
                       card.setLayer(layer);
               }, watcher);
    m_noConvLabel->setVisible(m_convCards.empty());
    restoreTabOrder();
}

void ArchitectureEditor::watch(LayerCard *card)
{
    connect(card, &LayerCard::edited, this,
            [this, card](const QString &field) { noteEdit(card->path() + u'.' + field); });
    connect(card, &LayerCard::problemOfTextChanged, this, &ArchitectureEditor::problemOfTextChanged);
    connect(card, &LayerCard::editingFinished, this, &ArchitectureEditor::editingFinished);
    connect(card, &LayerCard::moveRequested, this, [this, card](int step) { moveCard(card, step); });
    connect(card, &LayerCard::removeRequested, this, [this, card] { removeCard(card); });
}

void ArchitectureEditor::noteEdit(const QString &key)
{
    updateSummary();
    Q_EMIT edited(key);
}

void ArchitectureEditor::updateSummary()
{
    const ArchitectureSummary summary = summarize(architecture(), m_side, m_classes);
    m_model->setSummary(summary);
    for (std::size_t i = 0; i < m_convCards.size(); ++i) {
        // What reaches a block is the last thing that the block before it gave.
        int side = i == 0 ? m_side : 0;
        for (const LayerSummary &layer : summary.layers) {
            if (layer.kind == LayerKind::Flatten)
                break;
            if (i > 0 && layer.block == int(i) - 1)
                side = layer.height;
        }
        m_convCards[i]->setInputSide(side);
    }
    indentTable();
}

void ArchitectureEditor::indentTable()
{
    // In a narrow form the four columns need every pixel, the margin's too.
    m_tableLayout->setContentsMargins(width() - grid >= m_table->wantedWidth() ? grid : 0, 0, 0, 0);
}

void ArchitectureEditor::restoreTabOrder()
{
    // New cards come last in the order of creation; reading order is what Tab should follow.
    QList<QWidget *> chain;
    for (const ConvBlockCard *card : m_convCards)
        chain += card->focusChain();
    chain.append(m_addConvButton);
    for (const HiddenLayerCard *card : m_hiddenCards)
        chain += card->focusChain();
    chain += {m_addHiddenButton, m_table};
    for (qsizetype i = 1; i < chain.size(); ++i)
        QWidget::setTabOrder(chain.at(i - 1), chain.at(i));
}

std::vector<LayerCard *> ArchitectureEditor::cards() const
{
    std::vector<LayerCard *> all(m_convCards.begin(), m_convCards.end());
    all.insert(all.end(), m_hiddenCards.begin(), m_hiddenCards.end());
    return all;
}

void ArchitectureEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    indentTable();
}

void ArchitectureEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        updateSummary();
    }
}

void ArchitectureEditor::retranslateUi()
{
    m_addConvButton->setText(tr("Add convolution block"));
    m_addConvButton->setToolTip(
        toolTipText({tr("One more block of filters, which combines the patterns that the blocks before it find.")}));
    m_addHiddenButton->setText(tr("Add hidden layer"));
    m_addHiddenButton->setToolTip(
        toolTipText({tr("One more layer of neurons between what the filters find and the classes.")}));
    m_noConvLabel->setText(tr("Without convolution blocks the network is a multilayer perceptron: it sees pixels, not "
                              "their neighbours."));
    m_table->setWhatsThis(
        toolTipText({tr("Each row is one layer: what it hands on for one picture (maps × rows × columns), how many "
                        "numbers it learns, and how many multiplications it takes. Most parameters usually sit in the "
                        "first hidden layer, most multiplications in the convolutions.")}));
}

} // namespace convscope
