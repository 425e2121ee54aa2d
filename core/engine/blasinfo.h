// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

struct BlasInfo
{
    /// "OpenBLAS 0.3.21 (OpenMP)"
    QString name;
    /// False for the reference BLAS and for an OpenBLAS without threads.
    bool isFast = true;
};

/// Asks the matrix library that is loaded what it is. Debian's LibTorch uses whatever stands behind libblas.so.3, and with
/// the reference implementation linear layers crawl.
BlasInfo detectBlas();

} // namespace convscope
