// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QString>

#include <exception>

/// Inside core/runs a failure travels as an exception, because most of the work is a chain of statements of SQL of which each can
/// fail; the public functions turn it into a Result or a sentence. None leaves this folder.
namespace convscope {

struct StoreFailure
{
    QString sentence;
    int sqliteCode = 0; ///< SQLite's primary result code; 0 where it didn't come from there
    bool isDamage = false; ///< what was read is not what was written: it will be no better the next time
};

/// The sentence for what is being caught; only inside a catch block.
QString sentenceOfCurrentFailure();

template<typename Work>
auto guarded(Work work) -> Result<decltype(work())>
{
    try {
        return work();
    } catch (...) {
        return Result<decltype(work())>::failure(sentenceOfCurrentFailure());
    }
}

/// Empty, or the sentence.
template<typename Work>
QString sentenceOf(Work work)
{
    try {
        work();
    } catch (...) {
        return sentenceOfCurrentFailure();
    }
    return QString();
}

} // namespace convscope
