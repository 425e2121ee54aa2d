// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "ui/forms/layercard.h"

class QCheckBox;

namespace convscope {

/// The card of a convolution block.
class ConvBlockCard : public LayerCard
{
    Q_OBJECT

public:
    explicit ConvBlockCard(QWidget *parent = nullptr);
    void setBlock(const ConvBlock &block);
    ConvBlock block() const;
    /// Side of the pictures that reach the block, for the hint about the padding; 0 = unknown.
    void setInputSide(int side);

protected:
    QString title(int number) const override;
    void retranslateUi() override;

private:
    void setupUi();
    void updateHint();

    NumberField *m_filtersField;
    NumberField *m_kernelField;
    NumberField *m_paddingField;
    QuietComboBox *m_activationCombo;
    QCheckBox *m_batchNormCheck;
    QCheckBox *m_maxPoolCheck;
    QLabel *m_hint;
    int m_inputSide = 0;
};

} // namespace convscope
