// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX2 and FMA (see CMakeLists.txt); called only where the processor has them.
#define CONVSCOPE_VECTOR_FLOATS 8
#define CONVSCOPE_POOLED_KERNELS pooledKernelsAvx2
#define CONVSCOPE_DENSE_KERNELS denseKernelsAvx2
#include "core/engine/densekernelcode.h"
#include "core/engine/pooledkernelcode.h"
