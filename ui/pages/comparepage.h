// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/comparedruns.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace convscope {

class CompareTableModel;
class CompareViews;
class EmptyState;
class ViewExport;
struct ViewTable;

/// Runs side by side: a table of all, and below it what the ticked ones have in common and what not. Whoever knows the runs answers
/// runsWanted() with setListed().
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the page.
    explicit ComparePage(Inspection &inspection, QWidget *parent = nullptr);
    ~ComparePage() override;

    ComparedRuns &runs() { return *m_runs; }
    /// The runs may have changed; asks for them when the page is visible.
    void markStale();
    CompareViews *views() const { return m_views; }
    /// Only runs with that tag, whose first ones are ticked as they come; an empty one shows all.
    void showTag(const QString &tag);

Q_SIGNALS:
    void startRequested();
    /// A sentence.
    void errorOccurred(const QString &sentence);
    void runsWanted();
    /// Of the ticked runs, by their numbers.
    void reportRequested(const QList<int> &numbers);
    /// See CompareView.
    void pairChosen(const convscope::ComparedRow &first, const convscope::ComparedRow &second, bool shows);
    /// Put into the queue and trained.
    void trainRequested(const std::vector<convscope::Experiment> &experiments);
    void sweepRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupUi();
    QWidget *createBar();
    void setupTable();
    void connectSignals();
    void retranslateUi();
    void takeRows();
    void fitColumns();
    void updateExportMenu();
    void listTags();
    void filter();
    void tickFirst();
    void tickFollowed();
    void tickSelected();
    void selectInTable(int number);
    QSize wholeTableSize() const;
    void paintWholeTable(QPainter &painter);
    ViewTable tableOfRuns() const;

    ComparedRuns *m_runs;
    QTimer *m_staleTimer;
    bool m_isStale = true;
    bool m_hasTicked = false; ///< the first two are ticked once, so that there is something to be seen
    CompareTableModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    QTableView *m_table = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_tag = nullptr;
    QString m_followed; ///< the runs with this tag are ticked when they appear
    std::set<int> m_seen; ///< of these
    QToolButton *m_sweep = nullptr;
    QCheckBox *m_all = nullptr;
    QToolButton *m_untick = nullptr;
    QToolButton *m_export = nullptr;
    CompareViews *m_views = nullptr;
    QStackedWidget *m_outer = nullptr;
    QWidget *m_content = nullptr;
    EmptyState *m_empty = nullptr;
    ViewExport *m_tableExport = nullptr;
};

} // namespace convscope
