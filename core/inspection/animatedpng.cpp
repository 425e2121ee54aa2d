// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/animatedpng.h"

#include <QBuffer>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace convscope {

namespace {

constexpr int signatureSize = 8;

template<typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const char *type, const QByteArray &data)
{
    const QByteArray content = QByteArray(type, 4) + data;
    return bigEndian(quint32(data.size())) + content + bigEndian(pngChecksum(content));
}

/// Qt compresses; its chunks are taken apart again.
struct PngParts
{
    QByteArray header; ///< IHDR
    QByteArray pixels; ///< of all IDAT chunks
};

PngParts partsOf(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    PngParts parts;
    for (qsizetype at = signatureSize; at + 12 <= png.size();) {
        const auto size = qsizetype(qFromBigEndian<quint32>(png.constData() + at));
        const QByteArrayView type(png.constData() + at + 4, 4);
        if (type == QByteArrayView("IHDR")) {
            parts.header = png.mid(at + 8, size);
        } else if (type == QByteArrayView("IDAT")) {
            parts.pixels += png.mid(at + 8, size);
        }
        at += size + 12;
    }
    return parts;
}

QByteArray frameControl(quint32 sequence, const QSize &size, int milliseconds)
{
    return chunk("fcTL", bigEndian(sequence) + bigEndian(quint32(size.width())) + bigEndian(quint32(size.height())) + bigEndian(quint32(0))
                             + bigEndian(quint32(0)) + bigEndian(quint16(milliseconds)) + bigEndian(quint16(1000)) + QByteArray(2, '\0'));
}

} // namespace

quint32 pngChecksum(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> values{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int k = 0; k < 8; ++k) {
                c = c & 1 ? 0xedb88320U ^ (c >> 1) : c >> 1;
            }
            values[n] = c;
        }
        return values;
    }();
    quint32 c = 0xffffffffU;
    for (const char byte : bytes) {
        c = table[(c ^ quint8(byte)) & 0xff] ^ (c >> 8);
    }
    return c ^ 0xffffffffU;
}

QByteArray animatedPng(const std::vector<QImage> &frames, int millisecondsPerFrame)
{
    const auto hasSizeOfFirst = [&frames](const QImage &frame) { return frame.size() == frames.front().size(); };
    if (frames.empty() || frames.front().isNull() || !std::all_of(frames.begin(), frames.end(), hasSizeOfFirst)) {
        return {};
    }
    QByteArray bytes("\x89PNG\r\n\x1a\n", signatureSize);
    quint32 sequence = 0;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        // All frames share one header, so they need one format.
        const PngParts parts = partsOf(frames[i].convertToFormat(QImage::Format_RGB888));
        if (i == 0) {
            bytes += chunk("IHDR", parts.header) + chunk("acTL", bigEndian(quint32(frames.size())) + bigEndian(quint32(0)));
        }
        bytes += frameControl(sequence++, frames[i].size(), std::clamp(millisecondsPerFrame, 1, 65535));
        bytes += i == 0 ? chunk("IDAT", parts.pixels) : chunk("fdAT", bigEndian(sequence++) + parts.pixels);
    }
    return bytes + chunk("IEND", {});
}

} // namespace convscope
