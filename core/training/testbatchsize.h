// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convscope {

/// How many pictures go through the network at once in the test pass: the engine cuts the test set into such pieces, and
/// the estimate of memory counts on it. Small enough to stay in the processor's cache: larger pieces make the pass slower.
inline constexpr int testBatchSize = 200;

} // namespace convscope
