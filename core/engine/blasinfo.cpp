// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/blasinfo.h"

#include <QRegularExpression>

#include <dlfcn.h>

namespace convscope {

namespace {

template<typename Function>
Function loadedFunction(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

BlasInfo openBlasInfo(const QString &config)
{
    // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH NO_AFFINITY USE_OPENMP Haswell MAX_THREADS=128"
    static const QRegularExpression number(QStringLiteral("OpenBLAS ([0-9.]+)"));
    const QString version = number.match(config).captured(1);
    const auto parallel = loadedFunction<int (*)()>("openblas_get_parallel");
    switch (parallel ? parallel() : 0) {
    case 2:
        return {QStringLiteral("OpenBLAS %1 (OpenMP)").arg(version), true};
    case 1:
        return {QStringLiteral("OpenBLAS %1 (pthreads)").arg(version), false};
    default:
        return {QStringLiteral("OpenBLAS %1 (serial)").arg(version), false};
    }
}

} // namespace

BlasInfo detectBlas()
{
    if (const auto config = loadedFunction<char *(*)()>("openblas_get_config")) {
        return openBlasInfo(QString::fromLatin1(config()));
    }
    if (loadedFunction<void *>("mkl_get_version")) {
        return {QStringLiteral("MKL"), true};
    }
    if (loadedFunction<void *>("bli_info_get_version_str")) {
        return {QStringLiteral("BLIS"), true};
    }
    if (loadedFunction<void *>("ATL_buildinfo")) {
        return {QStringLiteral("ATLAS"), true};
    }
    return {QStringLiteral("reference BLAS"), false};
}

} // namespace convscope
