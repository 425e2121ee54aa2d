// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/gzip.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <span>

namespace convscope {

enum class IdxKind { Images, Labels };

constexpr std::uint32_t idxImagesMagic = 0x00000803;
constexpr std::uint32_t idxLabelsMagic = 0x00000801;
/// The most that is read from one file, after unpacking and without the header.
constexpr qint64 idxLargestPayload = qint64(1) << 30;

/// What can be wrong with an IDX file, as sentences that name the file, what was expected and what was found.
/// Sizes are in bytes, after unpacking where the file is compressed.
class IdxSentences
{
    Q_DECLARE_TR_FUNCTIONS(convscope::IdxSentences)

public:
    IdxSentences(const QString &path, IdxKind kind);

    QString empty() const;
    QString fileTooLarge(qint64 size) const;
    QString cutShort(qint64 expected, qint64 found) const;
    QString tooLong(qint64 expected, qint64 found) const;
    QString wrongMagic(std::uint32_t magic) const;
    /// count, rows and columns (or count alone) as they stand in the header, read as unsigned numbers.
    QString emptyHeader(std::span<const std::uint32_t> dimensions) const;
    QString headerTooLarge(std::span<const std::uint32_t> dimensions, qint64 fileSize) const;
    QString outOfMemory(qint64 size) const;
    QString badGzip(const GzipOutcome &outcome, qint64 expected) const;

private:
    QString magicText(std::uint32_t magic) const;
    QString unpackedTooShort(qint64 expected, qint64 found) const;

    QString m_file;
    IdxKind m_kind;
};

} // namespace convscope
