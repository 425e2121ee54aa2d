// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/densekernels.h"
#include "core/engine/pooledkernels.h"

namespace convscope {

namespace {

enum class InstructionSet { None, Avx2, Avx512 };

InstructionSet bestInstructionSet()
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma")) {
        return InstructionSet::Avx512;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return InstructionSet::Avx2;
    }
#endif
    return InstructionSet::None;
}

template<typename Kernels>
const Kernels *choose([[maybe_unused]] const Kernels &avx2, [[maybe_unused]] const Kernels &avx512)
{
    switch (bestInstructionSet()) {
    case InstructionSet::Avx512:
        return &avx512;
    case InstructionSet::Avx2:
        return &avx2;
    case InstructionSet::None:
        break;
    }
    return nullptr;
}

} // namespace

const PooledKernels *pooledKernels()
{
    return choose(pooledKernelsAvx2, pooledKernelsAvx512);
}

const DenseKernels *denseKernels()
{
    return choose(denseKernelsAvx2, denseKernelsAvx512);
}

} // namespace convscope
