// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace convscope {

class NumberField;
class ProblemLabel;

/// One setting in one row: its label on the left, its editor on the right, and below them what is wrong with it.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// `key` must be in the field table; takes `editor` over and names it after the key.
    FieldRow(const QString &key, QWidget *editor, QWidget *parent = nullptr);

    const QString &key() const { return m_key; }
    QWidget *editor() const { return m_editor; }
    /// Null where the editor is no number field.
    NumberField *numberField() const { return m_field; }
    /// What the validator says; empty = nothing.
    void setProblem(const QString &sentence);
    /// A small button before the editor, for something that helps to choose the value.
    void addButton(QAction *action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void retranslateUi();
    void setEditorWidth();

    QString m_key;
    QWidget *m_editor;
    NumberField *m_field;
    QLabel *m_label;
    ProblemLabel *m_problem;
};

} // namespace convscope
