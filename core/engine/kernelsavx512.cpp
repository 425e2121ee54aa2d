// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX-512 (see CMakeLists.txt); called only where the processor has it.
#define CONVSCOPE_VECTOR_FLOATS 16
#define CONVSCOPE_POOLED_KERNELS pooledKernelsAvx512
#define CONVSCOPE_DENSE_KERNELS denseKernelsAvx512
#include "core/engine/densekernelcode.h"
#include "core/engine/pooledkernelcode.h"
