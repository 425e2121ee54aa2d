// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/comparedrun.h"
#include "ui/models/inspection.h"

#include <QHash>
#include <QObject>

#include <set>

namespace convscope {

/// One row of a comparison.
struct ComparedRow
{
    /// TrainingRun::number(): gives the run its colour and its marker.
    int number = 0;
    ComparedRunPtr run;
};

/// The runs that are compared: those of the laboratory, read in the background, and those of this session as they stand. Which of them
/// are ticked, and which one is selected. Main thread.
class ComparedRuns : public QObject
{
    Q_OBJECT

public:
    explicit ComparedRuns(Inspection &inspection, QObject *parent = nullptr);

    /// Numbers by id of the stored runs that are listed, and the runs of this session by number. Reads the laboratory again.
    void setListed(const QHash<QString, int> &numbers, const std::map<int, ComparedRunPtr> &session);

    /// Newest first.
    const std::vector<ComparedRow> &rows() const { return m_rows; }
    /// nullptr when there is no such run.
    ComparedRunPtr run(int number) const;
    bool isReading() const { return m_isReading; }

    bool isTicked(int number) const { return m_ticked.contains(number); }
    void setTicked(int number, bool ticked);
    void setTicked(const std::set<int> &numbers);
    /// In the order of their numbers; only those that are there.
    std::vector<ComparedRow> tickedRows() const;

    /// 0 = none.
    int selected() const { return m_selected; }
    void select(int number);

Q_SIGNALS:
    void rowsChanged();
    void ticksChanged();
    void selectedChanged(int number);
    /// The laboratory can't be read.
    void failed(const QString &sentence);

private:
    void read();
    void merge();

    Inspection &m_inspection;
    QHash<QString, int> m_numbers;
    std::map<int, ComparedRunPtr> m_session;
    std::vector<ComparedRunPtr> m_stored;
    std::vector<ComparedRow> m_rows;
    std::set<int> m_ticked;
    int m_selected = 0;
    bool m_isReading = false;
    bool m_readsAgain = false;
};

/// "12 cnn-1"
QString numberedName(const ComparedRow &row);

} // namespace convscope
