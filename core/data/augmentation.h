// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>

namespace convscope {

/// Random changes to training pictures, each with its strength; 0 = off.
struct Augmentation
{
    /// Probability of a left-right mirror image, 0 to 1.
    double mirror = 0.0;
    /// Largest shift in each direction in pixels, 0 to 8.
    double shift = 0.0;
    /// Largest turn to either side in degrees, 0 to 45.
    double turn = 0.0;
    /// Largest change of size to either side as a share, 0 to 0.5 (0.1: between 90 % and 110 %).
    double scale = 0.0;
    /// Standard deviation of added noise as a share of full white, 0 to 0.5.
    double noise = 0.0;
    /// Probability that a random rectangle (between 2 % and 20 % of the area) is set to black, 0 to 1.
    double erase = 0.0;

    bool operator==(const Augmentation &) const = default;
    bool isOff() const { return *this == Augmentation(); }
};

/// Changes one picture of side x side bytes. Depends on nothing but its arguments: the same seed, epoch and picture
/// index give the same result in every order (and, noise aside, on every machine). `source` and `target` must not overlap.
void augment(const Augmentation &augmentation, qint64 seed, int epoch, int pictureIndex, int side,
             const std::uint8_t *source, std::uint8_t *target);

} // namespace convscope
