// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/svgcleaner.h"

#include "core/data/gzip.h"
#include "core/data/jpeglayout.h"
#include "core/data/svgreuse.h"

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
constexpr int mostElements = 20'000;
constexpr std::size_t deepest = 256;
/// Of text that is drawn, again wherever it is used: some seconds. A picture's text doesn't count, but its size.
constexpr double mostDrawn = 8.0 * 1024 * 1024;
/// What an element costs beside its text: it may cover everything.
constexpr qint64 elementCost = 400;
/// Of all pictures in the drawing, decoded: Qt holds them at the same time.
constexpr qint64 mostPictureBytes = 64 * 1024 * 1024;

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

/// Letters would look different wherever other fonts are installed, and need a window system; clothes do without.
bool isText(const QXmlStreamReader &reader)
{
    return reader.name() == QLatin1String("text") || reader.name() == QLatin1String("textArea");
}

/// The drawing on its way from a reader to a writer.
class Cleaner
{
public:
    explicit Cleaner(const QByteArray &plain)
        : m_reader(plain)
        , m_writer(&m_result)
    {
    }

    QByteArray clean()
    {
        while (!m_reader.atEnd() && !m_isTooMuch) {
            const QXmlStreamReader::TokenType token = m_reader.readNext();
            if (token == QXmlStreamReader::StartElement && isText(m_reader)) {
                m_reader.skipCurrentElement();
            } else if (token == QXmlStreamReader::StartElement) {
                begin();
            } else if (token == QXmlStreamReader::EndElement) {
                end();
            } else if (token == QXmlStreamReader::Characters) {
                m_writer.writeCharacters(m_reader.text().toString());
            }
        }
        return m_isTooMuch || m_reader.hasError() || m_reuse.cost() > mostDrawn ? QByteArray() : m_result;
    }

private:
    void begin()
    {
        for (const QXmlStreamNamespaceDeclaration &declaration : m_reader.namespaceDeclarations()) {
            if (declaration.prefix().isEmpty()) {
                m_writer.writeDefaultNamespace(declaration.namespaceUri().toString());
            } else {
                m_writer.writeNamespace(declaration.namespaceUri().toString(), declaration.prefix().toString());
            }
        }
        const QString id = idOf(m_reader.attributes());
        m_reuse.begin(id);
        m_pictureText = 0;
        const QXmlStreamAttributes attributes = cleaned(m_reader.attributes());
        const qsizetype before = m_result.size();
        const bool isNamed = !m_isNamed.empty() && (m_isNamed.back() || !id.isEmpty());
        m_isNamed.push_back(isNamed);
        m_writer.writeStartElement(m_reader.namespaceUri().toString(), m_reader.name().toString());
        m_writer.writeAttributes(attributes);
        m_reuse.addCost(m_result.size() - before - m_pictureText + elementCost);
        if (m_reader.name() == QLatin1String("use")) {
            for (const QXmlStreamAttribute &attribute : attributes) {
                if (attribute.name() == QLatin1String("href")) {
                    m_reuse.use(attribute.value().mid(1).toString()); // behind the #
                }
            }
            ++m_uses;
            m_nestedUses += isNamed ? 1 : 0;
        }
        m_isTooMuch = m_isTooMuch || m_isNamed.size() > deepest || ++m_elements > mostElements || m_uses > mostUses || m_nestedUses > mostNestedUses;
    }

    void end()
    {
        m_isNamed.pop_back();
        m_reuse.end();
        m_writer.writeEndElement();
    }

    static QString idOf(const QXmlStreamAttributes &attributes)
    {
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == QLatin1String("id")) { // xml:id, too
                return attribute.value().toString();
            }
        }
        return {};
    }

    QXmlStreamAttributes cleaned(const QXmlStreamAttributes &attributes)
    {
        QXmlStreamAttributes kept;
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() != QLatin1String("href") || attribute.value().startsWith(QLatin1Char('#'))) {
                kept.append(attribute);
            } else if (const QString picture = plainPicture(attribute.value().toString()); !picture.isEmpty()) {
                kept.append(QXmlStreamAttribute(attribute.namespaceUri().toString(), attribute.name().toString(), picture));
            }
        }
        return kept;
    }

    /// A picture within the drawing, of a format that refers to nothing itself; else empty. Written anew from its bytes: Qt looks for
    /// them elsewhere in the text.
    QString plainPicture(const QString &reference)
    {
        const qsizetype comma = reference.indexOf(QLatin1Char(','));
        if (!reference.startsWith(QLatin1String("data:image/")) || !reference.left(comma).endsWith(QLatin1String(";base64"))) {
            return {};
        }
        QByteArray content = QByteArray::fromBase64(reference.mid(comma + 1).toLatin1());
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer);
        reader.setDecideFormatFromContent(true);
        const QByteArray format = reader.format();
        const QSize size = reader.size();
        if ((format != "png" && format != "jpeg" && format != "gif" && format != "bmp") || size.isEmpty()) {
            return {};
        }
        const JpegLayout layout = jpegLayout(content);
        const qint64 bytes = qint64(size.width()) * size.height() * 4;
        m_pictureBytes += bytes + layout.heldBytes;
        m_isTooMuch = m_isTooMuch || m_pictureBytes > mostPictureBytes || layout.scans > mostJpegScans;
        m_reuse.addCost(bytes / 16); // drawn faster than read
        const QString text = QStringLiteral("data:image/%1;base64,%2").arg(QString::fromLatin1(format), QString::fromLatin1(content.toBase64()));
        m_pictureText += text.size();
        return text;
    }

    QXmlStreamReader m_reader;
    QByteArray m_result;
    QXmlStreamWriter m_writer;
    SvgReuse m_reuse;
    std::vector<bool> m_isNamed; ///< for each open element: it or one around it can be used elsewhere
    int m_elements = 0;
    int m_uses = 0;
    int m_nestedUses = 0;
    qint64 m_pictureBytes = 0;
    qint64 m_pictureText = 0; ///< of the element that is being written
    bool m_isTooMuch = false;
};

} // namespace

bool isSvg(const QByteArray &bytes)
{
    constexpr qsizetype beginning = 4096;
    QXmlStreamReader reader(unpacked(isGzip(spanOf(bytes)) ? bytes : bytes.left(beginning), beginning));
    return reader.readNextStartElement() && reader.name() == QLatin1String("svg");
}

QByteArray cleanedSvg(const QByteArray &bytes)
{
    return Cleaner(unpacked(bytes, largestSvg)).clean();
}

} // namespace convscope
