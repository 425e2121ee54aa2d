// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/svgcleaner.h"

#include "core/data/gzip.h"

#include <QBuffer>
#include <QImageReader>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <span>
#include <vector>

namespace convscope {

namespace {

constexpr qsizetype largestSvg = 16 * 1024 * 1024;
/// Uses of elements that contain uses multiply: 24 of them make some thousands of copies at most.
constexpr int mostNestedUses = 24;
constexpr int mostUses = 10000;

std::span<const std::uint8_t> spanOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())};
}

/// Empty where it is too large.
QByteArray unpacked(const QByteArray &bytes, qsizetype most)
{
    if (!isGzip(spanOf(bytes))) {
        return bytes.size() <= most ? bytes : QByteArray();
    }
    QByteArray plain(most, Qt::Uninitialized);
    const GzipOutcome outcome = unpackPrefix(spanOf(bytes), {reinterpret_cast<std::uint8_t *>(plain.data()), std::size_t(plain.size())});
    plain.truncate(qsizetype(outcome.unpacked));
    return plain;
}

/// A picture within the drawing, of a format that refers to nothing itself.
bool isPlainPicture(const QString &reference)
{
    const qsizetype comma = reference.indexOf(QLatin1Char(','));
    if (!reference.startsWith(QLatin1String("data:image/")) || !reference.left(comma).endsWith(QLatin1String(";base64"))) {
        return false;
    }
    QByteArray content = QByteArray::fromBase64(reference.mid(comma + 1).toLatin1());
    QBuffer buffer(&content);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    return format == "png" || format == "jpeg" || format == "gif" || format == "bmp";
}

/// Letters would look different wherever other fonts are installed, and need a window system; clothes do without.
bool isText(const QXmlStreamReader &reader)
{
    return reader.name() == QLatin1String("text") || reader.name() == QLatin1String("textArea");
}

QXmlStreamAttributes cleaned(const QXmlStreamAttributes &attributes)
{
    QXmlStreamAttributes kept;
    for (const QXmlStreamAttribute &attribute : attributes) {
        const bool isReference = attribute.name() == QLatin1String("href");
        if (!isReference || attribute.value().startsWith(QLatin1Char('#')) || isPlainPicture(attribute.value().toString())) {
            kept.append(attribute);
        }
    }
    return kept;
}

} // namespace

bool isSvg(const QByteArray &bytes)
{
    constexpr qsizetype beginning = 4096;
    QXmlStreamReader reader(unpacked(isGzip(spanOf(bytes)) ? bytes : bytes.left(beginning), beginning));
    return reader.readNextStartElement() && reader.name() == QLatin1String("svg");
}

QByteArray cleanedSvg(const QByteArray &bytes)
{
    QByteArray result;
    QXmlStreamReader reader(unpacked(bytes, largestSvg));
    QXmlStreamWriter writer(&result);
    std::vector<bool> hasName; // for each open element: it or one around it can be used elsewhere
    int uses = 0, nestedUses = 0;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::StartElement && isText(reader)) {
            reader.skipCurrentElement();
        } else if (token == QXmlStreamReader::StartElement) {
            const bool isNamed = !hasName.empty() && (hasName.back() || reader.attributes().hasAttribute(QLatin1String("id")));
            hasName.push_back(isNamed);
            if (reader.name() == QLatin1String("use")) {
                ++uses;
                nestedUses += isNamed ? 1 : 0;
            }
            for (const QXmlStreamNamespaceDeclaration &declaration : reader.namespaceDeclarations()) {
                if (declaration.prefix().isEmpty()) {
                    writer.writeDefaultNamespace(declaration.namespaceUri().toString());
                } else {
                    writer.writeNamespace(declaration.namespaceUri().toString(), declaration.prefix().toString());
                }
            }
            writer.writeStartElement(reader.namespaceUri().toString(), reader.name().toString());
            writer.writeAttributes(cleaned(reader.attributes()));
        } else if (token == QXmlStreamReader::EndElement) {
            hasName.pop_back();
            writer.writeEndElement();
        } else if (token == QXmlStreamReader::Characters) {
            writer.writeCharacters(reader.text().toString());
        }
        if (uses > mostUses || nestedUses > mostNestedUses) {
            return {};
        }
    }
    return reader.hasError() ? QByteArray() : result;
}

} // namespace convscope
