// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/convblockcard.h"

#include "ui/forms/numberfield.h"
#include "ui/forms/quietcombobox.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

int toInt(double value)
{
    return int(std::clamp(value, double(std::numeric_limits<int>::min()), double(std::numeric_limits<int>::max())));
}

} // namespace

ConvBlockCard::ConvBlockCard(QWidget *parent)
    : LayerCard(QStringLiteral("architecture.conv_blocks"), parent)
{
    setupUi();
    setBlock(ConvBlock());
    setPosition(0, 1);
}

void ConvBlockCard::setupUi()
{
    m_filtersField = addNumber(QStringLiteral("filters"), 0, 0, 2);
    m_kernelField = addNumber(QStringLiteral("kernel_size"), 0, 2, 2);
    m_paddingField = addNumber(QStringLiteral("padding"), 0, 4, 2);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("paddingHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    fields()->addWidget(m_hint, 1, 0, 1, 6);

    m_activationCombo = addActivation(2, 0, 3);
    m_batchNormCheck = new QCheckBox(this);
    m_maxPoolCheck = new QCheckBox(this);
    addEditor(QStringLiteral("batch_norm"), m_batchNormCheck);
    addEditor(QStringLiteral("max_pool"), m_maxPoolCheck);
    auto *checks = new QVBoxLayout;
    checks->setSpacing(2);
    checks->addStretch(1);
    checks->addWidget(m_batchNormCheck);
    checks->addWidget(m_maxPoolCheck);
    fields()->addLayout(checks, 2, 3, 1, 3);
    for (int column = 0; column < 6; ++column)
        fields()->setColumnStretch(column, 1);
    connect(m_batchNormCheck, &QCheckBox::clicked, this, [this] { Q_EMIT edited(QStringLiteral("batch_norm")); });
    connect(m_maxPoolCheck, &QCheckBox::clicked, this, [this] { Q_EMIT edited(QStringLiteral("max_pool")); });
    connect(this, &LayerCard::edited, this, &ConvBlockCard::updateHint);
}

void ConvBlockCard::setBlock(const ConvBlock &block)
{
    m_filtersField->setValue(block.filters);
    m_kernelField->setValue(block.kernelSize);
    m_paddingField->setValue(block.padding);
    m_activationCombo->setCurrentIndex(m_activationCombo->findData(int(block.activation)));
    m_batchNormCheck->setChecked(block.batchNorm);
    m_maxPoolCheck->setChecked(block.maxPool);
    updateHint();
}

ConvBlock ConvBlockCard::block() const
{
    ConvBlock block;
    block.filters = toInt(m_filtersField->value());
    block.kernelSize = toInt(m_kernelField->value());
    block.padding = toInt(m_paddingField->value());
    block.activation = static_cast<Activation>(m_activationCombo->currentData().toInt());
    block.batchNorm = m_batchNormCheck->isChecked();
    block.maxPool = m_maxPoolCheck->isChecked();
    return block;
}

void ConvBlockCard::setInputSide(int side)
{
    m_inputSide = side;
    updateHint();
}

void ConvBlockCard::updateHint()
{
    const double kernel = m_kernelField->value();
    const double padding = m_paddingField->value();
    const bool sane = kernel >= 1 && kernel <= 7 && padding >= 0 && padding <= 6;
    const int change = sane ? int(2 * padding - kernel + 1) : 0;
    const int result = m_inputSide + change;
    const QLocale locale;
    QString text;
    if (sane && m_inputSide > 0 && result > 0 && change != 0) {
        // Only an odd kernel has a padding that keeps the size.
        text = int(kernel) % 2 == 1
            ? tr("%1 × %1 becomes %2 × %2; padding %3 keeps the size (“same”).")
                  .arg(locale.toString(m_inputSide), locale.toString(result), locale.toString((int(kernel) - 1) / 2))
            : tr("%1 × %1 becomes %2 × %2; only an odd kernel can keep the size.")
                  .arg(locale.toString(m_inputSide), locale.toString(result));
    }
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

QString ConvBlockCard::title(int number) const
{
    return tr("Convolution %1").arg(QLocale().toString(number));
}

void ConvBlockCard::retranslateUi()
{
    LayerCard::retranslateUi();
    updateHint();
}

} // namespace convscope
