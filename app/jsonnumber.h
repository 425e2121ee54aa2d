// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

/// JSON has no NaN and no infinity, and a reader may take null for 0: they are written as the texts "nan", "inf" and "-inf".
QJsonValue jsonNumber(double value);
