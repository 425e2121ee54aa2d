// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/models/whyjob.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace convscope {

class ColorLegend;
class PictureStrip;
class TryNearest;

/// Why the network thinks so: three explanations of one class beside each other, the same with shuffled weights as a check, and the
/// training pictures that the network finds most alike. Computes nothing while it is hidden.
class TryWhy : public QWidget
{
    Q_OBJECT

public:
    explicit TryWhy(QWidget *parent = nullptr);

    void setInspector(const Inspector *inspector);
    void setData(const DatasetPtr &dataset);
    /// `label`: the most likely class. An empty picture or no weights: nothing to explain.
    void setSubject(const WeightsPtr &weights, const Picture &picture, int label);
    /// Another run is shown.
    void forgetNearest();
    /// The class that was clicked; -1: always the most likely one.
    void setChosenClass(int label);
    const std::optional<WhyAnswer> &answer() const { return m_answer; }
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void ask();
    void show(const WhyAnswer &answer);
    void showMaps();
    void fillClasses();
    void fillConvolutions();
    int chosenLabel() const;
    QString className(int label) const;

    const Inspector *m_inspector = nullptr;
    DatasetPtr m_data;
    WeightsPtr m_weights;
    Picture m_picture;
    int m_label = -1;
    bool m_isStale = false;
    std::optional<WhyAnswer> m_answer;
    WhyJob *m_job;
    QTimer m_pace; ///< while only the weights change
    QLabel *m_text = nullptr;
    QLabel *m_classLabel = nullptr;
    QComboBox *m_class = nullptr;
    QLabel *m_layerLabel = nullptr;
    QComboBox *m_layer = nullptr;
    QToolButton *m_export = nullptr;
    PictureStrip *m_maps = nullptr;
    QLabel *m_check = nullptr;
    PictureStrip *m_shuffled = nullptr;
    ColorLegend *m_signedLegend = nullptr;
    ColorLegend *m_camLegend = nullptr;
    TryNearest *m_nearest = nullptr;
};

} // namespace convscope
