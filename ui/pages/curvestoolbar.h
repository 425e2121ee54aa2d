// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/curvesdata.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QSlider;
class QToolButton;

namespace convscope {

class FlowLayout;

/// The row of controls above the curves. It holds the options; the page carries them out. Scales and smoothing are
/// remembered from one start to the next; lines that were switched off are there again.
class CurvesToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit CurvesToolBar(QWidget *parent = nullptr);

    CurvesOptions options() const;
    bool isTable() const;
    void setExportMenu(QMenu *menu);
    void setFollowing(bool following);

Q_SIGNALS:
    void optionsChanged(const CurvesOptions &options);
    void tableToggled(bool table);
    void followRequested(bool follow);
    void resetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const char *name, bool checkable);
    void setupUi();
    void setupScaleMenu();
    void restore();
    void remember() const;
    void connectSignals();
    void retranslateUi();
    void updateSwatches();
    void updateSmoothing();
    void updateEnabled();

    FlowLayout *m_row;
    QToolButton *m_chartButton = nullptr;
    QToolButton *m_tableButton = nullptr;
    QComboBox *m_xCombo = nullptr;
    QToolButton *m_batchesButton = nullptr;
    QToolButton *m_trainButton = nullptr;
    QToolButton *m_testButton = nullptr;
    QToolButton *m_logButton = nullptr;
    QAction *m_logLossAction = nullptr;
    QAction *m_logXAction = nullptr;
    QToolButton *m_smoothButton = nullptr;
    QSlider *m_smoothSlider = nullptr;
    QToolButton *m_followButton = nullptr;
    QToolButton *m_resetButton = nullptr;
    QToolButton *m_exportButton = nullptr;
};

} // namespace convscope
