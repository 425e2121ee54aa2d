// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/printedhtml.h"

#include "core/report/colorscale.h"

#include <QSizeF>

#include <algorithm>

namespace convscope {

namespace {

constexpr double chartWidth = 490.0; // of svgOf()
constexpr double chartHeight = 300.0;
constexpr double pictureGap = 14.0;
constexpr int fineSide = 240; // pixels that a small picture is given, so that no viewer blurs its edges

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QImage fine(const QImage &image)
{
    const int factor = std::max(1, fineSide / std::max(1, image.width()));
    return image.convertToFormat(QImage::Format_RGB32).scaled(image.size() * factor, Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

class Writer
{
public:
    Writer(PrintedHtml &printed, double width)
        : m_printed(printed)
        , m_width(width)
    {
    }

    void operator()(const ReportHeading &heading)
    {
        html() += QStringLiteral("<h%1>%2</h%1>\n").arg(QString::number(heading.level), escaped(heading.text));
    }

    void operator()(const ReportParagraph &paragraph)
    {
        html() += (paragraph.isQuiet ? QStringLiteral("<p class=\"quiet\">%1</p>\n") : QStringLiteral("<p>%1</p>\n")).arg(escaped(paragraph.text));
    }

    void operator()(const ReportTable &table)
    {
        html() += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"%1\">\n").arg(table.isDense ? 2 : 3);
        if (!table.header.empty()) {
            html() += QStringLiteral("<thead>") + row(table, table.header, true) + QStringLiteral("</thead>\n");
        }
        for (const std::vector<ReportCell> &cells : table.rows) {
            html() += row(table, cells, false);
        }
        html() += QStringLiteral("</table>\n");
    }

    void operator()(const ReportCharts &charts)
    {
        constexpr std::size_t columns = 2;
        const double scale = std::min(1.0, m_width / double(columns) / chartWidth - 0.01);
        html() += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\">\n");
        for (std::size_t i = 0; i < charts.charts.size(); ++i) {
            html() += i % columns == 0 ? QStringLiteral("<tr>") : QString();
            html() += QStringLiteral("<td>%1</td>").arg(image({charts.charts[i], {}}, {chartWidth * scale, chartHeight * scale}));
            html() += (i + 1) % columns == 0 || i + 1 == charts.charts.size() ? QStringLiteral("</tr>\n") : QString();
        }
        endWithCaption(charts.caption, columns);
    }

    void operator()(const ReportPictures &pictures)
    {
        double cell = 1.0;
        for (const ReportPicture &picture : pictures.pictures) {
            cell = std::max(cell, double(picture.image.width() * pictures.factor));
        }
        const auto columns = std::size_t(std::max(1.0, (m_width + pictureGap) / (cell + pictureGap)));
        html() += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"%1\">\n").arg(pictureGap / 2.0 - 1.0);
        for (std::size_t i = 0; i < pictures.pictures.size(); ++i) {
            const ReportPicture &picture = pictures.pictures[i];
            html() += i % columns == 0 ? QStringLiteral("<tr>") : QString();
            html() += QStringLiteral("<td width=\"%1\" valign=\"top\">").arg(cell)
                + image({{}, fine(picture.image)}, QSizeF(picture.image.size()) * pictures.factor);
            html() += picture.caption.isEmpty() ? QStringLiteral("</td>") : QStringLiteral("<br><span class=\"small\">%1</span></td>").arg(escaped(picture.caption.join(QLatin1Char('\n'))));
            html() += (i + 1) % columns == 0 || i + 1 == pictures.pictures.size() ? QStringLiteral("</tr>\n") : QString();
        }
        endWithCaption(pictures.caption, std::min(columns, pictures.pictures.size()));
    }

    void operator()(const ReportCode &code) { html() += QStringLiteral("<pre>%1</pre>\n").arg(code.text.toHtmlEscaped()); }

private:
    QString &html() { return m_printed.html; }

    /// Of a table of pictures: the caption is its last row, so that it stays with them.
    void endWithCaption(const QString &text, std::size_t columns)
    {
        if (!text.isEmpty()) {
            html() += QStringLiteral("<tr><td colspan=\"%1\" class=\"quiet\">%2</td></tr>\n").arg(QString::number(columns), escaped(text));
        }
        html() += QStringLiteral("</table>\n");
    }

    QString image(const PrintedPicture &picture, const QSizeF &size)
    {
        const QString name = QStringLiteral("picture%1").arg(m_printed.pictures.size());
        m_printed.pictures.insert(name, picture);
        return QStringLiteral("<img src=\"%1\" width=\"%2\" height=\"%3\">").arg(name).arg(size.width()).arg(size.height());
    }

    static QString row(const ReportTable &table, const std::vector<ReportCell> &cells, bool isHeader)
    {
        QString row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const ReportCell &cell = cells[i];
            QString attributes = int(i) < table.textColumns ? QString() : QStringLiteral(" align=\"right\"");
            if (!table.isDense) {
                attributes += QStringLiteral(" style=\"padding-right: 10px;\"");
            }
            QString text = escaped(cell.text);
            text = cell.isStrong || isHeader ? QStringLiteral("<b>%1</b>").arg(text) : text;
            text = table.isDense ? QStringLiteral("<span class=\"small\">%1</span>").arg(text) : text;
            if (cell.ground) {
                const QColor ground = QColor::fromRgb(*cell.ground);
                attributes += QStringLiteral(" bgcolor=\"%1\"").arg(ground.name());
                text = QStringLiteral("<font color=\"%1\">%2</font>").arg(readableOn(ground).name(), text);
            }
            row += QStringLiteral("<td%1 valign=\"%2\">%3</td>").arg(attributes, isHeader ? QStringLiteral("bottom") : QStringLiteral("top"), text);
        }
        return QStringLiteral("<tr>%1</tr>\n").arg(row);
    }

    PrintedHtml &m_printed;
    const double m_width;
};

} // namespace

PrintedHtml printedHtml(const ReportDocument &report, double width)
{
    PrintedHtml printed;
    printed.html = QStringLiteral("<html><head><style>h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 18px; } h3 { font-size: 10.5pt; margin-top: 12px; }"
                                  ".quiet { color: #444444; } .small { font-size: 7pt; } pre { font-size: 7.5pt; white-space: pre-wrap; }"
                                  "table { margin-top: 4px; margin-bottom: 8px; }</style></head><body><h1>%1</h1>\n")
                       .arg(escaped(report.title));
    Writer writer(printed, width);
    for (const ReportBlock &block : report.blocks) {
        std::visit(writer, block);
    }
    printed.html += QStringLiteral("</body></html>");
    return printed;
}

} // namespace convscope
