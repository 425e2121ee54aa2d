// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/curvesexport.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace convscope {

class CsvChoice;
class CurvesCharts;

/// The export menu of the curves: asks for a file and writes it. Every file is made in memory and written as a whole.
class CurvesExporter : public QObject
{
    Q_OBJECT

public:
    /// Charts and data must outlive the exporter; the menu belongs to `widget`.
    CurvesExporter(CurvesCharts *charts, const CurvesData &run, QWidget *widget);

    QMenu *menu() const { return m_menu; }
    void retranslateUi();
    void updateEnabled();

    CsvStyle csvStyle() const;
    /// Of the epochs; of the batches while there is no epoch yet.
    QByteArray csv() const;
    void copy();

    // Each writes one file and says false after errorOccurred().
    bool savePng(const QString &path);
    bool saveSvg(const QString &path);
    bool saveEpochsCsv(const QString &path);
    bool saveBatchesCsv(const QString &path);

Q_SIGNALS:
    /// A sentence: what is wrong and with which file.
    void errorOccurred(const QString &sentence);

private:
    void setupMenu();
    void connectSignals();
    bool write(const QString &path, const QByteArray &bytes);
    void askAndSave(const QString &title, const QString &name, const QString &filter,
                    const std::function<bool(const QString &)> &save);

    CurvesCharts *m_charts;
    const CurvesData &m_run;
    QWidget *m_widget;
    QMenu *m_menu = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_pngAction = nullptr;
    QAction *m_svgAction = nullptr;
    QAction *m_epochsAction = nullptr;
    QAction *m_batchesAction = nullptr;
    CsvChoice *m_csvChoice = nullptr;
};

} // namespace convscope
