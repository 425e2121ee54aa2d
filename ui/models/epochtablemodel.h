// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/reports.h"

#include <QAbstractTableModel>

#include <vector>

namespace convscope {

struct EpochRow
{
    EpochReport report;
    /// The rate of the epoch's last batch.
    double learningRate = 0.0;
};

/// The numbers of a run, one row per epoch. Rows are inserted as epochs end; only another run resets the model.
class EpochTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Epoch,
        TrainLoss,
        TestLoss,
        TrainAccuracy,
        TestAccuracy,
        LearningRate,
        Seconds,
        ImagesPerSecond,
        ColumnCount
    };

    explicit EpochTableModel(QObject *parent = nullptr);

    void clear();
    void append(const std::vector<EpochRow> &rows);
    /// Row of the epoch with the lowest test loss, shown bold; -1 for none.
    void setLowestLossRow(int row);
    /// After the language has changed.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const EpochRow &row, int column) const;
    QString title(int column) const;
    QString explanation(int column) const;

    std::vector<EpochRow> m_rows;
    int m_lowestLossRow = -1;
};

} // namespace convscope
