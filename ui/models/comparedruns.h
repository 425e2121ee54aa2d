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

    /// Those that are shown, newest first.
    const std::vector<ComparedRow> &rows() const { return m_rows; }
    /// All, whatever is shown.
    const std::vector<ComparedRow> &allRows() const { return m_all; }
    /// Shows the runs with every word of `search` in their name, tags or number, and with the tag; an empty text asks for nothing.
    void setShown(const QString &search, const QString &tag);
    const QString &shownTag() const { return m_tag; }
    /// Of all runs, sorted.
    QStringList tags() const;
    /// nullptr when there is no such run.
    ComparedRunPtr run(int number) const;
    bool isReading() const { return m_isReading; }

    const std::set<int> &ticked() const { return m_ticked; }
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
    /// After rowsChanged(): there are other tags than before.
    void tagsChanged();
    void ticksChanged();
    void selectedChanged(int number);
    /// The laboratory can't be read.
    void failed(const QString &sentence);

private:
    void read();
    void tellOnce(const QStringList &problems);
    void merge();
    void show();
    bool isShown(const ComparedRow &row) const;

    Inspection &m_inspection;
    QHash<QString, int> m_numbers;
    std::map<int, ComparedRunPtr> m_session;
    std::vector<ComparedRunPtr> m_stored;
    std::vector<ComparedRow> m_all;
    std::vector<ComparedRow> m_rows;
    QStringList m_told; ///< problems
    QStringList m_words;
    QString m_tag;
    std::set<int> m_ticked;
    int m_selected = 0;
    bool m_isReading = false;
    bool m_readsAgain = false;
};

/// "12 cnn-1"
QString numberedName(const ComparedRow &row);

} // namespace convscope
