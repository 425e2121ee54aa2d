// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/Parallel.h>

#include <atomic>

namespace convscope {

/// Pieces of work for each thread: enough that a thread which is held up (by the window, by another program) holds up nobody.
constexpr int piecesPerThread = 4;

/// Calls function(piece, thread) for all pieces, on LibTorch's threads, which take the next piece as they come: who does what
/// differs from time to time, so a piece's result must not depend on it.
template<typename Function>
void forEachPiece(int pieces, const Function &function)
{
    std::atomic<int> next = 0;
    at::parallel_for(0, std::min(pieces, at::get_num_threads()), /*grain_size=*/1, [&](int64_t begin, int64_t end) {
        for (int64_t thread = begin; thread < end; ++thread) {
            for (int piece = next++; piece < pieces; piece = next++) {
                function(piece, int(thread));
            }
        }
    });
}

} // namespace convscope
