// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace convscope {

/// A kernel's numbers as a table to fill in.
class FilterNumbersBox : public QDialog
{
    Q_OBJECT

public:
    /// `values`: [side, side]. Deletes itself when it is closed.
    /// `name`: of the filter, for the title.
    FilterNumbersBox(const QString &name, int side, const std::vector<float> &values, QWidget *parent);

Q_SIGNALS:
    void numbersChosen(const std::vector<float> &values);

private:
    /// Says which field holds no number.
    void check();

    int m_side;
    std::vector<float> m_values;
    QTableWidget *m_table;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace convscope
