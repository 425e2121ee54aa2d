// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"

#include <QHash>

namespace convscope {

/// One of the two.
struct PrintedPicture
{
    QByteArray svg;
    QImage image;
};

/// A report in the subset of HTML that QTextDocument lays out on pages.
struct PrintedHtml
{
    QString html;
    QHash<QString, PrintedPicture> pictures; ///< by the name in <img src>

    const PrintedPicture *picture(const QString &name) const
    {
        const auto found = pictures.constFind(name);
        return found == pictures.constEnd() ? nullptr : &*found;
    }
};

/// `width` of a page, in pixels of 1/96 inch.
PrintedHtml printedHtml(const ReportDocument &report, double width);

} // namespace convscope
