// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/richtext.h"

namespace convscope {

QString toolTipText(const QStringList &paragraphs)
{
    QString text;
    for (const QString &paragraph : paragraphs) {
        if (!paragraph.isEmpty())
            text += QStringLiteral("<p>") + paragraph.toHtmlEscaped() + QStringLiteral("</p>");
    }
    return text;
}

} // namespace convscope
