// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/processor.h"

namespace convscope {

bool processorHasBfloat16()
{
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

} // namespace convscope
