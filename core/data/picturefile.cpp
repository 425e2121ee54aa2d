// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/picturefile.h"

#include "core/data/jpeglayout.h"
#include "core/data/regularfile.h"
#include "core/data/svgcleaner.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>

#include <algorithm>

namespace convscope {

namespace {

constexpr qint64 largestFile = 256 * 1024 * 1024;
constexpr int allocationLimit = 256; // megabytes, of one decoded picture
/// Pixels of a JPEG, which is made smaller row by row: more would take long.
constexpr qint64 largestJpeg = 100'000'000;
constexpr int defaultSvgEdge = 512;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::PictureFile", source);
}

Result<LoadedPicture> failure(const QString &sentence)
{
    return Result<LoadedPicture>::failure(sentence);
}

QString sizeText(const QSize &size)
{
    const QLocale locale;
    return QStringLiteral("%1 × %2").arg(locale.toString(size.width()), locale.toString(size.height()));
}

bool readsSvg(const QImageReader &reader)
{
    return reader.format().startsWith("svg");
}

bool readsJpeg(const QImageReader &reader)
{
    return reader.format() == "jpeg" || reader.format() == "jpg";
}

/// Whether the whole picture would need more memory, or time, than it may. A JPEG is shrunk while it is read; one that comes in several
/// scans is held as a whole all the same.
bool isTooLarge(const QImageReader &reader, const QSize &size, const QByteArray &content)
{
    constexpr qint64 limit = qint64(allocationLimit) * 1024 * 1024;
    const qint64 pixels = qint64(size.width()) * size.height();
    return readsJpeg(reader) ? pixels > largestJpeg || jpegLayout(content).heldBytes > limit : pixels * 4 > limit;
}

QString damaged(const QString &name)
{
    return text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The picture %1 is damaged, or cut off, or larger than can be read. Please save it anew.")).arg(name);
}

QString readError(const QImageReader &reader, const QString &name)
{
    switch (reader.error()) {
    case QImageReader::UnsupportedFormatError:
        return text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The file %1 is no picture that can be read here. PNG, JPEG, GIF, BMP and SVG work.")).arg(name);
    case QImageReader::InvalidDataError:
        return damaged(name);
    default:
        return text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The picture %1 can't be read: %2")).arg(name, reader.errorString());
    }
}

/// The size to read at; an empty one for the picture's own.
Result<QSize> readingSize(const QImageReader &reader, const QByteArray &content, const QString &name)
{
    const QSize size = reader.size();
    if (readsSvg(reader)) {
        const QSize drawn = size.isEmpty() ? QSize(defaultSvgEdge, defaultSvgEdge) : size;
        return drawn.scaled(defaultSvgEdge, defaultSvgEdge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    }
    if (size.isEmpty() || std::max(size.width(), size.height()) <= largestLoadedEdge) {
        return QSize();
    }
    if (isTooLarge(reader, size, content)) {
        return Result<QSize>::failure(
            text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The picture %1 is too large: %2 pixels. Please save it smaller, for example with 1000 pixels on its longer side.")).arg(name, sizeText(size)));
    }
    return size.scaled(largestLoadedEdge, largestLoadedEdge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

void addNotes(const QImageReader &reader, const QSize &own, LoadedPicture &picture)
{
    if (reader.supportsAnimation() && reader.imageCount() != 1) {
        picture.notes << text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The file is animated: its first picture is used."));
    }
    if (!readsSvg(reader) && std::max(own.width(), own.height()) > largestLoadedEdge) {
        picture.notes << text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The picture has %1 pixels and was made smaller.")).arg(sizeText(own));
    }
}

Result<QByteArray> bytesOf(const QString &path)
{
    using Failure = Result<QByteArray>;
    if (!QFileInfo::exists(path)) {
        return Failure::failure(text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The file %1 does not exist.")).arg(QDir::toNativeSeparators(path)));
    }
    Result<RegularFile> file = RegularFile::open(path);
    if (!file) {
        return Failure::failure(file.error());
    }
    RegularFile open = std::move(file).value();
    const QString name = QDir::toNativeSeparators(path);
    if (open.size() == 0) {
        return Failure::failure(text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The file %1 is empty.")).arg(name));
    }
    if (open.size() > largestFile) {
        return Failure::failure(text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The file %1 is too large for a picture: more than 256 MB.")).arg(name));
    }
    QByteArray bytes(open.size(), Qt::Uninitialized);
    const Result<qint64> count = open.read(reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size());
    if (!count) {
        return Failure::failure(count.error());
    }
    bytes.truncate(count.value());
    return bytes;
}

} // namespace

Result<LoadedPicture> loadPicture(const QByteArray &bytes, const QString &name)
{
    QByteArray content = isSvg(bytes) ? cleanedSvg(bytes) : bytes;
    if (content.isEmpty()) {
        return failure(text(QT_TRANSLATE_NOOP("convscope::PictureFile", "The drawing %1 is damaged, or too large or too intricate to be drawn.")).arg(name));
    }
    QBuffer device(&content);
    device.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(allocationLimit);
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead()) {
        return failure(readError(reader, name));
    }
    if (readsJpeg(reader) && jpegLayout(content).scans > mostJpegScans) {
        return failure(damaged(name));
    }
    const QSize own = reader.size();
    const Result<QSize> size = readingSize(reader, content, name);
    if (!size) {
        return failure(size.error());
    }
    if (!size.value().isEmpty()) {
        reader.setScaledSize(size.value());
    }
    LoadedPicture picture;
    addNotes(reader, own, picture);
    picture.image = reader.read();
    if (picture.image.isNull()) {
        return failure(readError(reader, name));
    }
    if (std::max(picture.image.width(), picture.image.height()) > largestLoadedEdge) {
        picture.image = picture.image.scaled(largestLoadedEdge, largestLoadedEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return picture;
}

Result<LoadedPicture> loadPicture(const QString &path)
{
    Result<QByteArray> bytes = bytesOf(path);
    if (!bytes) {
        return failure(bytes.error());
    }
    return loadPicture(bytes.value(), QDir::toNativeSeparators(path));
}

QStringList pictureFilePatterns()
{
    QStringList patterns;
    const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    for (const QByteArray &format : formats) {
        patterns << QStringLiteral("*.") + QString::fromLatin1(format);
    }
    return patterns;
}

} // namespace convscope
