// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function with a plain loop: compiled once an instruction set, the best chosen when the library is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define CONVSCOPE_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CONVSCOPE_CLONES
#endif
