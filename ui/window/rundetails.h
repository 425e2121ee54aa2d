// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runlabels.h"

#include <QList>
#include <QPair>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace convscope {

/// What the panel shows of the selected run below the list.
struct RunDetailsContent
{
    /// TrainingRun::number(); 0 = no run.
    int number = 0;
    /// Lines of title and value.
    QList<QPair<QString, QString>> madeWith;
    /// In full, line by line.
    QString settings;
    RunLabels labels;
    /// It is kept, and doesn't train.
    bool canBeThinned = false;
};

/// Tags and notes of the selected run, to be written on; what it was made with and its settings, to be read; and the buttons that make
/// use of them. Folded away until somebody wants it.
class RunDetails : public QWidget
{
    Q_OBJECT

public:
    explicit RunDetails(QWidget *parent = nullptr);

    /// What is being written stays while the run is the same.
    void setContent(const RunDetailsContent &content);
    bool isExpanded() const;
    void setExpanded(bool expanded);
    void setReady(bool ready);

Q_SIGNALS:
    void expandedChanged(bool expanded);
    /// Somebody has finished writing.
    void labelsEdited(int number, const convscope::RunLabels &labels);
    void useSettingsRequested(int number);
    void repeatRequested(int number);
    void thinRequested(int number);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupUi();
    void retranslateUi();
    void showMadeWith();
    void finishEditing();
    void updateButtons();

    RunDetailsContent m_content;
    bool m_ready = false;
    QToolButton *m_header = nullptr;
    QWidget *m_body = nullptr;
    QLabel *m_tagsTitle = nullptr;
    QLineEdit *m_tags = nullptr;
    QLabel *m_noteTitle = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QFormLayout *m_madeWith = nullptr;
    QPlainTextEdit *m_settings = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_repeat = nullptr;
    QPushButton *m_thin = nullptr;
};

} // namespace convscope
