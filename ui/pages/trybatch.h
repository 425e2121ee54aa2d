// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/fileanswer.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QTableWidget;
class QToolButton;

namespace convscope {

/// Many files at once: what the network saw of each and what it takes it for, as a table to sort, save and copy.
class TryBatch : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostFiles = 2000;

    explicit TryBatch(QWidget *parent = nullptr);
    ~TryBatch() override;

    void setClassNames(const QStringList &names) { m_names = names; }
    /// Folders stand for the pictures in them.
    void open(const QStringList &paths, const Inspector *inspector, const WeightsPtr &weights);
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);
    /// A row was chosen.
    void fileChosen(const QString &path);

private:
    void show(const std::vector<FileAnswer> &answers);
    void setCell(int row, int column, const QString &text);
    void updateText();

    QStringList m_names;
    int m_waiting = 0;
    int m_job = 0;
    std::vector<FileAnswer> m_answers;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QThreadPool m_pool;
    QLabel *m_text;
    QTableWidget *m_table;
    QToolButton *m_export;
};

} // namespace convscope
