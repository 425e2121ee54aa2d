// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in bfloat16 (the upper half of a float32), for files that are compiled for AVX512-BF16.
#pragma once

#include "core/engine/pooledkernels.h"
#include "core/engine/vectorcode.h"

#include <immintrin.h>

namespace convscope {

namespace {

static_assert(width == 16);

using Bfloat16 = std::uint16_t;
/// Numbers that lie beside each other in a vector.
constexpr int halves = 2 * width;

inline std::uint32_t bitsOf(float value)
{
    return __builtin_bit_cast(std::uint32_t, value);
}

/// To nearest, ties to even, as the processor's instruction does it. NaN stays NaN.
inline Bfloat16 rounded(float value)
{
    const std::uint32_t bits = bitsOf(value);
    return Bfloat16(value != value ? 0x7fc0U : (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16);
}

/// sum[i] += a[2 i] * b[2 i] + a[2 i + 1] * b[2 i + 1]
inline void addPairs(Vector &sum, const __m512i &a, const __m512i &b)
{
    sum = Vector(_mm512_dpbf16_ps(__m512(sum), __m512bh(a), __m512bh(b)));
}

inline __m512i loadHalves(const Bfloat16 *from)
{
    return _mm512_loadu_si512(from);
}

/// Two neighbours, in every place.
inline __m512i pairEverywhere(const Bfloat16 *from)
{
    std::int32_t pair;
    __builtin_memcpy(&pair, from, sizeof(pair));
    return _mm512_set1_epi32(pair);
}

inline __m512i roundedHalves(const Vector &lower, const Vector &upper)
{
    return __m512i(_mm512_cvtne2ps_pbh(__m512(upper), __m512(lower)));
}

inline __mmask16 firstOf(int count)
{
    return count >= width ? __mmask16(0xffff) : __mmask16((1U << (count > 0 ? count : 0)) - 1U);
}

/// The first `count` of 16 floats, 0 behind them.
inline Vector loadSome(const float *from, int count)
{
    return Vector(_mm512_maskz_loadu_ps(firstOf(count), from));
}

inline void storeSome(float *to, const Vector &values, int count)
{
    _mm512_mask_storeu_ps(to, firstOf(count), __m512(values));
}

/// Of 32 numbers, such an order that interleaving two of these vectors with unpacklo and unpackhi gives the pairs of the
/// first 16 and of the last 16 in their own order.
inline __m512i shuffled(const __m512i &values)
{
    return _mm512_permutexvar_epi64(_mm512_setr_epi64(0, 4, 1, 5, 2, 6, 3, 7), values);
}

/// Where number i of 32 lies in a shuffled vector.
inline int shuffledPlace(int i)
{
    return i % width / 4 * 8 + i / width * 4 + i % 4;
}

/// Entries 2 i and 2 i + 1 of a list become a pair: the value of the first holds both, rounded. An odd list gets one more entry, of
/// 0. Returns the number of entries.
inline int pairUp(SparseGradient *list, int count)
{
    if (count % 2 != 0) {
        list[count] = {list[count - 1].offset, 0.0f};
        ++count;
    }
    for (int i = 0; i < count; i += 2) {
        const std::uint32_t pair = std::uint32_t(rounded(list[i].value)) | std::uint32_t(rounded(list[i + 1].value)) << 16;
        list[i].value = __builtin_bit_cast(float, pair);
    }
    return count;
}

} // namespace

} // namespace convscope
