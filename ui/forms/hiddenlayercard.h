// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "ui/forms/layercard.h"

namespace convscope {

/// The card of a hidden layer.
class HiddenLayerCard : public LayerCard
{
    Q_OBJECT

public:
    explicit HiddenLayerCard(QWidget *parent = nullptr);
    void setLayer(const HiddenLayer &layer);
    HiddenLayer hiddenLayer() const;

protected:
    QString title(int number) const override;

private:
    NumberField *m_widthField;
    QuietComboBox *m_activationCombo;
    NumberField *m_dropoutField;
};

} // namespace convscope
