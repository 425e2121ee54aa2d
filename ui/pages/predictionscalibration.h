// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/calibration.h"
#include "ui/models/predictions.h"
#include "ui/views/viewexport.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace convscope {

class ReliabilityDiagram;

/// Whether the network is right as often as it is sure: the reliability diagram and the expected calibration error, in words, too.
class PredictionsCalibration : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionsCalibration(QWidget *parent = nullptr);

    void setState(const PredictionsStatePtr &state);
    ViewExport *viewExport() const { return m_export; }
    void retranslateUi();

private:
    void setupUi();
    void showCalibration();
    ViewTable table() const;

    PredictionsStatePtr m_state;
    Calibration m_calibration;
    QLabel *m_intro = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_binsLabel = nullptr;
    QComboBox *m_bins = nullptr;
    ReliabilityDiagram *m_diagram = nullptr;
    ViewExport *m_export = nullptr;
};

} // namespace convscope
