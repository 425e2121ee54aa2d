// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table.h"

#include "app/output.h"

#include <algorithm>

void printTable(const QVector<QStringList> &rows, Output &output)
{
    QVector<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    for (const QStringList &row : rows) {
        QString line = row.first().leftJustified(widths.first());
        for (qsizetype column = 1; column < row.size(); ++column) {
            line += QStringLiteral("   ") + row[column].rightJustified(widths[column]);
        }
        output.line(line);
    }
}
