// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"
#include "core/training/trainingsettings.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;

namespace convscope {

class ColorLegend;
class EmptyState;
class FilterBar;
class FilterDetail;
class FilterSurgery;
class FiltersData;
class Inspection;
class KernelGrid;
class ViewExport;

/// What each layer looks for: all filters of a layer as pictures, and one of them in detail.
class FiltersPage : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the page.
    explicit FiltersPage(Inspection &inspection, QWidget *parent = nullptr);

    KernelGrid *grid() const { return m_grid; }
    FiltersData &data() const { return *m_data; }
    /// Some run trains, this one or another: no other can begin.
    void setTraining(bool training);

Q_SIGNALS:
    void startRequested();
    /// See FilterSurgery.
    void trainOnRequested(const convscope::WeightsPtr &weights, const std::vector<convscope::FrozenFilter> &frozen);
    /// A sentence for the message bar.
    void errorOccurred(const QString &sentence);
    /// Likewise: something went well.
    void newsReported(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    QWidget *createSide();
    void connectSignals();
    void restore();
    void updateLayers();
    void updateShown();
    void updateFindings();
    void updateScale();
    void updateLegend();
    QString pictureTitle() const;
    void retranslateUi();

    Inspection &m_inspection;
    FiltersData *m_data;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FilterBar *m_bar;
    QLabel *m_explanation;
    QLabel *m_missing;
    QLabel *m_summary;
    QStackedWidget *m_gridStack;
    KernelGrid *m_grid;
    ColorLegend *m_legend;
    QLabel *m_power;
    double m_largest = 0.0; ///< of what was shown of this layer of the run so far: the scale while the time line is in the past
    QString m_scaleOf; ///< what m_largest belongs to
    FilterDetail *m_detail;
    QWidget *m_side = nullptr;
    FilterSurgery *m_surgery;
    QAction *m_animate = nullptr;
    ViewExport *m_export;
};

} // namespace convscope
