// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

class Output;

/// Prints rows in columns: the first from the left, the others from the right. All rows have as many columns as the first.
void printTable(const QVector<QStringList> &rows, Output &output);
