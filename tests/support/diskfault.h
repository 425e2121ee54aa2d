// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace convscope::test {

/// While it lives, this process can't write, grow or make files whose path contains `part`: every call for that fails with `error` (ENOSPC,
/// EROFS, EIO). Takes the place of the C library's functions, so it belongs into an executable that exports its symbols
/// (ENABLE_EXPORTS); one at a time.
class DiskFault
{
public:
    DiskFault(int error, const std::string &part);
    ~DiskFault();
    DiskFault(const DiskFault &) = delete;
    DiskFault &operator=(const DiskFault &) = delete;

    /// How many calls have failed for it so far.
    int failures() const;
};

} // namespace convscope::test
