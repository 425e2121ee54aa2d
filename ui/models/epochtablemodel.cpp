// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/epochtablemodel.h"

#include "ui/charts/numberformat.h"

#include <QFont>
#include <QLocale>

namespace convscope {

EpochTableModel::EpochTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EpochTableModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_lowestLossRow = -1;
    endResetModel();
}

void EpochTableModel::append(const std::vector<EpochRow> &rows)
{
    if (rows.empty()) {
        return;
    }
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void EpochTableModel::setLowestLossRow(int row)
{
    if (row == m_lowestLossRow) {
        return;
    }
    const int before = m_lowestLossRow;
    m_lowestLossRow = row;
    for (const int changed : {before, row}) {
        if (changed >= 0 && changed < rowCount()) {
            Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
        }
    }
}

void EpochTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int EpochTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EpochTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EpochTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isLowest = index.row() == m_lowestLossRow;
    switch (role) {
    case Qt::DisplayRole:
        return text(m_rows[std::size_t(index.row())], index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        if (isLowest) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::ToolTipRole:
        return isLowest ? tr("The epoch with the lowest test loss.") : QVariant();
    case Qt::AccessibleDescriptionRole:
        return isLowest ? tr("lowest test loss") : QVariant();
    default:
        return {};
    }
}

QVariant EpochTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return title(section);
    case Qt::ToolTipRole:
        return explanation(section);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter | int(Qt::TextWordWrap));
    default:
        return {};
    }
}

QString EpochTableModel::text(const EpochRow &row, int column) const
{
    const EpochReport &report = row.report;
    switch (column) {
    case Epoch:
        return wholeText(report.epoch);
    case TrainLoss:
        return lossText(report.trainLoss);
    case TestLoss:
        return lossText(report.testLoss);
    case TrainAccuracy:
        return percentText(report.trainAccuracy, 2);
    case TestAccuracy:
        return percentText(report.testAccuracy, 2);
    case LearningRate:
        return settingText(row.learningRate);
    case Seconds:
        return QLocale().toString(report.trainSeconds + report.testSeconds, 'f', 1);
    case ImagesPerSecond:
        return wholeText(report.trainImagesPerSecond);
    default:
        return {};
    }
}

QString EpochTableModel::title(int column) const
{
    switch (column) {
    case Epoch:
        return tr("Epoch");
    case TrainLoss:
        return tr("Train loss");
    case TestLoss:
        return tr("Test loss");
    case TrainAccuracy:
        return tr("Train accuracy");
    case TestAccuracy:
        return tr("Test accuracy");
    case LearningRate:
        return tr("Learning rate");
    case Seconds:
        return tr("Seconds");
    case ImagesPerSecond:
        return tr("Pictures/s");
    default:
        return {};
    }
}

QString EpochTableModel::explanation(int column) const
{
    switch (column) {
    case Epoch:
        return tr("How many times every training picture has been seen.");
    case TrainLoss:
        return tr("Mean loss of the epoch's batches while they were trained.");
    case TestLoss:
        return tr("Loss on all test pictures after the epoch. Where it rises while the train loss falls, the network "
                  "overfits.");
    case TrainAccuracy:
        return tr("Share of the training pictures that were recognised while the network trained on them.");
    case TestAccuracy:
        return tr("Share of the test pictures that are recognised after the epoch.");
    case LearningRate:
        return tr("Size of the steps at the epoch's last batch.");
    case Seconds:
        return tr("Time for training and testing in this epoch.");
    case ImagesPerSecond:
        return tr("Training pictures per second.");
    default:
        return {};
    }
}

} // namespace convscope
