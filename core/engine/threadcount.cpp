// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/threadcount.h"

#include <ATen/Parallel.h>

#include <omp.h>

namespace convscope {

void setThreadsOfThisThread(int threads)
{
    at::internal::lazy_init_num_threads(); // at the first use in a thread, which would undo what follows
    omp_set_num_threads(threads);
}

} // namespace convscope
