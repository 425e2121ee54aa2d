// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/validator.h"

#include <QFrame>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace convscope {

class NumberField;
class ProblemLabel;
class QuietComboBox;

/// One convolution block or hidden layer: a heading with buttons to move and remove it (Ctrl+Up and Ctrl+Down move it
/// too), its fields, and what is wrong with them.
class LayerCard : public QFrame
{
    Q_OBJECT

public:
    /// `list` as in the JSON form: "architecture.conv_blocks".
    LayerCard(const QString &list, QWidget *parent = nullptr);

    /// Which of how many this is.
    void setPosition(int index, int count);
    int position() const { return m_index; }
    /// "architecture.conv_blocks[1]"
    QString path() const;
    /// Marks what lies below path(); returns the rest.
    std::vector<Problem> showProblems(const std::vector<Problem> &problems);
    std::vector<Problem> ownProblems() const;
    /// Everything that takes the focus, in the order of reading.
    QList<QWidget *> focusChain() const;
    /// Gives the focus to the part called `name`, or to the first field.
    void focusPart(const QString &name);

Q_SIGNALS:
    /// `field` is the last part of the path: "filters".
    void edited(const QString &field);
    void problemOfTextChanged();
    void editingFinished();
    void moveRequested(int step);
    void removeRequested();

protected:
    QGridLayout *fields() const { return m_fields; }
    NumberField *addNumber(const QString &field, int row, int column, int columnSpan);
    QuietComboBox *addActivation(int row, int column, int columnSpan);
    /// A switch or any other editor that carries its own label.
    void addEditor(const QString &field, QWidget *editor);
    QVBoxLayout *captioned(const QString &field, QWidget *editor);
    virtual QString title(int number) const = 0;
    virtual void retranslateUi();
    void changeEvent(QEvent *event) override;

private:
    struct Part
    {
        QString field;
        QWidget *editor = nullptr;
        QLabel *caption = nullptr;
        QString problem;
    };

    void setupUi();
    void setupHeading();
    void connectSignals();
    void showFirstProblem();
    QString key(const QString &field) const;

    QString m_list;
    int m_index = 0;
    int m_count = 1;
    QLabel *m_title;
    QToolButton *m_upButton;
    QToolButton *m_downButton;
    QToolButton *m_removeButton;
    QGridLayout *m_fields;
    ProblemLabel *m_problem;
    QString m_wholeProblem;
    std::vector<Part> m_parts;
};

} // namespace convscope
