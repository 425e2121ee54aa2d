// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/probabilitybars.h"

#include "ui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

constexpr int gap = 8;
constexpr int leastBar = 72;

/// The most likely one is bold.
int boldAdvance(QFont font, const QString &text)
{
    font.setBold(true);
    return QFontMetrics(font).horizontalAdvance(text) + 2;
}

float valueAt(const std::vector<float> &values, int label)
{
    return label >= 0 && std::size_t(label) < values.size() ? values[std::size_t(label)] : 0.0f;
}

} // namespace

ProbabilityBars::ProbabilityBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    measure();
    describe();
}

void ProbabilityBars::setClassNames(const QStringList &names)
{
    if (names != m_names) { // many times a second the same
        m_names = names;
        measure();
        updateGeometry();
        describe();
        update();
    }
}

void ProbabilityBars::setProbabilities(const std::vector<float> &probabilities)
{
    m_probabilities = probabilities;
    describe();
    update();
}

void ProbabilityBars::setOther(const std::vector<float> &probabilities)
{
    if (probabilities != m_other) {
        m_other = probabilities;
        updateGeometry();
        describe();
        update();
    }
}

void ProbabilityBars::setTitles(const QString &title, const QString &other)
{
    m_title = title;
    m_otherTitle = other;
    updateGeometry();
    update();
}

void ProbabilityBars::setColors(const QColor &first, const QColor &second)
{
    m_color = first;
    m_otherColor = second;
    update();
}

void ProbabilityBars::setTrueClass(int label)
{
    m_trueClass = label;
    update();
}

void ProbabilityBars::setChosen(int label)
{
    m_chosen = label;
    update();
}

void ProbabilityBars::setSorted(bool sorted)
{
    m_isSorted = sorted;
    update();
}

int ProbabilityBars::mostLikely(const std::vector<float> &probabilities)
{
    return probabilities.empty() ? -1 : int(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
}

std::vector<int> ProbabilityBars::order() const
{
    std::vector<int> labels(std::size_t(m_names.size()));
    std::iota(labels.begin(), labels.end(), 0);
    if (m_isSorted) {
        std::stable_sort(labels.begin(), labels.end(), [this](int a, int b) { return valueAt(m_probabilities, a) > valueAt(m_probabilities, b); });
    }
    return labels;
}

QString ProbabilityBars::percent(float share) const
{
    return QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * double(share), 'f', 1));
}

QString ProbabilityBars::className(int label) const
{
    return label >= 0 && label < m_names.size() ? m_names[label] : QString();
}

ViewTable ProbabilityBars::table() const
{
    ViewTable table;
    table.header = QStringList{tr("class"), m_title.isEmpty() ? tr("probability") : m_title};
    if (!m_other.empty()) {
        table.header << m_otherTitle;
    }
    for (const int label : order()) {
        QStringList row{className(label), m_probabilities.empty() ? QString() : QString::number(double(valueAt(m_probabilities, label)), 'f', 6)};
        if (!m_other.empty()) {
            row << QString::number(double(valueAt(m_other, label)), 'f', 6);
        }
        table.rows << row;
    }
    return table;
}

void ProbabilityBars::describe()
{
    setAccessibleName(tr("Probabilities of the classes"));
    QStringList sentences;
    const int best = mostLikely(m_probabilities);
    if (best < 0) {
        sentences << tr("No answer yet.");
    }
    for (const int label : order()) {
        if (best >= 0 && std::max(valueAt(m_probabilities, label), valueAt(m_other, label)) >= 0.01f) {
            const QString share = percent(valueAt(m_probabilities, label));
            sentences << (m_other.empty() ? QStringLiteral("%1: %2.").arg(className(label), share)
                                          : QStringLiteral("%1: %2, %3.").arg(className(label), share, percent(valueAt(m_other, label))));
        }
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

/// Once, not at each of sixty pictures a second.
void ProbabilityBars::measure()
{
    m_nameWidth = 0;
    for (const QString &name : m_names) {
        m_nameWidth = std::max(m_nameWidth, boldAdvance(font(), name));
    }
    m_percentWidth = boldAdvance(font(), percent(1.0f));
}

int ProbabilityBars::rowHeight() const
{
    return fontMetrics().height() + 6;
}

int ProbabilityBars::headHeight() const
{
    return m_title.isEmpty() && m_otherTitle.isEmpty() ? 0 : (m_color.isValid() ? 2 : 1) * fontMetrics().height() + 4;
}

QRect ProbabilityBars::rowRect(int row) const
{
    return {0, headHeight() + row * rowHeight(), width(), rowHeight()};
}

QSize ProbabilityBars::minimumSizeHint() const
{
    // Room for a second network's numbers, so that nothing moves when one is chosen.
    const int numbers = headHeight() > 0 ? 2 * m_percentWidth + gap : m_percentWidth;
    return {m_nameWidth + 2 * gap + leastBar + numbers + 4, headHeight() + rowHeight() * int(m_names.size())};
}

QSize ProbabilityBars::sizeHint() const
{
    return minimumSizeHint() + QSize(120, 0);
}

void ProbabilityBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (headHeight() > 0) {
        paintHead(painter);
    }
    const std::vector<int> labels = order();
    for (int row = 0; row < int(labels.size()); ++row) {
        paintRow(painter, rowRect(row), labels[std::size_t(row)]);
    }
}

/// With colours both names stand in two lines, each in its own: neither is cut away.
void ProbabilityBars::paintHead(QPainter &painter) const
{
    const QRect head(0, 0, width(), fontMetrics().height());
    const auto write = [&](const QRect &line, const QString &text, const QColor &color) {
        painter.setPen(color);
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, fontMetrics().elidedText(text, Qt::ElideMiddle, width()));
    };
    const QColor ink = palette().color(QPalette::WindowText);
    if (m_color.isValid() && !m_other.empty()) {
        write(head, tr("thick: %1").arg(m_title), m_color);
        write(head.translated(0, head.height()), tr("thin: %1").arg(m_otherTitle), m_otherColor);
    } else {
        write(head, m_other.empty() ? m_title : tr("thick: %1   thin: %2").arg(m_title, m_otherTitle), ink);
    }
}

void ProbabilityBars::paintRow(QPainter &painter, const QRect &row, int label)
{
    const bool isBest = label == mostLikely(m_probabilities);
    QFont font = this->font();
    font.setBold(isBest);
    if (label == m_chosen) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlpha(40);
        painter.fillRect(row, tint);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect name(row.left(), row.top(), m_nameWidth, row.height());
    m_texts.draw(painter, name, Qt::AlignRight | Qt::AlignVCenter, className(label), font);
    const int numbersWidth = m_other.empty() ? m_percentWidth : 2 * m_percentWidth + gap;
    const QRect track(name.right() + gap, row.top() + 3, std::max(leastBar, row.width() - m_nameWidth - 2 * gap - numbersWidth - 2), row.height() - 6);
    painter.fillRect(track, theme::gridLine(palette()));
    const int mainHeight = m_other.empty() ? track.height() : track.height() * 2 / 3;
    const QColor color = m_color.isValid() ? m_color : isBest ? palette().color(QPalette::Highlight) : theme::mutedText(palette());
    painter.fillRect(QRectF(track.left(), track.top(), track.width() * double(valueAt(m_probabilities, label)), mainHeight), color);
    if (!m_other.empty()) {
        painter.fillRect(QRectF(track.left(), track.top() + mainHeight + 1, track.width() * double(valueAt(m_other, label)), track.height() - mainHeight - 1), m_otherColor.isValid() ? m_otherColor : theme::attention());
    }
    if (label == m_trueClass) {
        painter.setPen(QPen(theme::right(), 2.0));
        painter.drawRect(track.adjusted(0, -1, 0, 0));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect number(track.right() + gap, row.top(), m_percentWidth, row.height());
    m_texts.draw(painter, number, Qt::AlignRight | Qt::AlignVCenter, m_probabilities.empty() ? QStringLiteral("–") : percent(valueAt(m_probabilities, label)), font);
    if (!m_other.empty()) {
        font.setBold(label == mostLikely(m_other));
        m_texts.draw(painter, number.translated(m_percentWidth + gap, 0), Qt::AlignRight | Qt::AlignVCenter, percent(valueAt(m_other, label)), font);
    }
}

void ProbabilityBars::mousePressEvent(QMouseEvent *event)
{
    const int row = (int(event->position().y()) - headHeight()) / std::max(1, rowHeight());
    const std::vector<int> labels = order();
    if (row >= 0 && std::size_t(row) < labels.size()) {
        Q_EMIT classClicked(labels[std::size_t(row)]);
    }
}

void ProbabilityBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange || event->type() == QEvent::FontChange) {
        measure();
        updateGeometry();
        describe();
        update();
    }
}

} // namespace convscope
