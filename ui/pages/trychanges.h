// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/inspection/disturbance.h"
#include "core/inspection/inspector.h"

#include <QThreadPool>
#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace convscope {

class LinesView;
class PictureStrip;

/// What the network holds out: a slider shifts, turns or blurs the picture, with each class's probability over the whole slider. Computes
/// nothing while it is hidden.
class TryChanges : public QWidget
{
    Q_OBJECT

public:
    explicit TryChanges(QWidget *parent = nullptr);
    ~TryChanges() override;

    void setInspector(const Inspector *inspector) { m_inspector = inspector; }
    void setData(const DatasetPtr &dataset);
    void setSubject(const WeightsPtr &weights, const Picture &picture);
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupUi();
    Disturbance::Kind kind() const;
    double amount() const;
    void chooseKind();
    void showPicture();
    void askCurve();
    QString kindName(Disturbance::Kind kind) const;

    const Inspector *m_inspector = nullptr;
    DatasetPtr m_data;
    WeightsPtr m_weights;
    Picture m_picture;
    bool m_isBusy = false;
    bool m_isStale = false;
    QThreadPool m_pool;
    std::vector<Disturbance::Kind> m_kinds;
    QLabel *m_text = nullptr;
    QComboBox *m_kind = nullptr;
    QSlider *m_slider = nullptr;
    QLabel *m_amount = nullptr;
    PictureStrip *m_strip = nullptr;
    LinesView *m_curve = nullptr;
    QToolButton *m_export = nullptr;
};

} // namespace convscope
