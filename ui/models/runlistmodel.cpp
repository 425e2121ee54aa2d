// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runlistmodel.h"

#include "ui/models/experimentdifference.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

RunListModel::RunListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return QVariant();
    const RunRow &run = runAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return run.name;
    case Qt::ToolTipRole:
        return toolTip(run);
    case Qt::AccessibleTextRole:
        return accessibleText(run);
    case NumberRole:
        return run.number;
    case StateRole:
        return int(run.state);
    case EpochRole:
        return run.epoch;
    case EpochsRole:
        return run.epochs;
    case ProgressRole:
        return run.progress;
    case LastAccuracyRole:
        return run.lastAccuracy;
    case BestAccuracyRole:
        return run.bestAccuracy;
    case CanContinueRole:
        return run.canContinue;
    case KeptRole:
        return run.isKept;
    case FavouriteRole:
        return run.isFavourite;
    case TagsRole:
        return run.tags;
    case SearchRole:
        return QStringList{run.name, QString::number(run.number), run.tags.join(QLatin1Char('\n')), run.note}.join(QLatin1Char('\n'));
    default:
        return QVariant();
    }
}

void RunListModel::addRun(const RunRow &run)
{
    if (rowOf(run.number) >= 0) {
        updateRun(run);
        return;
    }
    const auto place = std::find_if(m_runs.rbegin(), m_runs.rend(), [&run](const RunRow &other) { return other.number < run.number; });
    const int row = int(place - m_runs.rbegin());
    beginInsertRows(QModelIndex(), row, row);
    m_runs.insert(place.base(), run);
    endInsertRows();
}

void RunListModel::updateRun(const RunRow &run)
{
    const int row = rowOf(run.number);
    if (row < 0)
        return;
    m_runs[m_runs.size() - 1 - std::size_t(row)] = run;
    Q_EMIT dataChanged(index(row), index(row));
}

void RunListModel::removeRun(int number)
{
    const int row = rowOf(number);
    if (row < 0)
        return;
    beginRemoveRows(QModelIndex(), row, row);
    m_runs.erase(m_runs.end() - 1 - row);
    endRemoveRows();
}

int RunListModel::rowOf(int number) const
{
    for (int row = 0; row < int(m_runs.size()); ++row) {
        if (runAt(row).number == number)
            return row;
    }
    return -1;
}

void RunListModel::retranslate()
{
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0), index(int(m_runs.size()) - 1));
}

QString RunListModel::stateText(RunState state, int epoch, int epochs)
{
    switch (state) {
    case RunState::Idle:
        return tr("Not started yet");
    case RunState::Training:
        return tr("Training, epoch %L1 of %L2").arg(epoch).arg(epochs);
    case RunState::Paused:
        return tr("Paused in epoch %L1 of %L2").arg(epoch).arg(epochs);
    case RunState::Finished:
        if (epoch > 0 && epoch < epochs)
            return tr("Stopped early after epoch %L1 of %L2").arg(epoch).arg(epochs);
        return tr("Finished after %Ln epoch(s)", nullptr, epochs);
    case RunState::Stopped:
        return tr("Stopped in epoch %L1 of %L2").arg(epoch).arg(epochs);
    case RunState::Diverged:
        return tr("Diverged in epoch %L1 of %L2").arg(epoch).arg(epochs);
    case RunState::Failed:
        return tr("Failed in epoch %L1 of %L2").arg(epoch).arg(epochs);
    case RunState::Interrupted:
        return tr("Interrupted in epoch %L1 of %L2").arg(epoch).arg(epochs);
    case RunState::Elsewhere:
        return tr("Another program trains it, epoch %L1 of %L2").arg(epoch).arg(epochs);
    }
    return QString();
}

QString RunListModel::toolTip(const RunRow &run) const
{
    QStringList lines{tr("Run %L1: %2").arg(run.number).arg(run.name)};
    lines << stateText(run.state, run.epoch, run.epochs);
    if (!std::isnan(run.bestAccuracy))
        lines << tr("Best test accuracy %1\u00a0%, at the epoch with the lowest test loss.").arg(QLocale().toString(run.bestAccuracy * 100, 'f', 1));
    if (!run.tags.isEmpty())
        lines << tr("Tags: %1").arg(run.tags.join(QStringLiteral(", ")));
    if (!run.note.isEmpty())
        lines << run.note;
    if (!run.reason.isEmpty())
        lines << run.reason;
    if (run.experiment && run.preset) {
        const QStringList differences = settingsThatDiffer(*run.experiment, *run.preset);
        if (differences.isEmpty())
            lines << tr("All settings are those of the preset.");
        else
            lines << tr("Different from the preset:") << differences;
    }
    QStringList escaped;
    for (const QString &line : std::as_const(lines))
        escaped << line.toHtmlEscaped();
    // As rich text: a plain tooltip doesn't wrap a long reason.
    return QStringLiteral("<p>") % escaped.join(QStringLiteral("<br>")) % QStringLiteral("</p>");
}

QString RunListModel::accessibleText(const RunRow &run) const
{
    const QString state = stateText(run.state, run.epoch, run.epochs);
    if (std::isnan(run.lastAccuracy))
        return tr("Run %L1, %2. %3.").arg(run.number).arg(run.name, state);
    const QLocale locale;
    return tr("Run %L1, %2. %3. Test accuracy %4 percent, best test accuracy %5 percent.")
        .arg(run.number)
        .arg(run.name, state, locale.toString(run.lastAccuracy * 100, 'f', 1),
             locale.toString(run.bestAccuracy * 100, 'f', 1));
}

} // namespace convscope
