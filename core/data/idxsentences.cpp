// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idxsentences.h"

#include "core/common/counttext.h"

#include <QDir>

namespace convscope {

namespace {

QString number(qint64 value)
{
    return countText(value);
}

} // namespace

IdxSentences::IdxSentences(const QString &path, IdxKind kind)
    : m_file(QDir::toNativeSeparators(path))
    , m_kind(kind)
{
}

QString IdxSentences::empty() const
{
    return m_kind == IdxKind::Images
        ? tr("The file %1 is empty; an IDX file of pictures is expected. Download or copy it again.").arg(m_file)
        : tr("The file %1 is empty; an IDX file of labels is expected. Download or copy it again.").arg(m_file);
}

QString IdxSentences::fileTooLarge(qint64 size) const
{
    return tr("The file %1 has %2 bytes; at most 1 GiB is read from one file. Choose a smaller data set.")
        .arg(m_file, number(size));
}

QString IdxSentences::cutShort(qint64 expected, qint64 found) const
{
    return tr("The file %1 is cut short: %2 bytes expected, %3 found. Download or copy it again.")
        .arg(m_file, number(expected), number(found));
}

QString IdxSentences::tooLong(qint64 expected, qint64 found) const
{
    return tr("The file %1 is longer than its header announces: %2 bytes expected, %3 found. Download or copy it "
              "again.")
        .arg(m_file, number(expected), number(found));
}

QString IdxSentences::wrongMagic(std::uint32_t magic) const
{
    const QString found = magicText(magic);
    if (m_kind == IdxKind::Images) {
        const QString expected = magicText(idxImagesMagic);
        return magic == idxLabelsMagic
            ? tr("The file %1 holds labels (magic number %2), but pictures (%3) are expected in it. The two files may "
                 "have been swapped.")
                  .arg(m_file, found, expected)
            : tr("The file %1 is not an IDX file of pictures: magic number %3 expected, %2 found. Choose the folder of "
                 "an MNIST-like data set.")
                  .arg(m_file, found, expected);
    }
    const QString expected = magicText(idxLabelsMagic);
    return magic == idxImagesMagic
        ? tr("The file %1 holds pictures (magic number %2), but labels (%3) are expected in it. The two files may have "
             "been swapped.")
              .arg(m_file, found, expected)
        : tr("The file %1 is not an IDX file of labels: magic number %3 expected, %2 found. Choose the folder of an "
             "MNIST-like data set.")
              .arg(m_file, found, expected);
}

QString IdxSentences::emptyHeader(std::span<const std::uint32_t> dimensions) const
{
    if (m_kind == IdxKind::Labels) {
        return tr("The header of the file %1 announces no labels; at least one is expected. Download or copy the file "
                  "again.")
            .arg(m_file);
    }
    return tr("The header of the file %1 announces %2 pictures of %3 × %4 pixels; at least one picture of at least one "
              "pixel is expected. Download or copy the file again.")
        .arg(m_file, number(dimensions[0]), number(dimensions[1]), number(dimensions[2]));
}

QString IdxSentences::headerTooLarge(std::span<const std::uint32_t> dimensions, qint64 fileSize) const
{
    if (m_kind == IdxKind::Labels) {
        return tr("The header of the file %1 announces %2 labels, more than the 1 GiB that is read from one file; the "
                  "file itself has %3 bytes. Download or copy it again, or choose a smaller data set.")
            .arg(m_file, number(dimensions[0]), number(fileSize));
    }
    return tr("The header of the file %1 announces %2 pictures of %3 × %4 pixels, more than the 1 GiB that is read "
              "from "
              "one file; the file itself has %5 bytes. Download or copy it again, or choose a smaller data set.")
        .arg(m_file, number(dimensions[0]), number(dimensions[1]), number(dimensions[2]), number(fileSize));
}

QString IdxSentences::outOfMemory(qint64 size) const
{
    return tr("There is not enough memory for the file %1 (%2 bytes). Close other programs or choose a smaller data "
              "set.")
        .arg(m_file, number(size));
}

QString IdxSentences::badGzip(const GzipOutcome &outcome, qint64 expected) const
{
    const qint64 found = qint64(outcome.unpacked);
    switch (outcome.fault) {
    case GzipFault::Truncated:
        return found < expected ? tr("The compressed file %1 is cut short: %2 bytes expected after unpacking, %3 "
                                     "found. Download or copy it "
                                     "again.")
                                      .arg(m_file, number(expected), number(found))
                                : tr("The compressed file %1 is cut short: the checksum at its end is expected and "
                                     "missing. Download or copy "
                                     "it again.")
                                      .arg(m_file);
    case GzipFault::ChecksumWrong:
        return tr("The compressed file %1 is damaged: after unpacking, its contents don't match its own checksum. "
                  "Download or copy it again.")
            .arg(m_file);
    case GzipFault::TooShort:
        return unpackedTooShort(expected, found);
    case GzipFault::TooLong:
        return tr("The compressed file %1 holds more than its header announces: %2 bytes expected after unpacking, "
                  "more "
                  "found. Download or copy it again.")
            .arg(m_file, number(expected));
    case GzipFault::TrailingBytes:
        return tr("Something follows the end of the compressed data in the file %1: nothing more was expected, %2 bytes were found. "
                  "Download or copy it again.")
            .arg(m_file, number(qint64(outcome.trailing)));
    case GzipFault::OutOfMemory:
        return outOfMemory(expected);
    case GzipFault::None:
    case GzipFault::Damaged:
        break;
    }
    return tr("The compressed file %1 is damaged: %2 bytes expected after unpacking, but it can be unpacked "
              "only up to byte %3. Download or copy it again.")
        .arg(m_file, number(expected), number(found));
}

QString IdxSentences::unpackedTooShort(qint64 expected, qint64 found) const
{
    return tr("The compressed file %1 holds less than an IDX file with its header has: %2 bytes expected after "
              "unpacking, "
              "%3 found. Download or copy it again.")
        .arg(m_file, number(expected), number(found));
}

QString IdxSentences::magicText(std::uint32_t magic) const
{
    return QStringLiteral("0x%1").arg(magic, 8, 16, QLatin1Char('0'));
}

} // namespace convscope
