// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convscope {

/// Gives way to others: `nice` from 0 (as usual) to 19 (the last one served). Linux keeps the nice value per thread, and the threads that
/// OpenMP starts inherit it; it can't be taken back without privileges, so it is for threads of one's own.
void lowerPriorityOfThisThread(int nice);

} // namespace convscope
