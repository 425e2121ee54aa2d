// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/textcache.h"

#include <QPainter>

namespace convscope {

void TextCache::draw(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font)
{
    if (m_texts.size() >= mostTexts) {
        m_texts.clear();
    }
    painter.setFont(font);
    QStaticText &known = m_texts[{font, text}];
    if (known.text() != text) {
        known.setTextFormat(Qt::PlainText);
        known.setPerformanceHint(QStaticText::AggressiveCaching);
        known.setText(text);
        known.prepare(painter.transform(), font);
    }
    const QSizeF size = known.size();
    const double x = alignment & Qt::AlignRight ? rect.right() + 1 - size.width() : alignment & Qt::AlignHCenter ? rect.center().x() - size.width() / 2.0 : rect.left();
    const double y = alignment & Qt::AlignVCenter ? rect.top() + (rect.height() - size.height()) / 2.0 : rect.top();
    painter.drawStaticText(QPointF(x, y), known);
}

} // namespace convscope
