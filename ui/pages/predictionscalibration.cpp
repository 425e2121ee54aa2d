// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionscalibration.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"
#include "ui/views/reliabilitydiagram.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace convscope {

PredictionsCalibration::PredictionsCalibration(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    m_export = new ViewExport(QStringLiteral("calibration"), m_diagram, [this] { return table(); });
    connect(m_bins, &QComboBox::currentIndexChanged, this, &PredictionsCalibration::showCalibration);
    retranslateUi();
}

void PredictionsCalibration::setupUi()
{
    m_intro = new QLabel(this);
    m_intro->setWordWrap(true);
    m_binsLabel = new QLabel(this);
    m_bins = new QComboBox(this);
    m_bins->setObjectName(QStringLiteral("binsCombo"));
    m_bins->addItem(QStringLiteral("10"), 10);
    m_bins->addItem(QStringLiteral("15"), 15);
    m_binsLabel->setBuddy(m_bins);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("calibrationSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_diagram = new ReliabilityDiagram(this);
    m_diagram->setObjectName(QStringLiteral("reliabilityDiagram"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_intro, 1);
    top->addWidget(m_binsLabel);
    top->addWidget(m_bins);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 4);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_sentence);
    layout->addWidget(m_diagram, 1);
}

void PredictionsCalibration::retranslateUi()
{
    m_intro->setText(tr("The answers are sorted by how sure the network was. A bar that ends below the dark line means: it was more sure than right. "
                        "On the dashed diagonal both are the same."));
    m_binsLabel->setText(tr("Bars"));
    m_bins->setToolTip(tr("Into how many equal ranges the confidence is divided. The error depends a little on it; 15 is usual (Guo and others, 2017)."));
    m_diagram->setAccessibleName(tr("Reliability diagram"));
    showCalibration();
}

void PredictionsCalibration::setState(const PredictionsStatePtr &state)
{
    m_state = state;
    showCalibration();
}

void PredictionsCalibration::showCalibration()
{
    m_calibration = m_state ? calibrationOf(m_state->answers, m_state->data->test.labels, m_bins->currentData().toInt()) : Calibration();
    m_diagram->setCalibration(m_calibration);
    if (m_calibration.pictures == 0) {
        m_sentence->clear();
        return;
    }
    const double gap = m_calibration.confidence - m_calibration.accuracy;
    QString text = tr("On average it is %1 sure and %2 right: it is %3.")
                       .arg(percentText(m_calibration.confidence), percentText(m_calibration.accuracy),
                            gap > 0.005 ? tr("too sure of itself") : gap < -0.005 ? tr("not sure enough") : tr("as sure as it may be"));
    text += QLatin1Char(' ') + tr("Expected calibration error: %1 (0 % would be perfect).").arg(percentText(m_calibration.error));
    m_sentence->setText(text);
}

ViewTable PredictionsCalibration::table() const
{
    ViewTable table{{tr("From"), tr("To"), tr("Answers"), tr("Mean confidence"), tr("Share right")}, {}};
    if (m_calibration.pictures == 0) {
        return table;
    }
    const auto number = [](double value) { return std::isnan(value) ? QString() : QString::number(value, 'g', 5); };
    for (const CalibrationBin &bin : m_calibration.bins) {
        table.rows << QStringList{number(bin.low), number(bin.high), QString::number(bin.pictures), number(bin.confidence), number(bin.accuracy)};
    }
    return table;
}

} // namespace convscope
