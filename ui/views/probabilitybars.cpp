// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/probabilitybars.h"

#include "ui/charts/numberformat.h"
#include "ui/theme.h"
#include "ui/views/answersign.h"

#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

constexpr int signSide = 9;
constexpr int gap = 6;

} // namespace

ProbabilityBars::ProbabilityBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ProbabilityBars::setProbabilities(const QStringList &names, const std::vector<float> &values, const std::vector<float> &others, int label, int predicted)
{
    m_names = names;
    m_values = values;
    m_others = others;
    m_label = label;
    m_predicted = predicted;
    QStringList parts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        parts << names.value(qsizetype(i)) + QLatin1String(": ") + percentText(double(values[i]));
    }
    setAccessibleDescription(parts.join(QLatin1String("; ")));
    updateGeometry();
    update();
}

int ProbabilityBars::rowHeight() const
{
    return fontMetrics().height() + (m_others.empty() ? 3 : 6);
}

QSize ProbabilityBars::sizeHint() const
{
    return QSize(200, int(m_values.size()) * rowHeight());
}

void ProbabilityBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    int nameWidth = 0;
    for (const QString &name : m_names) {
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(name) + 2);
    }
    nameWidth = std::min(nameWidth, width() * 2 / 5);
    const int numberWidth = metrics.horizontalAdvance(percentText(1.0)) + 2;
    const int left = signSide + gap + nameWidth + gap;
    const int length = std::max(10, width() - left - gap - numberWidth);
    for (int row = 0; row < int(m_values.size()); ++row) {
        const QRect box(0, row * rowHeight(), width(), rowHeight());
        if (row == m_label || row == m_predicted) {
            drawAnswerSign(painter, QRectF(0, box.center().y() - signSide / 2.0, signSide, signSide), row == m_label);
        }
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(signSide + gap, box.top(), nameWidth, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(m_names.value(row), Qt::ElideRight, nameWidth));
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, percentText(double(m_values[std::size_t(row)])));
        const QColor color = row == m_label ? theme::right() : row == m_predicted ? theme::wrong() : theme::mutedText(palette());
        const int thick = std::max(4, metrics.height() / 2);
        const int top = box.center().y() - thick / 2 - (m_others.empty() ? 0 : 2);
        painter.fillRect(QRectF(left, top, length, thick), theme::gridLine(palette()));
        painter.fillRect(QRectF(left, top, length * double(m_values[std::size_t(row)]), thick), color);
        if (!m_others.empty()) {
            painter.fillRect(QRectF(left, top + thick + 1, length * double(m_others[std::size_t(row)]), 3), theme::attention());
        }
    }
}

} // namespace convscope
