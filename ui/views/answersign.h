// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRectF;

namespace convscope {

/// A tick in the colour of what is right, or a cross in that of what is wrong: colour alone doesn't say it to everybody.
void drawAnswerSign(QPainter &painter, const QRectF &box, bool isRight);

} // namespace convscope
