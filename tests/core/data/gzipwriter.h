// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace convscope::test {

/// One gzip member.
QByteArray gzipped(const QByteArray &bytes);

} // namespace convscope::test
