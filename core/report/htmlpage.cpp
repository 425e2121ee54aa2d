// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"

#include "core/report/runcolors.h"

#include <QColor>

namespace convscope {

namespace {

constexpr auto style = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #8886; padding-bottom: 0.25rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #8886; padding: 0.25rem 0.75rem; text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; }
tbody th { font-weight: inherit; }
.number { text-align: right; }
.dense { font-size: 0.8rem; }
.dense th, .dense td { padding: 0.2rem 0.35rem; border: 0; }
.dense thead th + th { max-width: 5rem; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption, .quiet { opacity: 0.8; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem; }
.charts figcaption { flex-basis: 100%; }
.pictures { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.pictures figure { margin: 0; font-size: 0.8rem; line-height: 1.3; }
.pictures img { display: block; outline: 1px solid #8886; image-rendering: pixelated; }
.pictures + figcaption { margin-top: 0.75rem; }
pre { padding: 0.75rem; border: 1px solid #8886; overflow-x: auto; }
@media print {
    :root { color-scheme: light; }
    body { margin: 0; max-width: none; font-size: 10pt; }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    h2, h3 { break-after: avoid; }
    figure, tr, .pictures figure { break-inside: avoid; }
    pre { white-space: pre-wrap; }
    .wide { overflow: visible; }
}
)";

/// The charts' colours are made for a light page; on a dark one their lighter relatives stand in.
QString darkColors()
{
    QString rules;
    const auto add = [&rules](QRgb light, QRgb dark) {
        const QString from = QColor::fromRgb(light).name().toUpper();
        rules += QStringLiteral("svg [stroke=\"%1\"] { stroke: %2; } svg [fill=\"%1\"] { fill: %2; } svg [style=\"fill:%1\"] { fill: %2 !important; }\n")
                     .arg(from, QColor::fromRgb(dark).name());
    };
    add(0x0072B2, 0x56B4E9); // train
    add(0xD55E00, 0xF07F2B); // test
    for (const RunColor &color : runColors) {
        add(color.onLight, color.onDark);
    }
    return QStringLiteral("@media screen and (prefers-color-scheme: dark) {\n%1}\n").arg(rules);
}

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
    return (QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + language + QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            + title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") + QLatin1String(style) + darkColors() + QStringLiteral("</style>\n</head>\n<body>\n<h1>")
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
