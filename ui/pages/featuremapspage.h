// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"
#include "ui/pages/mapsworker.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace convscope {

class EmptyState;
class MapsCanvas;
class MapsComparer;
class MapsDetail;
class MapsToolBar;
class ViewExport;

/// The Feature maps page: the probe picture on its way through the whole network, layer by layer, at the moment that is shown. Follows
/// training live while it is visible, and costs nothing while it isn't.
class FeatureMapsPage : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the page.
    explicit FeatureMapsPage(Inspection &inspection, QWidget *parent = nullptr);

    MapsCanvas *canvas() const { return m_canvas; }
    /// Shows another run of the laboratory beneath the shown one.
    void compareWith(const QString &run, const QString &name);
    ViewExport *exporter() const { return m_export; }

Q_SIGNALS:
    /// The button of the empty page.
    void startRequested();
    /// A unit was clicked, or Enter pressed on it.
    void unitChosen(int layer, int channel, int y, int x);
    /// A sentence.
    void errorOccurred(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupUi();
    void connectInspection();
    void connectViews();
    void connectComparison();
    void restore();
    void retranslateUi();
    void takeData();
    void takeProbe();
    /// Whatever was computed belongs to something else now.
    void forget();
    /// Asks for what the page should show, if it is visible.
    void refresh();
    void updateShown();
    /// "cnn-1, after 94 batches. Test picture 3 (Trouser): Trouser 98.1 %"
    QString titleOf(const Flow &flow, const QString &runName) const;
    void showProblem(const QString &sentence);

    Inspection &m_inspection;
    FlowWorker *m_worker;
    MapsComparer *m_comparer;
    int m_subject = 0;
    QString m_problem;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    MapsToolBar *m_toolBar = nullptr;
    QLabel *m_message = nullptr;
    MapsCanvas *m_canvas = nullptr;
    MapsDetail *m_detail = nullptr;
    ViewExport *m_export = nullptr;
};

} // namespace convscope
