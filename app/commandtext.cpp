// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandtext.h"

#include <QCoreApplication>

QString text(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}
