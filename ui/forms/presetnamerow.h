// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace convscope {

class ProblemLabel;

/// Where the name of a new preset is written, in place of a dialog. Enter saves, Escape leaves.
class PresetNameRow : public QWidget
{
    Q_OBJECT

public:
    explicit PresetNameRow(QWidget *parent = nullptr);
    /// Shows the row with this name to begin with.
    void begin(const QString &suggestion);
    /// Names that are there already: saving replaces them, and the button says so.
    void setTakenNames(const QStringList &names);
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void saveRequested(const QString &name);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void retranslateUi();
    void updateButton();
    void requestSave();

    QLabel *m_label;
    QLineEdit *m_nameEdit;
    QPushButton *m_saveButton;
    QPushButton *m_cancelButton;
    ProblemLabel *m_problem;
    QStringList m_takenNames;
};

} // namespace convscope
