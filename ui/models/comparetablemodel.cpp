// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparetablemodel.h"

#include "core/common/counttext.h"
#include "core/common/duration.h"
#include "core/training/settingname.h"
#include "ui/charts/numberformat.h"
#include "ui/charts/runlook.h"
#include "ui/models/settingvaluetext.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPalette>

#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double lowest = -std::numeric_limits<double>::infinity(); // where nothing is to be sorted by

bool isShare(CompareTableModel::Figure figure)
{
    return figure == CompareTableModel::LastAccuracy || figure == CompareTableModel::BestAccuracy || figure == CompareTableModel::TrainAccuracy;
}

QString textOf(double value, QString (*text)(double))
{
    return std::isfinite(value) ? text(value) : QStringLiteral("–");
}

} // namespace

CompareTableModel::CompareTableModel(ComparedRuns &runs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_runs(runs)
{
    connect(&runs, &ComparedRuns::rowsChanged, this, &CompareTableModel::takeRows);
    connect(&runs, &ComparedRuns::ticksChanged, this, [this] {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
        }
    });
    takeRows();
}

void CompareTableModel::takeRows()
{
    const auto isSameRun = [](const ComparedRow &a, const ComparedRow &b) { return a.number == b.number && a.run->settings == b.run->settings; };
    const std::vector<ComparedRow> &rows = m_runs.rows();
    if (!m_rows.empty() && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSameRun)) {
        m_rows = rows; // the figures alone: selection and place stay
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    updateSettings();
    endResetModel();
}

void CompareTableModel::updateSettings()
{
    std::vector<ComparedRunPtr> runs;
    std::map<QString, QJsonValue> all;
    for (const ComparedRow &row : m_rows) {
        runs.push_back(row.run);
        all.insert(row.run->settings.begin(), row.run->settings.end());
    }
    m_settings = differingSettings(runs);
    m_settings.removeIf(isOnlyComputation); // how it was computed decides nothing
    if (m_showsAll) {
        for (const auto &[path, value] : all) {
            if (!m_settings.contains(path)) {
                m_settings << path;
            }
        }
    }
}

void CompareTableModel::setShowsAll(bool all)
{
    if (all != m_showsAll) {
        beginResetModel();
        m_showsAll = all;
        updateSettings();
        endResetModel();
    }
}

QString CompareTableModel::settingOf(int column) const
{
    return column >= firstSetting && column < firstSetting + m_settings.size() ? m_settings[column - firstSetting] : QString();
}

void CompareTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int CompareTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_settings.size()) + FigureCount;
}

QVariant CompareTableModel::nameData(const ComparedRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case ExportRole:
        return numberedName(row);
    case Qt::DecorationRole:
        return runIcon(row.number, QGuiApplication::palette());
    case Qt::CheckStateRole:
        return int(m_runs.isTicked(row.number) ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return QString(numberedName(row) + QLatin1Char('\n') + tr("Tick it to draw its curves. Select it to show it on all pages."));
    case SortRole:
        return double(row.number);
    default:
        return {};
    }
}

QVariant CompareTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ComparedRow &row = m_rows[std::size_t(index.row())];
    if (role == NumberRole) {
        return row.number;
    }
    if (index.column() == 0) {
        return nameData(row, role);
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (const QString path = settingOf(index.column()); !path.isEmpty()) {
        const auto found = row.run->settings.find(path);
        const QJsonValue value = found == row.run->settings.end() ? QJsonValue(QJsonValue::Undefined) : found->second;
        if (role == SortRole) {
            return value.isString() ? QVariant(value.toString()) : value.isUndefined() ? QVariant(lowest) : QVariant(value.toVariant().toDouble());
        }
        if (role == ExportRole) {
            return value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : settingValueText(value);
        }
        return role == Qt::DisplayRole ? settingValueText(path, value) : QVariant();
    }
    const Figure which = figureAt(index.column());
    if (role == SortRole) {
        const double value = figure(*row.run, which);
        return std::isnan(value) ? lowest : value;
    }
    if (role == ExportRole) {
        const double value = figure(*row.run, which) * (isShare(which) ? 100.0 : 1.0);
        return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
    }
    return role == Qt::DisplayRole ? figureText(*row.run, which) : QVariant();
}

bool CompareTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != 0) {
        return false;
    }
    m_runs.setTicked(m_rows[std::size_t(index.row())].number, value.toInt() == Qt::Checked);
    return true;
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != ExportRole)) {
        return {};
    }
    if (section == 0) {
        return tr("Run");
    }
    if (const QString path = settingOf(section); !path.isEmpty()) {
        return settingName(path);
    }
    const Figure figure = figureAt(section);
    if (role == ExportRole && (isShare(figure) || figure == Seconds)) {
        return QStringLiteral("%1 (%2)").arg(figureName(figure), isShare(figure) ? QStringLiteral("%") : QStringLiteral("s"));
    }
    return role == Qt::ToolTipRole ? figureToolTip(figure) : figureName(figure);
}

Qt::ItemFlags CompareTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == 0 ? flags | Qt::ItemIsUserCheckable : flags;
}

double CompareTableModel::figure(const ComparedRun &run, Figure figure)
{
    const EpochReport *last = run.kept();
    switch (figure) {
    case BestAccuracy:
        return run.bestAccuracy();
    case LastAccuracy:
        return last ? last->testAccuracy : none;
    case LastLoss:
        return last ? last->testLoss : none;
    case TrainAccuracy:
        return last ? last->trainAccuracy : none;
    case Epochs:
        return double(run.epochs.size());
    case Seconds:
        return last ? run.seconds() : none;
    case Parameters:
        return double(run.parameters);
    case Multiplications:
        return double(run.multiplications);
    case FigureCount:
        break;
    }
    return none;
}

QString CompareTableModel::figureText(const ComparedRun &run, Figure figure)
{
    const double value = CompareTableModel::figure(run, figure);
    switch (figure) {
    case BestAccuracy:
    case LastAccuracy:
    case TrainAccuracy:
        return textOf(value, [](double share) { return percentText(share, 2); });
    case LastLoss:
        return textOf(value, lossText);
    case Seconds:
        return textOf(value, durationText);
    default:
        return textOf(value, wholeText);
    }
}

QString CompareTableModel::figureToolTip(Figure figure)
{
    if (figure == BestAccuracy) {
        return tr("Test accuracy at the epoch with the lowest test loss");
    }
    const bool isJudged = figure == LastAccuracy || figure == LastLoss || figure == TrainAccuracy;
    return isJudged ? tr("%1 of the weights that the run ends with: those of the last epoch, or of the best one where its settings keep them").arg(figureName(figure)) : figureName(figure);
}

QString CompareTableModel::figureName(Figure figure)
{
    switch (figure) {
    case BestAccuracy:
        return tr("At the best epoch");
    case LastAccuracy:
        return tr("Test accuracy");
    case LastLoss:
        return tr("Test loss");
    case TrainAccuracy:
        return tr("Train accuracy");
    case Epochs:
        return tr("Epochs trained");
    case Seconds:
        return tr("Time");
    case Parameters:
        return tr("Parameters");
    case Multiplications:
        return tr("Multiplications a picture");
    case FigureCount:
        break;
    }
    return QString();
}

} // namespace convscope
