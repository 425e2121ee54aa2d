// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

/// A report as plain values, before it becomes a page of HTML or pages of paper. All texts are plain: whoever draws them escapes them.
namespace convscope {

struct ReportHeading
{
    QString text;
    int level = 2; ///< 2 or 3; the title is 1
};

struct ReportParagraph
{
    QString text; ///< line breaks are kept
    bool isQuiet = false; ///< an explanation that steps back
};

struct ReportCell
{
    QString text;
    std::optional<QRgb> ground; ///< the text becomes black or white on it
    bool isStrong = false;
};

struct ReportTable
{
    std::vector<ReportCell> header; ///< may be empty
    std::vector<std::vector<ReportCell>> rows; ///< each as long as the header
    int textColumns = 1; ///< from the left; the others hold numbers
    bool isDense = false; ///< many columns: small type, no air
};

struct ReportCharts
{
    std::vector<QByteArray> charts; ///< SVG elements of svgOf()
    QString caption;
};

struct ReportPicture
{
    QImage image; ///< every number one pixel
    QString name; ///< for who can't see it
    QStringList caption; ///< lines
};

struct ReportPictures
{
    std::vector<ReportPicture> pictures;
    int factor = 1; ///< pixels of the page for each of a picture
    QString caption;
};

/// To be typed or saved as it stands.
struct ReportCode
{
    QString text;
};

using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportTable, ReportCharts, ReportPictures, ReportCode>;

struct ReportDocument
{
    QString title;
    QString language; ///< "en", "es"
    std::vector<ReportBlock> blocks;
};

} // namespace convscope
