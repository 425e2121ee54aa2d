// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/laboratory.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace convscope {

class QueueTrainer;

/// The trainings that wait: added from the form, put in order, skipped, changed, removed, and trained one after the other. Doesn't hold
/// up the window. Deletes itself when it is closed.
class QueueBox : public QDialog
{
    Q_OBJECT

public:
    /// The trainer must outlive it. `experiment` gives what stands in the form; `problem` why that can't be trained, or nothing.
    QueueBox(const Laboratory &laboratory, QueueTrainer &trainer, std::function<Experiment()> experiment, std::function<QString()> problem, QWidget *parent);

Q_SIGNALS:
    void showRequested(const convscope::Experiment &experiment);
    void failed(const QString &sentence);

private:
    void setupUi();
    QPushButton *addButton(const char *name, const QString &text, const QString &toolTip);
    void read();
    void take(const Result<Queue> &queue);
    void add();
    void edit();
    void move(int by);
    /// The selected entry; nullptr where none is.
    const QueueEntry *selected() const;
    void whenDone(QFuture<QString> done);
    void updateButtons();

    const Laboratory m_laboratory;
    QueueTrainer &m_trainer;
    const std::function<Experiment()> m_experiment;
    const std::function<QString()> m_problem;
    Queue m_queue;
    QTreeWidget *m_list;
    QLabel *m_text;
    QCheckBox *m_on;
    QCheckBox *m_two;
    QPushButton *m_add, *m_edit, *m_show, *m_up, *m_down, *m_skip, *m_remove;
};

} // namespace convscope
