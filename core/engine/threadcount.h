// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convscope {

/// How many threads LibTorch, oneDNN and the BLAS use for what the calling thread asks of them. at::set_num_threads() would also
/// become the number of every thread that begins to compute later, such as another run's.
void setThreadsOfThisThread(int threads);

} // namespace convscope
