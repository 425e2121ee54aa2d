// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/trainingstep.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QScrollArea;
class QSpinBox;

namespace convscope {

class Inspection;
class OperationTransport;
class StepSource;
class StepStage;
class TrainingRun;
class ViewExport;

/// The next step of the run's training for one kernel: what it was, its gradient, what the optimiser does with it, what it becomes.
class TrainingStepView : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the view.
    explicit TrainingStepView(Inspection &inspection, QWidget *parent = nullptr);

    StepStage *stage() const { return m_stage; }
    ViewExport *exporter() const { return m_exporter; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupUi();
    QWidget *createChoices();
    void connectSignals();
    void retranslateUi();
    void takeRun();
    void fillLayers();
    void takeFields();
    void ask();
    void takeStep(const TrainingStep &step);
    void showSlice();
    int layer() const;
    QString sentence() const;

    Inspection &m_inspection;
    QPointer<TrainingRun> m_run;
    std::vector<LayerSummary> m_layers;
    Architecture m_architecture;
    std::optional<TrainingStep> m_step;
    QString m_problem;
    StepSource *m_source = nullptr;
    QComboBox *m_layer = nullptr;
    QSpinBox *m_channel = nullptr, *m_slice = nullptr;
    QLabel *m_layerLabel = nullptr, *m_channelLabel = nullptr, *m_sliceLabel = nullptr;
    QLabel *m_text = nullptr, *m_state = nullptr;
    QScrollArea *m_scrollArea = nullptr;
    StepStage *m_stage = nullptr;
    OperationTransport *m_transport = nullptr;
    ViewExport *m_exporter = nullptr;
};

} // namespace convscope
