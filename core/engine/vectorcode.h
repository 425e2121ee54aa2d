// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors of the width CONVSCOPE_VECTOR_FLOATS, for files that are compiled once an instruction set. Such a file must not use
// inline functions of a library: the linker would keep one copy of each for the whole program, perhaps the one with
// instructions that an older processor lacks.
#pragma once

#include <cstdint>

namespace convscope {

namespace {

constexpr int width = CONVSCOPE_VECTOR_FLOATS;

typedef float Vector __attribute__((vector_size(width * 4)));
typedef float LooseVector __attribute__((vector_size(width * 4), aligned(4)));
typedef std::int32_t IntVector __attribute__((vector_size(width * 4)));
typedef std::uint8_t ByteVector __attribute__((vector_size(width), aligned(1)));

inline Vector load(const float *from)
{
    return *reinterpret_cast<const LooseVector *>(from);
}

inline void store(float *to, const Vector &value)
{
    *reinterpret_cast<LooseVector *>(to) = value;
}

} // namespace

} // namespace convscope
