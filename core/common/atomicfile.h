// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace convscope {

/// Writes a file as a whole or not at all; the folder is made where it is missing. Returns an empty string, or a sentence
/// with the file and the reason. QSaveFile alone reports success on a full disk (its last flush goes unchecked), so every
/// step is checked here, and what was written is read back in size.
QString writeFileAtomically(const QString &path, const QByteArray &bytes);

} // namespace convscope
