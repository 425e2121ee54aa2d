// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"

namespace convscope {

namespace {

constexpr auto style = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #8886; padding: 0.25rem 0.75rem; text-align: left; vertical-align: top; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption, .quiet { opacity: 0.8; }
@media print { details { display: none; } figure { break-inside: avoid; } }
)";

QString row(const QStringList &cells, const QString &tag)
{
    QString html;
    for (const QString &cell : cells) {
        html += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
    }
    return QStringLiteral("<tr>%1</tr>\n").arg(html);
}

} // namespace

QByteArray htmlPage(const QString &title, const QString &language, const QString &body)
{
    return (QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + language + QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            + title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") + QLatin1String(style) + QStringLiteral("</style>\n</head>\n<body>\n<h1>")
            + title.toHtmlEscaped() + QStringLiteral("</h1>\n") + body + QStringLiteral("</body>\n</html>\n"))
        .toUtf8();
}

QString htmlTable(const QVector<QStringList> &rows)
{
    QString html = QStringLiteral("<table>\n");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        html += row(rows[i], i == 0 ? QStringLiteral("th") : QStringLiteral("td"));
    }
    return html + QStringLiteral("</table>\n");
}

} // namespace convscope
