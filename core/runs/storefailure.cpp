// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/storefailure.h"

#include <QCoreApplication>

#include <new>

namespace convscope {

QString sentenceOfCurrentFailure()
{
    try {
        throw;
    } catch (const StoreFailure &failure) {
        return failure.sentence;
    } catch (const std::bad_alloc &) {
        return QCoreApplication::translate("convscope::RunStore",
                                           "There is not enough memory for this. Close other programs and try again.");
    } catch (const std::exception &error) {
        return QCoreApplication::translate("convscope::RunStore", "Something unexpected went wrong: %1.")
            .arg(QString::fromLocal8Bit(error.what()));
    }
}

} // namespace convscope
