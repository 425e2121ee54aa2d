// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/viewexport.h"

#include "core/common/atomicfile.h"
#include "ui/views/csvchoice.h"

#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QWidget>

namespace convscope {

namespace {

const QString folderKey = QStringLiteral("export/folder");
/// Twice as fine as on the screen.
constexpr double pngScale = 2.0;
/// 400 MB while it is made. As fine as on the screen where it would be more.
constexpr double mostPixels = 1e8;

QString quoted(const QString &field, QChar separator)
{
    if (!field.contains(separator) && !field.contains(QLatin1Char('"')) && !field.contains(QLatin1Char('\n'))) {
        return field;
    }
    QString doubled = field;
    doubled.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + doubled + QLatin1Char('"');
}

QString styled(const QString &field, CsvStyle style)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?\\d+\\.\\d+(e[-+]?\\d+)?$"));
    QString text = field;
    return style == CsvStyle::Comma && number.match(field).hasMatch() ? text.replace(QLatin1Char('.'), QLatin1Char(',')) : text;
}

} // namespace

QString ViewTable::toText(CsvStyle style) const
{
    QStringList lines{header.join(QLatin1Char('\t'))};
    for (const QStringList &row : rows) {
        QStringList fields;
        for (const QString &field : row) {
            fields << styled(field, style);
        }
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString ViewTable::toCsv(CsvStyle style) const
{
    const QChar separator = QLatin1Char(style == CsvStyle::Comma ? ';' : ',');
    QString text;
    for (const QStringList &row : QList<QStringList>{header} + rows) {
        QStringList fields;
        for (const QString &field : row) {
            fields << quoted(styled(field, style), separator);
        }
        text += fields.join(separator) + QLatin1Char('\n');
    }
    return text;
}

ViewExport::ViewExport(const QString &name, QWidget *view, Table table)
    : QObject(view)
    , m_name(name)
    , m_view(view)
    , m_table(std::move(table))
    , m_menu(new QMenu(view))
    , m_png(m_menu->addAction(QString()))
    , m_svg(m_menu->addAction(QString()))
    , m_csv(m_menu->addAction(QString()))
    , m_copyPicture(nullptr)
    , m_copyNumbers(nullptr)
    , m_csvChoice(nullptr)
{
    m_menu->addSeparator();
    m_copyPicture = m_menu->addAction(QString());
    m_copyNumbers = m_menu->addAction(QString());
    m_csvChoice = new CsvChoice(m_menu);
    connect(m_png, &QAction::triggered, this, [this] { askAndSave(tr("PNG pictures (*.png)"), QStringLiteral("png"), &ViewExport::savePng); });
    connect(m_svg, &QAction::triggered, this, [this] { askAndSave(tr("SVG drawings (*.svg)"), QStringLiteral("svg"), &ViewExport::saveSvg); });
    connect(m_csv, &QAction::triggered, this, [this] { askAndSave(tr("Tables (*.csv)"), QStringLiteral("csv"), &ViewExport::saveCsv); });
    connect(m_copyPicture, &QAction::triggered, this, &ViewExport::copyPicture);
    connect(m_copyNumbers, &QAction::triggered, this, &ViewExport::copyNumbers);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        const bool hasNumbers = this->hasNumbers();
        m_csv->setEnabled(hasNumbers);
        m_copyNumbers->setEnabled(hasNumbers);
    });
    m_view->installEventFilter(this);
    retranslateUi();
}

void ViewExport::setPainter(const Paint &paint, const Size &size)
{
    m_paint = paint;
    m_size = size;
}

bool ViewExport::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    return QObject::eventFilter(watched, event);
}

void ViewExport::retranslateUi()
{
    m_png->setText(tr("Save as &PNG picture…"));
    m_svg->setText(tr("Save as &SVG drawing…"));
    m_csv->setText(tr("Save the &numbers (CSV)…"));
    m_copyPicture->setText(tr("&Copy the picture"));
    m_copyNumbers->setText(tr("Copy the n&umbers"));
    m_csvChoice->retranslate();
}

QSize ViewExport::size() const
{
    return m_size ? m_size() : m_view->size();
}

void ViewExport::draw(QPainter &painter)
{
    painter.fillRect(QRect(QPoint(), size()), m_view->palette().color(QPalette::Window));
    if (m_paint) {
        m_paint(painter);
    } else {
        m_view->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    }
}

bool ViewExport::hasNumbers() const
{
    return m_hasNumbers ? m_hasNumbers() : m_table && !m_table().isEmpty();
}

QImage ViewExport::image()
{
    const QSize size = this->size();
    const double pixels = double(size.width()) * double(size.height());
    if (pixels <= 0.0) {
        Q_EMIT failed(tr("There is nothing to be seen yet, so there is no picture of it."));
        return {};
    }
    const double scale = pixels * pngScale * pngScale <= mostPixels ? pngScale : 1.0;
    QImage image = pixels * scale * scale <= mostPixels ? QImage(size * scale, QImage::Format_RGB32) : QImage();
    if (image.isNull()) {
        Q_EMIT failed(tr("The picture would have %L1 × %L2 points, too many for one picture. Make the view smaller, or save a drawing (SVG).").arg(size.width()).arg(size.height()));
        return {};
    }
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    draw(painter);
    return image;
}

bool ViewExport::savePng(const QString &path)
{
    const QImage image = this->image();
    if (image.isNull()) {
        return false;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return write(path, bytes);
}

bool ViewExport::saveSvg(const QString &path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(QRect(QPoint(), size()));
    QPainter painter(&generator);
    draw(painter);
    painter.end();
    return write(path, bytes);
}

bool ViewExport::saveCsv(const QString &path)
{
    return write(path, m_table().toCsv(chosenCsvStyle()).toUtf8());
}

void ViewExport::copyPicture()
{
    if (const QImage image = this->image(); !image.isNull()) {
        QGuiApplication::clipboard()->setImage(image);
    }
}

void ViewExport::copyNumbers()
{
    QGuiApplication::clipboard()->setText(m_table().toText(chosenCsvStyle()));
}

bool ViewExport::write(const QString &path, const QByteArray &bytes)
{
    const QString error = bytes.isEmpty() ? tr("“%1” was not written because there is nothing to be seen yet.").arg(path)
                                          : writeFileAtomically(path, bytes);
    if (!error.isEmpty()) {
        Q_EMIT failed(error);
    }
    return error.isEmpty();
}

void ViewExport::askAndSave(const QString &filter, const QString &suffix, bool (ViewExport::*save)(const QString &))
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_view, QString(), QSettings().value(folderKey, documents).toString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(m_name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString &path) {
        if ((this->*save)(path)) {
            QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
            Q_EMIT saved(tr("“%1” was written to %2.").arg(QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).absolutePath())));
        }
    });
    dialog->open(); // not waited for: training goes on below
}

} // namespace convscope
