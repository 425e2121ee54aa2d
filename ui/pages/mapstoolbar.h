// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapsflow.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace convscope {

class MapsComparison;
class MapsProbeBar;
class ToggleButton;

/// The controls above the feature maps.
class MapsToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit MapsToolBar(QWidget *parent = nullptr);

    MapsProbeBar *probeBar() const { return m_probeBar; }
    MapsComparison *comparison() const { return m_comparison; }
    void setExportMenu(QMenu *menu);
    /// Once everything is connected: what was chosen at the last start.
    void restore();

Q_SIGNALS:
    void scaleChosen(convscope::MapScale scale);
    void explanationsToggled(bool on);
    /// By one step, up or down.
    void zoomed(int by);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    QToolButton *addButton(const char *name, const char *icon);
    void retranslateUi();

    MapsProbeBar *m_probeBar = nullptr;
    MapsComparison *m_comparison = nullptr;
    QLabel *m_scaleLabel = nullptr;
    QComboBox *m_scale = nullptr;
    ToggleButton *m_explain = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_export = nullptr;
};

} // namespace convscope
