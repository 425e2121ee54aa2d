// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filternumbersbox.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace convscope {

FilterNumbersBox::FilterNumbersBox(const QString &name, int side, const std::vector<float> &values, QWidget *parent)
    : QDialog(parent)
    , m_side(side)
    , m_values(values)
    , m_table(new QTableWidget(side, side, this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("filterNumbersBox"));
    setWindowTitle(tr("Numbers of: %1").arg(name));
    m_table->setAccessibleName(windowTitle());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int i = 0; i < side * side; ++i) {
        auto *item = new QTableWidgetItem(QLocale().toString(double(values[std::size_t(i)]), 'g', 4));
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(i / side, i % side, item);
    }
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(tr("What the filter multiplies the pixels with, row by row:"), this));
    layout->addWidget(m_table);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_table, &QTableWidget::itemChanged, this, &FilterNumbersBox::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT numbersChosen(m_values);
        accept();
    });
    resize(std::min(640, 96 * side + 64), std::min(480, 36 * side + 150));
}

void FilterNumbersBox::check()
{
    QString problem;
    for (int i = 0; i < m_side * m_side; ++i) {
        bool isNumber = false;
        const QString text = m_table->item(i / m_side, i % m_side)->text().trimmed();
        float value = QLocale().toFloat(text, &isNumber);
        if (!isNumber) {
            value = QLocale::c().toFloat(text, &isNumber);
        }
        isNumber = isNumber && std::isfinite(value);
        // Untouched ones keep all their digits.
        if (isNumber && text != QLocale().toString(double(m_values[std::size_t(i)]), 'g', 4)) {
            m_values[std::size_t(i)] = value;
        }
        if (!isNumber && problem.isEmpty()) {
            problem = tr("“%1” in row %2, column %3 is not a number.").arg(text).arg(i / m_side + 1).arg(i % m_side + 1);
        }
    }
    m_problem->setText(problem);
    m_ok->setEnabled(problem.isEmpty());
}

} // namespace convscope
