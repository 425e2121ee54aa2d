// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/picturebatch.h"
#include "ui/views/contactsheet.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace convscope {

struct ViewTable;

/// Many files at once: what the network saw of each and what it takes it for, as a table to sort, save and copy, and as a contact sheet.
class TryBatch : public QWidget
{
    Q_OBJECT

public:
    explicit TryBatch(QWidget *parent = nullptr);

    /// Of what is asked from now on.
    void setClassNames(const QStringList &names) { m_names = names; }
    /// Folders stand for the pictures in them.
    void open(const QStringList &paths, const Inspector *inspector, const WeightsPtr &weights);
    /// The numbers, and the picture, that the menu saves.
    ViewTable table() const;
    ContactSheet contactSheet() const;
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);
    /// A row was chosen.
    void fileChosen(const QString &path);

private:
    void setupUi();
    void clear();
    void add(const std::vector<FileAnswer> &answers);
    void addRow(int index);
    QString className(int label) const;
    /// Empty without an answer.
    QString shareText(const FileAnswer &answer) const;
    void updateState();
    QString stateText() const;

    QStringList m_names;
    QStringList m_answerNames; ///< of the data that was open when it was asked
    int m_classes = 0;
    int m_expected = 0;
    int m_leftOut = 0;
    bool m_isStopped = false;
    std::vector<FileAnswer> m_answers;
    PictureBatch *m_batch;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QTableWidget *m_table;
    QToolButton *m_export;
};

} // namespace convscope
