// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/processor.h"
#include "core/engine/densekernels.h"
#include "core/engine/pooledkernels.h"

namespace convscope {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

/// The best table that this processor has the instructions for.
template<typename Kernels>
const Kernels *choose(const Kernels &avx2, const Kernels &avx512)
{
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) {
        return nullptr;
    }
    const bool hasAvx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    return hasAvx512 ? &avx512 : &avx2;
}

} // namespace

const PooledKernels *pooledBfloat16Kernels()
{
    return processorHasBfloat16() ? &pooledKernelsBfloat16 : nullptr;
}

const DenseKernels *denseBfloat16Kernels()
{
    return processorHasBfloat16() ? &denseKernelsBfloat16 : nullptr;
}

const PooledKernels *pooledKernels()
{
    return choose(pooledKernelsAvx2, pooledKernelsAvx512);
}

const DenseKernels *denseKernels()
{
    return choose(denseKernelsAvx2, denseKernelsAvx512);
}

#else

const PooledKernels *pooledBfloat16Kernels()
{
    return nullptr;
}

const DenseKernels *denseBfloat16Kernels()
{
    return nullptr;
}

const PooledKernels *pooledKernels()
{
    return nullptr;
}

const DenseKernels *denseKernels()
{
    return nullptr;
}

#endif

} // namespace convscope
