// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layersummary.h"

#include <QAbstractTableModel>

namespace convscope {

/// What summarize() says, one row a layer. The last row holds the totals or, where the architecture is impossible, the
/// sentence that says why (in LayerColumn; let it span the row).
class LayerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LayerColumn, OutputColumn, ParametersColumn, MultiplicationsColumn, ColumnCount };
    enum Role {
        /// The exact number (qint64) behind parameters and multiplications.
        NumberRole = Qt::UserRole,
        /// RowKind
        KindRole
    };
    enum class RowKind { Layer, Total, Problem };

    explicit LayerTableModel(QObject *parent = nullptr);
    void setSummary(const ArchitectureSummary &summary);
    /// All texts anew, in the language of now.
    void retranslate();
    RowKind rowKind(int row) const;

    int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    int columnCount(const QModelIndex &parent = QModelIndex()) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant number(const QModelIndex &index) const;
    QString text(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;

    ArchitectureSummary m_summary;
};

} // namespace convscope
