// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

#include <QAbstractListModel>

#include <limits>
#include <optional>
#include <vector>

namespace convscope {

/// What the list of runs shows of one run.
struct RunRow
{
    /// TrainingRun::number(): from 1, unique.
    int number = 0;
    QString name;
    RunState state = RunState::Idle;
    /// 1-based: the epoch it is in, or ended in; 0 before the first batch.
    int epoch = 0;
    int epochs = 0;
    /// Share of the whole run that is done, 0 to 1.
    double progress = 0.0;
    /// Test accuracy after the last epoch and the highest so far, in [0, 1]; NaN = none yet.
    double lastAccuracy = std::numeric_limits<double>::quiet_NaN();
    double bestAccuracy = std::numeric_limits<double>::quiet_NaN();
    QStringList tags;
    QString note;
    bool isFavourite = false;
    /// Ended, and kept so that training can go on.
    bool canContinue = false;
    /// In the laboratory, and ended.
    bool isKept = false;
    /// Diverged and failed: RunEnd::reason.
    QString reason;
    /// For the tooltip: what it trains, and the preset of that name where there is one.
    std::optional<Experiment> experiment;
    std::optional<Experiment> preset;
};

/// The runs, the newest on top. Rows are inserted, changed and removed; the model is never reset.
class RunListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole,
        NameRole,
        StateRole, ///< int(RunState)
        EpochRole,
        EpochsRole,
        ProgressRole,
        LastAccuracyRole,
        BestAccuracyRole,
        CanContinueRole,
        KeptRole,
        FavouriteRole,
        TagsRole,
        SearchRole, ///< name, number, tags and notes in one text
    };

    explicit RunListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void addRun(const RunRow &run);
    /// Replaces the row with that number; no effect when it was removed.
    void updateRun(const RunRow &run);
    void removeRun(int number);
    /// -1 when there is none.
    int rowOf(int number) const;
    QModelIndex indexOf(int number) const { return index(rowOf(number)); }
    /// All texts are asked for again.
    void retranslate();

    /// "Training, epoch 3 of 5", "Finished after 5 epochs", …
    static QString stateText(RunState state, int epoch, int epochs);

private:
    QString toolTip(const RunRow &run) const;
    QString accessibleText(const RunRow &run) const;
    const RunRow &runAt(int row) const { return m_runs[m_runs.size() - 1 - std::size_t(row)]; }

    /// By number, the oldest first.
    std::vector<RunRow> m_runs;
};

} // namespace convscope
