// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportpages.h"

#include "core/report/pagebreaks.h"
#include "core/report/printedhtml.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextObjectInterface>

namespace convscope {

namespace {

constexpr double pixelsPerInch = 96.0; // of a page of HTML
constexpr double textPoints = 9.0;
constexpr double footPoints = 7.5;
constexpr double footLines = 2.5; // room for the foot of a page, in its own lines

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

QFont fontOf(double points)
{
    QFont font(QStringLiteral("sans-serif"));
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(points);
    return font;
}

/// Draws the document's pictures: those that are SVG as lines, at any resolution.
class PictureDrawer : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit PictureDrawer(const PrintedHtml &html)
        : m_html(html)
    {
    }

    QSizeF intrinsicSize(QTextDocument *document, int, const QTextFormat &format) override
    {
        const QTextImageFormat image = format.toImageFormat();
        return QSizeF(image.width(), image.height()) * document->documentLayout()->paintDevice()->logicalDpiY() / pixelsPerInch;
    }

    void drawObject(QPainter *painter, const QRectF &place, QTextDocument *, int, const QTextFormat &format) override
    {
        const PrintedPicture *picture = m_html.picture(format.toImageFormat().name());
        if (!picture) {
            return;
        }
        if (!picture->svg.isEmpty()) {
            QSvgRenderer(picture->svg).render(painter, place);
            return;
        }
        painter->drawImage(place, picture->image);
        painter->setPen(QPen(QColor(0x99, 0x99, 0x99), 0.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(place);
    }

private:
    const PrintedHtml &m_html;
};

/// A report laid out for a device.
class Pages
{
public:
    Pages(const ReportDocument &report, QPagedPaintDevice &device)
        : m_title(report.title)
        , m_device(device)
        , m_html(printedHtml(report, double(device.width()) / device.logicalDpiX() * pixelsPerInch))
        , m_drawer(m_html)
        , m_foot(QFontMetricsF(fontOf(footPoints), &device).lineSpacing() * footLines)
    {
        m_text.setDocumentMargin(0.0);
        m_text.setDefaultFont(fontOf(textPoints));
        m_text.documentLayout()->registerHandler(QTextFormat::ImageObject, &m_drawer);
        m_text.documentLayout()->setPaintDevice(&device);
        m_text.setHtml(m_html.html);
        m_text.setPageSize(QSizeF(device.width(), device.height() - m_foot));
        keepTogether(m_text);
    }

    bool paint()
    {
        QPainter painter;
        if (!painter.begin(&m_device)) {
            return false;
        }
        bool isFirst = true;
        for (int page = 1; page <= m_text.pageCount(); ++page) {
            if (!m_device.pageRanges().isEmpty() && !m_device.pageRanges().contains(page)) {
                continue;
            }
            if (!isFirst && !m_device.newPage()) {
                return false;
            }
            isFirst = false;
            paintPage(painter, page);
        }
        return painter.end();
    }

private:
    double pageHeight() const { return m_text.pageSize().height(); }

    void paintPage(QPainter &painter, int page)
    {
        const QRectF content(0.0, (page - 1) * pageHeight(), m_text.pageSize().width(), pageHeight());
        painter.save();
        painter.translate(0.0, -content.top());
        painter.setClipRect(content);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = content;
        context.palette.setColor(QPalette::Text, Qt::black);
        m_text.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(fontOf(footPoints));
        painter.setPen(QColor(0x55, 0x55, 0x55));
        const QRectF foot(0.0, pageHeight(), content.width(), m_foot);
        const QString number = Words::tr("Page %L1 of %L2").arg(page).arg(m_text.pageCount());
        const QFontMetricsF metrics(painter.font(), &m_device);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, number);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, metrics.elidedText(m_title, Qt::ElideRight, content.width() - metrics.horizontalAdvance(number) * 1.5));
    }

    const QString m_title;
    QPagedPaintDevice &m_device;
    const PrintedHtml m_html;
    PictureDrawer m_drawer;
    const double m_foot;
    QTextDocument m_text;
};

} // namespace

QString paintReport(const ReportDocument &report, QPagedPaintDevice &device)
{
    return Pages(report, device).paint() ? QString() : Words::tr("The printer does not take the report. Choose another one, or save the report as a file.");
}

QByteArray reportPdf(const ReportDocument &report)
{
    constexpr int dotsPerInch = 600;
    constexpr double sideMargin = 15.0; // millimetres
    constexpr double topMargin = 15.0;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(report.title);
    writer.setCreator(QStringLiteral("ConvScope ") + QCoreApplication::applicationVersion());
    const bool isLetter = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    writer.setPageSize(QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4));
    writer.setPageMargins(QMarginsF(sideMargin, topMargin, sideMargin, topMargin), QPageLayout::Millimeter);
    return paintReport(report, writer).isEmpty() ? bytes : QByteArray();
}

} // namespace convscope

#include "reportpages.moc"
