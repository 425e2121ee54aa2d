// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reporthtml.h"

#include "core/report/colorscale.h"
#include "core/report/htmlpage.h"

#include <QBuffer>

namespace convscope {

namespace {

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

/// Writes one block after the other.
class Writer
{
public:
    QString html;

    void operator()(const ReportHeading &heading)
    {
        html += QStringLiteral("<h%1>%2</h%1>\n").arg(QString::number(heading.level), escaped(heading.text));
    }

    void operator()(const ReportParagraph &paragraph)
    {
        html += (paragraph.isQuiet ? QStringLiteral("<p class=\"quiet\">") : QStringLiteral("<p>"))
            + escaped(paragraph.text).replace(QLatin1Char('\n'), QStringLiteral("<br>\n")) + QStringLiteral("</p>\n");
    }

    void operator()(const ReportTable &table)
    {
        html += QStringLiteral("<div class=\"wide\" tabindex=\"0\"><table%1>\n").arg(table.isDense ? QStringLiteral(" class=\"dense\"") : QString());
        if (!table.header.empty()) {
            html += QStringLiteral("<thead>") + row(table, table.header, true) + QStringLiteral("</thead>\n");
        }
        html += QStringLiteral("<tbody>\n");
        for (const std::vector<ReportCell> &cells : table.rows) {
            html += row(table, cells, false);
        }
        html += QStringLiteral("</tbody></table></div>\n");
    }

    void operator()(const ReportCharts &charts)
    {
        html += QStringLiteral("<figure class=\"charts\">\n");
        for (const QByteArray &chart : charts.charts) {
            html += inlineSvg(chart);
        }
        html += caption(charts.caption) + QStringLiteral("</figure>\n");
    }

    void operator()(const ReportPictures &pictures)
    {
        html += QStringLiteral("<figure>\n<div class=\"pictures\">\n");
        for (const ReportPicture &picture : pictures.pictures) {
            html += QStringLiteral("<figure><img alt=\"%1\" width=\"%2\" height=\"%3\" src=\"data:image/png;base64,%4\">")
                        .arg(escaped(picture.name), QString::number(picture.image.width() * pictures.factor),
                             QString::number(picture.image.height() * pictures.factor), QString::fromLatin1(pngOf(picture.image).toBase64()))
                + caption(picture.caption.join(QLatin1Char('\n'))) + QStringLiteral("</figure>\n");
        }
        html += QStringLiteral("</div>\n") + caption(pictures.caption) + QStringLiteral("</figure>\n");
    }

    void operator()(const ReportCode &code) { html += QStringLiteral("<pre><code>%1</code></pre>\n").arg(escaped(code.text)); }

private:
    static QString caption(const QString &text)
    {
        return text.isEmpty() ? QString()
                              : QStringLiteral("<figcaption>%1</figcaption>\n").arg(escaped(text).replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    }

    /// Inside a page of HTML the element needs no namespace.
    static QString inlineSvg(const QByteArray &chart)
    {
        return QString::fromUtf8(chart).remove(QStringLiteral(" xmlns=\"http://www.w3.org/2000/svg\""));
    }

    static QString row(const ReportTable &table, const std::vector<ReportCell> &cells, bool isHeader)
    {
        QString row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const ReportCell &cell = cells[i];
            const bool names = !isHeader && i == 0 && table.textColumns > 0;
            const QString tag = isHeader || names ? QStringLiteral("th") : QStringLiteral("td");
            QString more = isHeader ? QStringLiteral(" scope=\"col\"") : names ? QStringLiteral(" scope=\"row\"") : QString();
            if (int(i) >= table.textColumns) {
                more += QStringLiteral(" class=\"number\"");
            }
            if (cell.ground) {
                const QColor ground = QColor::fromRgb(*cell.ground);
                more += QStringLiteral(" style=\"background:%1;color:%2\"").arg(ground.name(), readableOn(ground).name());
            }
            const QString text = escaped(cell.text);
            row += QStringLiteral("<%1%2>%3</%1>").arg(tag, more, cell.isStrong ? QStringLiteral("<strong>%1</strong>").arg(text) : text);
        }
        return QStringLiteral("<tr>%1</tr>\n").arg(row);
    }
};

} // namespace

QByteArray pngOf(const QImage &image, int factor)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QImage scaled = factor == 1 ? image : image.scaled(image.size() * factor, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    scaled.save(&buffer, "PNG");
    return bytes;
}

QByteArray reportHtml(const ReportDocument &report)
{
    Writer writer;
    for (const ReportBlock &block : report.blocks) {
        std::visit(writer, block);
    }
    return htmlPage(report.title, report.language, writer.html);
}

} // namespace convscope
