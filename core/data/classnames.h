// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QStringList>

namespace convscope {

/// The ten classes of Fashion-MNIST as its authors wrote them.
QStringList fashionMnistClassNames();

/// The same in the language of the program, at the time of the call; label 0 to 9.
QString translatedFashionMnistClassName(int label);

/// The original names of a data set of that name where they are known without its files (Fashion-MNIST's); else empty.
QStringList knownClassNames(const QString &dataName);

/// The most classes that a data set may have: labels are single bytes.
constexpr int largestClassCount = 256;

/// Reads classes.txt of a folder: one name a line, UTF-8, from 2 to 256 names, none of them empty. An empty list when
/// there is no such file. Failure names the file, what was expected and what was found.
Result<QStringList> readClassNames(const QString &folder);

} // namespace convscope
