// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/inspection/inspector.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace convscope {

class PictureStrip;

/// The training pictures that the network finds most like the tested one; looked for when its button is pressed.
class TryNearest : public QWidget
{
    Q_OBJECT

public:
    explicit TryNearest(QWidget *parent = nullptr);

    void setInspector(const Inspector *inspector) { m_inspector = inspector; }
    void setData(const DatasetPtr &dataset);
    void setSubject(const WeightsPtr &weights, const Picture &picture);
    /// Another picture or another network: what was found belongs to the one before.
    void clear();
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void find();

    const Inspector *m_inspector = nullptr;
    DatasetPtr m_data;
    WeightsPtr m_weights;
    Picture m_picture;
    int m_job = 0;
    QLabel *m_text;
    QPushButton *m_find;
    PictureStrip *m_strip;
};

} // namespace convscope
