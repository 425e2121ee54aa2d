// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idxfile.h"

#include "core/data/gzip.h"
#include "core/data/idxsentences.h"
#include "core/data/regularfile.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <span>

namespace convscope {

namespace {

struct IdxContents
{
    /// count, rows, columns; for labels only the first.
    std::array<std::uint32_t, 3> dimensions = {};
    std::vector<std::uint8_t> payload;
};

/// The header of a file that was accepted: every dimension is at least 1, the payload at most idxLargestPayload.
struct IdxHeader
{
    std::array<std::uint32_t, 3> dimensions = {};
    qint64 payloadSize = 0;
};

class IdxReader
{
public:
    IdxReader(const QString &path, IdxKind kind)
        : m_path(path)
        , m_say(path, kind)
        , m_magic(kind == IdxKind::Images ? idxImagesMagic : idxLabelsMagic)
        , m_dimensions(kind == IdxKind::Images ? 3 : 1)
    {
    }

    Result<IdxContents> read();

private:
    using Failure = Result<IdxContents>;

    Result<IdxContents> readChecked();
    Result<IdxContents> readPlain(RegularFile &file, std::span<const std::uint8_t> start);
    Result<IdxContents> readCompressed(RegularFile &file, std::span<const std::uint8_t> start);
    Result<IdxContents> unpack(std::span<const std::uint8_t> data, const IdxHeader &header);
    /// Both accept a `start` that ends before the header does.
    QString checkMagic(std::span<const std::uint8_t> start) const;
    Result<IdxHeader> parseHeader(std::span<const std::uint8_t> start, qint64 fileSize) const;
    std::size_t headerSize() const { return 4 + 4 * std::size_t(m_dimensions); }

    QString m_path;
    IdxSentences m_say;
    std::uint32_t m_magic;
    int m_dimensions;
    /// What is being allocated, for the sentence when it fails.
    qint64 m_needed = 0;
};

Result<IdxContents> IdxReader::read()
{
    try {
        return readChecked();
    } catch (const std::bad_alloc &) {
        return Failure::failure(m_say.outOfMemory(m_needed));
    }
}

Result<IdxContents> IdxReader::readChecked()
{
    Result<RegularFile> opened = RegularFile::open(m_path);
    if (!opened) {
        return Failure::failure(opened.error());
    }
    RegularFile file = std::move(opened).value();
    if (file.size() == 0) {
        return Failure::failure(m_say.empty());
    }
    // What can't be packed grows by less than a thousandth.
    if (file.size() > idxLargestPayload + idxLargestPayload / 1024) {
        return Failure::failure(m_say.fileTooLarge(file.size()));
    }
    std::array<std::uint8_t, 16> start = {};
    const Result<qint64> count = file.read(start.data(), qint64(headerSize()));
    if (!count) {
        return Failure::failure(count.error());
    }
    const std::span<const std::uint8_t> known(start.data(), std::size_t(count.value()));
    return isGzip(known) ? readCompressed(file, known) : readPlain(file, known);
}

Result<IdxContents> IdxReader::readPlain(RegularFile &file, std::span<const std::uint8_t> start)
{
    const Result<IdxHeader> header = parseHeader(start, file.size());
    if (!header) {
        return Failure::failure(header.error());
    }
    const qint64 payloadSize = header.value().payloadSize;
    const qint64 expected = qint64(headerSize()) + payloadSize;
    if (file.size() != expected) {
        return Failure::failure(file.size() < expected ? m_say.cutShort(expected, file.size())
                                                       : m_say.tooLong(expected, file.size()));
    }
    m_needed = payloadSize;
    IdxContents contents{header.value().dimensions, std::vector<std::uint8_t>(std::size_t(payloadSize))};
    const Result<qint64> count = file.read(contents.payload.data(), payloadSize);
    if (!count) {
        return Failure::failure(count.error());
    }
    if (count.value() < payloadSize) {
        return Failure::failure(m_say.cutShort(expected, qint64(headerSize()) + count.value()));
    }
    return contents;
}

Result<IdxContents> IdxReader::readCompressed(RegularFile &file, std::span<const std::uint8_t> start)
{
    m_needed = file.size();
    const auto buffer = std::make_unique_for_overwrite<std::uint8_t[]>(std::size_t(file.size()));
    std::copy(start.begin(), start.end(), buffer.get());
    const Result<qint64> count = file.read(buffer.get() + start.size(), file.size() - qint64(start.size()));
    if (!count) {
        return Failure::failure(count.error());
    }
    const std::span<const std::uint8_t> data(buffer.get(), start.size() + std::size_t(count.value()));

    std::array<std::uint8_t, 16> prefix = {};
    const std::span<std::uint8_t> wanted(prefix.data(), headerSize());
    const GzipOutcome outcome = unpackPrefix(data, wanted);
    if (outcome.unpacked < wanted.size()) {
        const QString error = checkMagic(wanted.first(outcome.unpacked));
        return Failure::failure(error.isEmpty() ? m_say.badGzip(outcome, qint64(wanted.size())) : error);
    }
    const Result<IdxHeader> header = parseHeader(wanted, file.size());
    return header ? unpack(data, header.value()) : Failure::failure(header.error());
}

Result<IdxContents> IdxReader::unpack(std::span<const std::uint8_t> data, const IdxHeader &header)
{
    const qint64 size = qint64(headerSize()) + header.payloadSize;
    // A header that disagrees with the end of the data is checked against the real size before it costs memory.
    if (!announcesUnpackedSize(data, std::size_t(size))) {
        const GzipOutcome outcome = checkUnpackedSize(data, std::size_t(size));
        if (outcome.fault != GzipFault::None) {
            return Failure::failure(m_say.badGzip(outcome, size));
        }
    }
    m_needed = size;
    IdxContents contents{header.dimensions, std::vector<std::uint8_t>(std::size_t(size))};
    const GzipOutcome outcome = unpackExactly(data, contents.payload);
    if (outcome.fault != GzipFault::None) {
        return Failure::failure(m_say.badGzip(outcome, size));
    }
    contents.payload.erase(contents.payload.begin(), contents.payload.begin() + qsizetype(headerSize()));
    return contents;
}

QString IdxReader::checkMagic(std::span<const std::uint8_t> start) const
{
    if (start.size() < 4) {
        return QString();
    }
    const auto magic = qFromBigEndian<quint32>(start.data());
    return magic == m_magic ? QString() : m_say.wrongMagic(magic);
}

Result<IdxHeader> IdxReader::parseHeader(std::span<const std::uint8_t> start, qint64 fileSize) const
{
    using HeaderFailure = Result<IdxHeader>;
    const QString error = checkMagic(start);
    if (!error.isEmpty()) {
        return HeaderFailure::failure(error);
    }
    if (start.size() < headerSize()) {
        return HeaderFailure::failure(m_say.cutShort(qint64(headerSize()), qint64(start.size())));
    }
    IdxHeader header;
    header.payloadSize = 1;
    bool hasZero = false;
    bool isTooLarge = false;
    for (int i = 0; i < m_dimensions; ++i) {
        const auto dimension = qFromBigEndian<quint32>(start.data() + 4 + 4 * i);
        header.dimensions[std::size_t(i)] = dimension;
        hasZero = hasZero || dimension == 0;
        // Both factors stay below 2^32, so that the product can't overflow.
        isTooLarge = isTooLarge || qint64(dimension) * header.payloadSize > idxLargestPayload;
        header.payloadSize = isTooLarge ? idxLargestPayload : qint64(dimension) * header.payloadSize;
    }
    const std::span<const std::uint32_t> dimensions(header.dimensions);
    if (hasZero) {
        return HeaderFailure::failure(m_say.emptyHeader(dimensions));
    }
    if (isTooLarge) {
        return HeaderFailure::failure(m_say.headerTooLarge(dimensions, fileSize));
    }
    return header;
}

} // namespace

Result<IdxImages> readIdxImages(const QString &path)
{
    Result<IdxContents> read = IdxReader(path, IdxKind::Images).read();
    if (!read) {
        return Result<IdxImages>::failure(read.error());
    }
    IdxContents contents = std::move(read).value();
    return IdxImages{int(contents.dimensions[0]), int(contents.dimensions[1]), int(contents.dimensions[2]),
                     std::move(contents.payload)};
}

Result<std::vector<std::uint8_t>> readIdxLabels(const QString &path)
{
    Result<IdxContents> read = IdxReader(path, IdxKind::Labels).read();
    if (!read) {
        return Result<std::vector<std::uint8_t>>::failure(read.error());
    }
    return std::move(read).value().payload;
}

} // namespace convscope
