// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QPair>
#include <QStaticText>

class QPainter;

namespace convscope {

/// Draws short texts that come again and again (numbers, names), each laid out once: shaping it is most of what drawing it costs. For
/// one widget; lives in the main thread.
class TextCache
{
public:
    /// In one line, in the painter's pen. `font` becomes the painter's.
    void draw(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font);

private:
    static constexpr qsizetype mostTexts = 4096;

    QHash<QPair<QFont, QString>, QStaticText> m_texts;
};

} // namespace convscope
