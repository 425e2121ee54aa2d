// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convscope {

/// Whether the processor multiplies in bfloat16 (AVX512-BF16, and the vectors of AVX-512 beside it).
bool processorHasBfloat16();

} // namespace convscope
