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

    void setInspector(const Inspector *inspector);
    void setData(const DatasetPtr &dataset);
    void setSubject(const WeightsPtr &weights, const Picture &picture);
    /// What was found, or is being looked for, belonged to another picture or run.
    void clear();
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void find();
    bool canFind() const;
    void updateState();

    const Inspector *m_inspector = nullptr;
    DatasetPtr m_data;
    WeightsPtr m_weights;
    Picture m_picture;
    WeightsPtr m_asked; ///< that found what is shown
    int m_job = 0;
    bool m_isBusy = false;
    QLabel *m_text;
    QPushButton *m_find;
    QLabel *m_stale; ///< it has learned on since
    PictureStrip *m_strip;
};

} // namespace convscope
