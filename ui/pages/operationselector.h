// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"
#include "core/inspection/weights.h"
#include "core/model/layersummary.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace convscope {

/// Chooses one unit of a network: its layer, its channel or neuron, its place.
class OperationSelector : public QWidget
{
    Q_OBJECT

public:
    explicit OperationSelector(QWidget *parent = nullptr);

    /// The layers to choose from; what is chosen stays as far as it exists in them.
    void setNetwork(const Architecture &architecture, int side, int classes);
    const std::vector<LayerSummary> &layers() const { return m_layers; }
    UnitAddress unit() const { return m_unit; }
    /// The entry after the last layer.
    bool isSoftmax() const { return m_isSoftmax; }
    /// The nearest one that exists. Signals nothing.
    void setUnit(const UnitAddress &unit, bool isSoftmax = false);
    QSpinBox *pictureSpin() const { return m_picture; }

Q_SIGNALS:
    /// By hand.
    void unitChosen(const convscope::UnitAddress &unit, bool isSoftmax);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void retranslateUi();
    void fillLayers();
    void show();
    QString channelHelp(const LayerSummary &layer, bool isClass) const;
    void takeFields();
    static UnitAddress sensibleStart(const std::vector<LayerSummary> &layers);

    Architecture m_architecture;
    std::vector<LayerSummary> m_layers;
    UnitAddress m_unit;
    bool m_isSoftmax = false;
    int m_first = 1; ///< what the first channel is called
    bool m_isShowing = false;
    QComboBox *m_layer = nullptr;
    QLabel *m_layerLabel = nullptr, *m_channelLabel = nullptr, *m_rowLabel = nullptr, *m_columnLabel = nullptr, *m_pictureLabel = nullptr;
    QSpinBox *m_channel = nullptr, *m_row = nullptr, *m_column = nullptr, *m_picture = nullptr;
};

} // namespace convscope
