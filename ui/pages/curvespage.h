// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runhistory.h"
#include "ui/models/refreshpace.h"

#include <QWidget>

#include <memory>

class QStackedWidget;
class QTimer;

namespace convscope {

class CurvesCharts;
class CurvesData;
class CurvesExporter;
class CurvesTableView;
class CurvesToolBar;
struct CurvesOptions;
class EmptyState;
class EpochTableModel;

/// Loss and accuracy of a run, as curves and as a table. It reads the history by timer while it is visible and draws
/// only when there is something new.
class CurvesPage : public QWidget
{
    Q_OBJECT

public:
    explicit CurvesPage(QWidget *parent = nullptr);
    ~CurvesPage() override;

    /// The run that is shown; null for none. Following starts anew.
    void setHistory(std::shared_ptr<const RunHistory> history);
    /// The run before, drawn faint behind; null takes it away.
    void setGhost(std::shared_ptr<const RunHistory> history);
    bool hasGhost() const;
    /// While a run trains, Start is off.
    void setRunning(bool running);
    /// Why Start is off; empty where it is on.
    void setStartProblem(const QString &sentence);
    /// Reads what is new at once.
    void refresh();

    CurvesExporter *exporter() const { return m_exporter; }
    CurvesCharts *charts() const { return m_charts; }

Q_SIGNALS:
    void startRequested();
    /// The user has taken the faint curves away.
    void ghostDismissed();
    /// A sentence for the message bar.
    void errorOccurred(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void setOptions(const CurvesOptions &options);
    void retranslateUi();
    void dismissGhost();
    void followTraining();
    void updateTable();
    void updateShownPage();

    std::unique_ptr<CurvesData> m_run;
    std::unique_ptr<CurvesData> m_ghost;
    bool m_running = false;
    QString m_startProblem;
    QTimer *m_timer = nullptr;
    RefreshPace m_pace;

    CurvesToolBar *m_toolBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_emptyPage = nullptr;
    CurvesCharts *m_charts = nullptr;
    CurvesTableView *m_table = nullptr;
    EpochTableModel *m_tableModel = nullptr;
    CurvesExporter *m_exporter = nullptr;
};

} // namespace convscope
