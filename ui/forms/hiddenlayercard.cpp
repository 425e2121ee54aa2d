// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/hiddenlayercard.h"

#include "ui/forms/numberfield.h"
#include "ui/forms/quietcombobox.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace convscope {

HiddenLayerCard::HiddenLayerCard(QWidget *parent)
    : LayerCard(QStringLiteral("architecture.hidden_layers"), parent)
{
    m_widthField = addNumber(QStringLiteral("width"), 0, 0, 1);
    m_activationCombo = addActivation(0, 1, 1);
    m_dropoutField = addNumber(QStringLiteral("dropout"), 0, 2, 1);
    // Side by side with a combo box, which is a little higher in most styles.
    m_widthField->setMinimumHeight(m_activationCombo->sizeHint().height());
    m_dropoutField->setMinimumHeight(m_activationCombo->sizeHint().height());
    for (int column = 0; column < 3; ++column)
        fields()->setColumnStretch(column, 1);
    setLayer(HiddenLayer());
    setPosition(0, 1);
}

void HiddenLayerCard::setLayer(const HiddenLayer &layer)
{
    m_widthField->setValue(layer.width);
    m_activationCombo->setCurrentIndex(m_activationCombo->findData(int(layer.activation)));
    m_dropoutField->setValue(layer.dropout);
}

HiddenLayer HiddenLayerCard::hiddenLayer() const
{
    HiddenLayer layer;
    layer.width = int(std::clamp(m_widthField->value(), double(std::numeric_limits<int>::min()),
                                 double(std::numeric_limits<int>::max())));
    layer.activation = static_cast<Activation>(m_activationCombo->currentData().toInt());
    layer.dropout = m_dropoutField->value();
    return layer;
}

QString HiddenLayerCard::title(int number) const
{
    return tr("Hidden layer %1").arg(QLocale().toString(number));
}

} // namespace convscope
