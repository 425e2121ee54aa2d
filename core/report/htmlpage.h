// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace convscope {

/// A whole HTML file that needs no other: `body` is HTML. It follows the reader's choice of a dark or light page.
QByteArray htmlPage(const QString &title, const QString &language, const QString &body);

/// A table of plain texts, which are escaped here; the first row holds the titles.
QString htmlTable(const QVector<QStringList> &rows);

} // namespace convscope
