// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace convscope {

/// Paragraphs as a tooltip that wraps its lines (Qt wraps only rich text). Empty paragraphs are left out.
QString toolTipText(const QStringList &paragraphs);

} // namespace convscope
