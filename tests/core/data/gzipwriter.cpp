// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/gzipwriter.h"

#include <libdeflate.h>

namespace convscope::test {

QByteArray gzipped(const QByteArray &bytes)
{
    libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    QByteArray result(qsizetype(libdeflate_gzip_compress_bound(compressor, std::size_t(bytes.size()))),
                      Qt::Uninitialized);
    const std::size_t size = libdeflate_gzip_compress(compressor, bytes.constData(), std::size_t(bytes.size()),
                                                      result.data(), std::size_t(result.size()));
    libdeflate_free_compressor(compressor);
    result.truncate(qsizetype(size));
    return result;
}

} // namespace convscope::test
