// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/operationselector.h"

#include "core/inspection/operation.h"
#include "ui/views/flowlayout.h"
#include "ui/views/operationtexts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace convscope {

namespace {

/// A field with its label, kept together where the line ends.
QWidget *labelled(QLabel *label, QWidget *field, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(field);
    label->setBuddy(field);
    return pair;
}

} // namespace

OperationSelector::OperationSelector(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    retranslateUi();
}

void OperationSelector::setupUi()
{
    m_layer = new QComboBox(this);
    m_layer->setObjectName(QStringLiteral("operationLayer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_channel = new QSpinBox(this);
    m_channel->setObjectName(QStringLiteral("operationChannel"));
    m_row = new QSpinBox(this);
    m_row->setObjectName(QStringLiteral("operationRow"));
    m_column = new QSpinBox(this);
    m_column->setObjectName(QStringLiteral("operationColumn"));
    m_picture = new QSpinBox(this);
    m_picture->setObjectName(QStringLiteral("operationPicture"));
    m_layerLabel = new QLabel(this);
    m_channelLabel = new QLabel(this);
    m_rowLabel = new QLabel(this);
    m_columnLabel = new QLabel(this);
    m_pictureLabel = new QLabel(this);
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(labelled(m_layerLabel, m_layer, this));
    layout->addWidget(labelled(m_channelLabel, m_channel, this));
    layout->addWidget(labelled(m_rowLabel, m_row, this));
    layout->addWidget(labelled(m_columnLabel, m_column, this));
    layout->addWidget(labelled(m_pictureLabel, m_picture, this));
    connect(m_layer, &QComboBox::currentIndexChanged, this, &OperationSelector::takeFields);
    for (QSpinBox *spin : {m_channel, m_row, m_column}) {
        connect(spin, &QSpinBox::valueChanged, this, &OperationSelector::takeFields);
    }
}

void OperationSelector::retranslateUi()
{
    m_layerLabel->setText(tr("&Layer"));
    m_rowLabel->setText(tr("Row"));
    m_columnLabel->setText(tr("Column"));
    m_pictureLabel->setText(tr("Test picture"));
    m_layer->setToolTip(tr("The operation to be taken apart"));
    m_row->setToolTip(tr("Counted from 1, from the top; arrays in PyTorch count from 0"));
    m_column->setToolTip(tr("Counted from 1, from the left; arrays in PyTorch count from 0"));
    m_picture->setToolTip(tr("The picture that goes through the network, here and on the other pages"));
    fillLayers();
    show();
}

void OperationSelector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

UnitAddress OperationSelector::sensibleStart(const std::vector<LayerSummary> &layers)
{
    if (layers.size() < 2) {
        return {};
    }
    const bool isFlat = layers[1].kind == LayerKind::Flatten;
    const int layer = isFlat && layers.size() > 2 ? 2 : 1;
    return clampedTo(layers, {layer, 0, layers[std::size_t(layer)].height / 2, layers[std::size_t(layer)].width / 2});
}

void OperationSelector::setNetwork(const Architecture &architecture, int side, int classes)
{
    std::vector<LayerSummary> layers = summarize(architecture, side, classes).layers;
    const bool isSame = architecture == m_architecture && layers.size() == m_layers.size() && layers.back().channels == m_layers.back().channels
        && layers.front().width == m_layers.front().width;
    if (isSame) {
        return;
    }
    m_architecture = architecture;
    m_layers = std::move(layers);
    fillLayers();
    setUnit(sensibleStart(m_layers));
}

void OperationSelector::fillLayers()
{
    const QSignalBlocker blocker(m_layer);
    m_layer->clear();
    for (int i = 0; i < int(m_layers.size()); ++i) {
        m_layer->addItem(layerTitle(m_architecture, m_layers, i));
    }
    if (!m_layers.empty()) {
        m_layer->addItem(QStringLiteral("%1 · %2").arg(QString::number(m_layers.size()), tr("Softmax and loss")));
    }
}

void OperationSelector::setUnit(const UnitAddress &unit, bool isSoftmax)
{
    m_isSoftmax = isSoftmax && !m_layers.empty();
    m_unit = unit;
    if (m_isSoftmax) {
        m_unit.layer = int(m_layers.size()) - 1;
    }
    m_unit = clampedTo(m_layers, m_unit);
    show();
}

void OperationSelector::show()
{
    if (m_layers.empty()) {
        return;
    }
    m_isShowing = true;
    const LayerSummary &layer = m_layers[std::size_t(m_unit.layer)];
    const bool isMap = layer.height * layer.width > 1;
    m_layer->setCurrentIndex(m_isSoftmax ? int(m_layers.size()) : m_unit.layer);
    const bool isClass = m_isSoftmax || layer.name == QLatin1String("output");
    m_first = isClass ? 0 : 1;
    m_channel->setRange(m_first, m_first + layer.channels - 1);
    m_channel->setValue(m_first + m_unit.channel);
    m_row->setRange(1, layer.height);
    m_row->setValue(m_unit.y + 1);
    m_column->setRange(1, layer.width);
    m_column->setValue(m_unit.x + 1);
    m_row->parentWidget()->setVisible(isMap);
    m_column->parentWidget()->setVisible(isMap);
    m_channelLabel->setText(isClass ? tr("Class") : layer.kind == LayerKind::Convolution ? tr("Filter") : isMap ? tr("Channel") : tr("Neuron"));
    m_channel->setToolTip(channelHelp(layer, isClass));
    m_isShowing = false;
}

/// Places count from 1 wherever people read them, as on the other pages; whoever goes on in PyTorch finds the array's index here.
QString OperationSelector::channelHelp(const LayerSummary &layer, bool isClass) const
{
    if (isClass) {
        return tr("The class as the data set numbers it, from 0");
    }
    if (layer.kind == LayerKind::Convolution || layer.kind == LayerKind::Linear) {
        return tr("Which of the filters, or which neuron, counted from 1. In PyTorch, which counts from 0, its weights are %1.")
            .arg(QStringLiteral("%1.weight[%2]").arg(layer.name).arg(m_unit.channel));
    }
    return tr("Which of the filters, or which neuron, counted from 1");
}

void OperationSelector::takeFields()
{
    if (m_isShowing || m_layers.empty() || m_layer->currentIndex() < 0) {
        return;
    }
    const bool isSoftmax = m_layer->currentIndex() == int(m_layers.size());
    const bool isOtherLayer = isSoftmax != m_isSoftmax || (!isSoftmax && m_layer->currentIndex() != m_unit.layer);
    UnitAddress unit{m_layer->currentIndex(), m_channel->value() - m_first, m_row->value() - 1, m_column->value() - 1};
    if (isOtherLayer && !isSoftmax) { // a place that is the same part of the picture
        const LayerSummary &from = m_layers[std::size_t(m_unit.layer)];
        const LayerSummary &to = m_layers[std::size_t(unit.layer)];
        const bool bothMaps = from.height > 1 && to.height > 1;
        unit.y = bothMaps ? m_unit.y * to.height / from.height : to.height / 2;
        unit.x = bothMaps ? m_unit.x * to.width / from.width : to.width / 2;
    }
    setUnit(unit, isSoftmax);
    Q_EMIT unitChosen(m_unit, m_isSoftmax);
}

} // namespace convscope
