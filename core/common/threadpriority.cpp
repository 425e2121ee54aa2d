// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/threadpriority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace convscope {

void lowerPriorityOfThisThread(int nice)
{
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), nice);
}

} // namespace convscope
