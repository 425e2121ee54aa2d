// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/gzip.h"

#include <algorithm>
#include <array>
#include <libdeflate.h>
#include <memory>
#include <string_view>
#include <zlib.h>

namespace convscope {

namespace {

GzipFault faultOf(const z_stream &stream, int status)
{
    if (status == Z_MEM_ERROR) {
        return GzipFault::OutOfMemory;
    }
    const std::string_view message = stream.msg != nullptr ? stream.msg : "";
    return message == "incorrect data check" || message == "incorrect length check" ? GzipFault::ChecksumWrong
                                                                                    : GzipFault::Damaged;
}

/// Unpacks step by step, keeps what fits into prefix, and stops at the first byte after `limit`. Slower than
/// libdeflate, but it needs no buffer of the whole size and tells the faults apart.
GzipOutcome walk(z_stream &stream, std::span<std::uint8_t> prefix, std::size_t limit)
{
    std::array<std::uint8_t, 65536> chunk;
    GzipOutcome outcome;
    for (;;) {
        const std::size_t room = std::min(chunk.size(), limit + 1 - outcome.unpacked);
        stream.next_out = chunk.data();
        stream.avail_out = uInt(room);
        const int status = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = room - stream.avail_out;
        if (outcome.unpacked < prefix.size()) {
            std::copy_n(chunk.data(), std::min(made, prefix.size() - outcome.unpacked),
                        prefix.data() + outcome.unpacked);
        }
        outcome.unpacked += made;
        if (outcome.unpacked > limit) {
            outcome.fault = GzipFault::TooLong;
            return outcome;
        }
        if (status == Z_STREAM_END) {
            const std::span<const std::uint8_t> rest(stream.next_in, stream.avail_in);
            if (rest.empty()) {
                outcome.fault = outcome.unpacked < limit ? GzipFault::TooShort : GzipFault::None;
                return outcome;
            }
            if (!isGzip(rest)) {
                outcome.fault = GzipFault::TrailingBytes;
                outcome.trailing = rest.size();
                return outcome;
            }
            inflateReset(&stream);
        } else if (status == Z_BUF_ERROR || (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) {
            outcome.fault = GzipFault::Truncated;
            return outcome;
        } else if (status != Z_OK) {
            outcome.fault = faultOf(stream, status);
            return outcome;
        }
    }
}

GzipOutcome walk(std::span<const std::uint8_t> data, std::span<std::uint8_t> prefix, std::size_t limit)
{
    z_stream stream = {};
    stream.next_in = const_cast<Bytef *>(data.data()); // zlib reads only
    stream.avail_in = uInt(data.size());
    const int gzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(&stream, gzipOnly) != Z_OK) {
        return {GzipFault::OutOfMemory, 0, 0};
    }
    const GzipOutcome outcome = walk(stream, prefix, limit);
    inflateEnd(&stream);
    return outcome;
}

} // namespace

bool isGzip(std::span<const std::uint8_t> data)
{
    return data.size() >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

GzipOutcome unpackPrefix(std::span<const std::uint8_t> data, std::span<std::uint8_t> prefix)
{
    GzipOutcome outcome = walk(data, prefix, prefix.size());
    outcome.unpacked = std::min(outcome.unpacked, prefix.size());
    return outcome;
}

GzipOutcome checkUnpackedSize(std::span<const std::uint8_t> data, std::size_t size)
{
    return walk(data, {}, size);
}

bool announcesUnpackedSize(std::span<const std::uint8_t> data, std::size_t size)
{
    // 18 bytes are the smallest gzip file; deflate packs at most 1032 bytes into one.
    if (data.size() < 18 || size / 1032 > data.size()) {
        return false;
    }
    std::uint32_t announced = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        announced |= std::uint32_t(data[data.size() - 4 + i]) << (8 * i);
    }
    return announced == size;
}

GzipOutcome unpackExactly(std::span<const std::uint8_t> data, std::span<std::uint8_t> target)
{
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (!decompressor) {
        return {GzipFault::OutOfMemory, 0, 0};
    }
    std::span<const std::uint8_t> input = data;
    std::span<std::uint8_t> output = target;
    while (!input.empty()) {
        std::size_t read = 0;
        std::size_t made = 0;
        if (libdeflate_gzip_decompress_ex(decompressor.get(), input.data(), input.size(), output.data(), output.size(),
                                          &read, &made)
            != LIBDEFLATE_SUCCESS) {
            break;
        }
        input = input.subspan(read);
        output = output.subspan(made);
    }
    if (input.empty() && output.empty()) {
        return {GzipFault::None, target.size(), 0};
    }
    // libdeflate doesn't tell a cut file from a damaged one.
    GzipOutcome outcome = checkUnpackedSize(data, target.size());
    if (outcome.fault == GzipFault::None) {
        outcome.fault = GzipFault::Damaged;
    }
    return outcome;
}

} // namespace convscope
