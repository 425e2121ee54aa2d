// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/comparedruns.h"

#include <QAbstractTableModel>

namespace convscope {

/// The compared runs as a table: name with tick and marker, how good it is, the settings (those that differ, or all), then what it cost.
class CompareTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole, ///< of the run
        ExportRole, ///< a number as QString::number() writes it; of a title: with its unit
        SortRole, ///< a double, -infinity where there is none; the text for names; the number for the name
    };
    /// The first four before the settings, so that they are to be seen without scrolling.
    enum Figure { LastAccuracy, BestAccuracy, TrainAccuracy, LastLoss, Epochs, Seconds, Parameters, Multiplications, FigureCount };
    static constexpr int firstSetting = 1 + Epochs;

    /// The runs must outlive it.
    explicit CompareTableModel(ComparedRuns &runs, QObject *parent = nullptr);

    void setShowsAll(bool all);
    bool showsAll() const { return m_showsAll; }
    /// The path of a column; empty for those that are no setting.
    QString settingOf(int column) const;
    int columnOf(Figure figure) const { return 1 + figure + (figure < Epochs ? 0 : int(m_settings.size())); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static double figure(const ComparedRun &run, Figure figure);
    static QString figureText(const ComparedRun &run, Figure figure);
    static QString figureName(Figure figure);
    static QString figureToolTip(Figure figure);

private:
    void takeRows();
    void updateSettings();
    Figure figureAt(int column) const { return Figure(column < firstSetting ? column - 1 : column - 1 - int(m_settings.size())); }
    QVariant nameData(const ComparedRow &row, int role) const;

    ComparedRuns &m_runs;
    std::vector<ComparedRow> m_rows;
    QStringList m_settings;
    bool m_showsAll = false;
};

} // namespace convscope
