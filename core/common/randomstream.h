// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>

namespace convscope {

/// What a stream of random numbers is for: streams with different purposes never share numbers.
enum class StreamPurpose : std::uint64_t {
    Weights = 1,
    BatchOrder = 2,
    Dropout = 3,
    Subset = 4,
    LabelNoise = 5,
    Augmentation = 6,
};

/// xoshiro256** 1.0 (Blackman and Vigna, https://prng.di.unimi.it/), seeded through SplitMix64 from a purpose and keys.
/// Own code because the distributions of the C++ library differ between implementations, and because torch's default
/// generator is process-wide: whoever else draws from it would change a run.
class RandomStream
{
public:
    RandomStream(StreamPurpose purpose, std::initializer_list<std::uint64_t> keys);

    std::uint64_t next();
    /// Uniform in [0, 1) with 53 random bits.
    double uniform();
    /// Uniform in [0, bound) without bias (Lemire's method); bound > 0.
    std::uint32_t below(std::uint32_t bound);
    /// Standard normal (polar method).
    double normal();

private:
    std::uint64_t m_state[4];
    double m_spareNormal = 0.0;
    bool m_hasSpare = false;
};

/// A stable 64-bit hash (FNV-1a) of a name, for use as a key.
std::uint64_t streamKey(const char *name);

} // namespace convscope
