// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace convscope {

enum class GzipFault {
    None,
    /// The compressed data stops in the middle, or its checksum at the end is missing.
    Truncated,
    /// It can't be unpacked.
    Damaged,
    /// It unpacks, but its own CRC-32 or length says otherwise.
    ChecksumWrong,
    /// It is whole, but unpacks to fewer bytes than expected.
    TooShort,
    /// It unpacks to more bytes than expected; unpacking stopped at the first byte too many.
    TooLong,
    /// Something that isn't gzip follows the end.
    TrailingBytes,
    OutOfMemory,
};

struct GzipOutcome
{
    GzipFault fault = GzipFault::None;
    /// Unpacked bytes until the fault.
    std::size_t unpacked = 0;
    /// Bytes after the end, for TrailingBytes.
    std::size_t trailing = 0;
};

/// Whether data begins with gzip's magic bytes 1f 8b.
bool isGzip(std::span<const std::uint8_t> data);

/// Unpacks the first bytes until `prefix` is full. `unpacked` is the number of valid bytes; the fault says why there
/// are fewer than prefix.size(), and is TooLong when more would follow.
GzipOutcome unpackPrefix(std::span<const std::uint8_t> data, std::span<std::uint8_t> prefix);

/// Says whether the data unpacks to exactly `size` bytes. Keeps nothing, needs a constant amount of memory and stops at
/// the first byte too many.
GzipOutcome checkUnpackedSize(std::span<const std::uint8_t> data, std::size_t size);

/// True when the length that the data gives at its own end is `size` and the format could hold that much in so few
/// bytes. Costs nothing; says nothing certain.
bool announcesUnpackedSize(std::span<const std::uint8_t> data, std::size_t size);

/// Unpacks to exactly target.size() bytes and verifies the checksum. Several gzip members in a row count as one file.
GzipOutcome unpackExactly(std::span<const std::uint8_t> data, std::span<std::uint8_t> target);

} // namespace convscope
