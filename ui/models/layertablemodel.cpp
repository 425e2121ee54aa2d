// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/layertablemodel.h"

#include "core/common/counttext.h"

#include <QFont>
#include <QLocale>

namespace convscope {

namespace {

/// 3.6 M: three digits say what a multiplication count has to say, and they fit a narrow column.
QString shortNumber(qint64 value)
{
    const QLocale locale;
    const auto digits = [&locale](double v) { return locale.toString(v, 'f', v < 9.95 ? 1 : 0); };
    if (value < 1000)
        return locale.toString(value);
    if (value < 999500)
        //: Thousand, as in "226 k"
        return LayerTableModel::tr("%1 k").arg(digits(double(value) / 1e3));
    if (value < 999500000)
        //: Million, as in "3.6 M"
        return LayerTableModel::tr("%1 M").arg(digits(double(value) / 1e6));
    //: Thousand million, as in "1.2 G"
    return LayerTableModel::tr("%1 G").arg(digits(double(value) / 1e9));
}

QString shapeText(const LayerSummary &layer)
{
    if (layer.height == 1 && layer.width == 1)
        return countText(layer.channels);
    // Thin spaces: the column is narrow.
    return QStringLiteral("%1\u2009×\u2009%2\u2009×\u2009%3")
        .arg(countText(layer.channels), countText(layer.height), countText(layer.width));
}

} // namespace

LayerTableModel::LayerTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LayerTableModel::setSummary(const ArchitectureSummary &summary)
{
    beginResetModel();
    m_summary = summary;
    endResetModel();
}

void LayerTableModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

LayerTableModel::RowKind LayerTableModel::rowKind(int row) const
{
    if (row < int(m_summary.layers.size()))
        return RowKind::Layer;
    return m_summary.problem ? RowKind::Problem : RowKind::Total;
}

int LayerTableModel::rowCount(const QModelIndex &parent) const
{
    const bool empty = m_summary.layers.empty() && !m_summary.problem;
    return parent.isValid() || empty ? 0 : int(m_summary.layers.size()) + 1;
}

int LayerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LayerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (index.column() == LayerColumn ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return rowKind(index.row()) == RowKind::Total ? QVariant(bold) : QVariant();
    }
    case NumberRole:
        return number(index);
    case KindRole:
        return int(rowKind(index.row()));
    default:
        return {};
    }
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == LayerColumn ? Qt::AlignLeft : Qt::AlignRight));
    const bool full = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && !full)
        return {};
    switch (section) {
    case LayerColumn:
        return tr("Layer");
    case OutputColumn:
        return full ? tr("What leaves the layer for one picture: maps × rows × columns") : tr("Output");
    case ParametersColumn:
        return full ? tr("Parameters: the numbers that are learned") : tr("Param.");
    default:
        return full ? tr("Multiplications for one picture, forward") : tr("Mult.");
    }
}

QVariant LayerTableModel::number(const QModelIndex &index) const
{
    const RowKind kind = rowKind(index.row());
    if (kind == RowKind::Problem || index.column() < ParametersColumn)
        return {};
    const bool parameters = index.column() == ParametersColumn;
    if (kind == RowKind::Total)
        return parameters ? m_summary.parameters : m_summary.multiplications;
    const LayerSummary &layer = m_summary.layers[std::size_t(index.row())];
    return parameters ? layer.parameters : layer.multiplications;
}

QString LayerTableModel::text(const QModelIndex &index) const
{
    const RowKind kind = rowKind(index.row());
    const int column = index.column();
    if (kind == RowKind::Problem)
        return column == LayerColumn ? m_summary.problem->message : QString();
    if (column == LayerColumn)
        return kind == RowKind::Total ? tr("Total") : layerKindName(m_summary.layers[std::size_t(index.row())].kind);
    if (column == OutputColumn)
        return kind == RowKind::Total ? QString() : shapeText(m_summary.layers[std::size_t(index.row())]);
    const qint64 value = number(index).toLongLong();
    // A layer that learns nothing has an empty place rather than a nought: the eye finds the others.
    if (value == 0 && kind == RowKind::Layer)
        return {};
    return column == ParametersColumn ? countText(value) : shortNumber(value);
}

QString LayerTableModel::toolTip(const QModelIndex &index) const
{
    if (index.column() == MultiplicationsColumn && number(index).toLongLong() > 0)
        return countText(number(index).toLongLong());
    if (index.column() == LayerColumn && rowKind(index.row()) == RowKind::Layer) {
        const LayerSummary &layer = m_summary.layers[std::size_t(index.row())];
        if (!layer.name.isEmpty())
            //: A kind of layer and the name of its parameters: "Convolution (conv1)"
            return tr("%1 (%2)").arg(text(index), layer.name);
    }
    return text(index);
}

} // namespace convscope
