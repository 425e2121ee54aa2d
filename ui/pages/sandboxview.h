// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/sandbox.h"
#include "ui/views/viewexport.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace convscope {

class NumberGridView;
class OperationTransport;

/// A convolution to play with: a small picture and a kernel of one's own, stride and padding, and what becomes of them. Needs no network.
class SandboxView : public QWidget
{
    Q_OBJECT

public:
    explicit SandboxView(QWidget *parent = nullptr);

    /// What "test picture" cuts its piece from.
    void setPicture(const Picture &picture);
    const sandbox::Grid &result() const { return m_result; }
    ViewExport *exporter() const { return m_exporter; }
    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupUi();
    QWidget *createChoices();
    QWidget *createStage();
    void arrange();
    void connectSignals();
    void retranslateUi();
    void takePicturePreset();
    void takeKernelPreset();
    /// Everything that follows from picture, kernel, stride and padding.
    void compute();
    void showPlace();
    void advance();
    QString sizeFormula() const;
    ViewTable table() const;

    Picture m_testPicture;
    bool m_isDrawn = false; ///< by hand: another test picture does not replace it
    sandbox::Grid m_picture, m_kernel, m_result;
    int m_place = 22; ///< index into the result; at first where the bar begins
    QTimer m_timer;
    QComboBox *m_picturePreset = nullptr, *m_kernelPreset = nullptr, *m_kernelSize = nullptr;
    QSpinBox *m_side = nullptr, *m_stride = nullptr, *m_padding = nullptr;
    QLabel *m_pictureLabel = nullptr, *m_kernelLabel = nullptr, *m_strideLabel = nullptr, *m_paddingLabel = nullptr;
    NumberGridView *m_pictureView = nullptr, *m_kernelView = nullptr, *m_productsView = nullptr, *m_resultView = nullptr;
    QLabel *m_titles[4] = {};
    QWidget *m_panels[4] = {};
    QGridLayout *m_grid = nullptr;
    bool m_isWide = false;
    QLabel *m_text = nullptr, *m_formula = nullptr, *m_sum = nullptr;
    OperationTransport *m_transport = nullptr;
    ViewExport *m_exporter = nullptr;
};

} // namespace convscope
