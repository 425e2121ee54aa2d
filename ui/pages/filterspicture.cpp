// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterspicture.h"

#include "ui/views/kernelgrid.h"
#include "ui/views/numberpainting.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

constexpr int margin = 12;
constexpr int legendWidth = 200;

QPalette lightPalette()
{
    QPalette palette(QColor(0xF0, 0xF0, 0xF0));
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::PlaceholderText}) {
        palette.setColor(role, QColor(0x20, 0x20, 0x20));
    }
    return palette;
}

} // namespace

FiltersPicture::FiltersPicture(const KernelGrid &shown, const QString &title)
    : m_grid(new KernelGrid)
    , m_title(title)
{
    m_grid->setAttribute(Qt::WA_DontShowOnScreen);
    m_grid->setPalette(lightPalette());
    m_grid->setFont(shown.font());
    m_grid->resize(shown.size());
    m_grid->viewport()->resize(shown.viewport()->size()); // as many columns: a hidden widget is not laid out
    m_grid->setLayer(shown.layer());
    m_grid->setOrder(shown.order());
    m_grid->setBadges(shown.badges());
    m_grid->setOwnScales(shown.hasOwnScales());
    m_grid->setFixedLimit(shown.hasOwnScales() ? 0.0 : shown.limit());
    m_grid->setZoom(shown.factor());
    m_grid->setShowsSelection(false);
    const QFontMetrics metrics = m_grid->fontMetrics();
    const int width = std::max(m_grid->contentSize().width(), legendWidth) + 2 * margin;
    m_titleHeight = metrics.boundingRect(QRect(0, 0, width - 2 * margin, 10000), Qt::TextWordWrap, m_title).height() + margin;
    const int legend = int(numbers::legendHeight(m_grid->font())) + margin;
    m_size = {width, margin + m_titleHeight + m_grid->contentSize().height() + legend + margin};
}

FiltersPicture::~FiltersPicture()
{
    delete m_grid;
}

QSize FiltersPicture::size() const
{
    return m_size;
}

void FiltersPicture::paint(QPainter &painter) const
{
    painter.save();
    const QPalette palette = m_grid->palette();
    painter.fillRect(QRect(QPoint(), m_size), palette.color(QPalette::Base));
    painter.setFont(m_grid->font());
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(margin, margin, m_size.width() - 2 * margin, m_titleHeight), Qt::TextWordWrap, m_title);
    painter.translate(margin, margin + m_titleHeight);
    m_grid->paintContent(painter);
    const QRectF legend(0.0, m_grid->contentSize().height() + margin, legendWidth, numbers::legendHeight(m_grid->font()));
    if (m_grid->hasOwnScales()) {
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(QRectF(legend.topLeft(), QSizeF(m_size.width(), legend.height())), Qt::AlignLeft,
                         QCoreApplication::translate("convscope::FiltersPicture", "Blue below zero, red above, each filter with a scale of its own"));
    } else {
        numbers::drawLegend(painter, legend, {numbers::ColorScale::Kind::Diverging, -m_grid->limit(), m_grid->limit()}, palette);
    }
    painter.restore();
}

} // namespace convscope
