// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/forwardpass.h"
#include "core/inspection/unit.h"
#include "core/inspection/weights.h"

#include <QWidget>

#include <memory>

class QLabel;
class QScrollArea;

namespace convscope {

class Inspection;
class OperationSelector;
class OperationStage;
class OperationTransport;
class ViewExport;

/// One unit of the network that the student trains, taken apart: choice, stage, transport and a short text.
class OperationNetworkView : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the view.
    explicit OperationNetworkView(Inspection &inspection, QWidget *parent = nullptr);

    void setUnit(const UnitAddress &unit);
    UnitAddress unit() const;
    OperationStage *stage() const { return m_stage; }
    ViewExport *exporter() const { return m_exporter; }
    /// Asks for the numbers of now; what is hidden asks for nothing.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void ask();
    void take(const Result<ForwardPass> &pass, const WeightsPtr &weights);
    std::optional<double> changedDropout() const;
    void showStage();
    void showTexts();
    void fitStage();
    void showPicture();

    Inspection &m_inspection;
    std::shared_ptr<const ForwardPass> m_pass;
    WeightsPtr m_weights; ///< of the pass
    UnitAddress m_wanted; ///< from outside, before the network is known
    bool m_hasWanted = false;
    int m_job = 0;
    bool m_isAsking = false;
    bool m_isStale = true;
    OperationSelector *m_selector = nullptr;
    OperationStage *m_stage = nullptr;
    QScrollArea *m_scrollArea = nullptr;
    OperationTransport *m_transport = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_text = nullptr;
    ViewExport *m_exporter = nullptr;
};

} // namespace convscope
