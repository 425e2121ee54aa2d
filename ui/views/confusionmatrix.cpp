// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/confusiongrid.h"

#include "core/common/counttext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace confusion;

ConfusionMatrix::ConfusionMatrix(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ConfusionMatrix::setConfusion(const Confusion &confusion, const std::optional<Confusion> &other, const QStringList &names, const QString &otherName)
{
    m_confusion = confusion;
    m_other = other && other->classes == confusion.classes ? other : std::nullopt;
    m_names = names;
    m_otherName = otherName;
    m_row = std::clamp(m_row, 0, std::max(0, confusion.classes - 1));
    m_column = std::clamp(m_column, 0, std::max(0, confusion.classes - 1));
    updateGeometry();
    update();
}

void ConfusionMatrix::setMode(Mode mode)
{
    m_mode = mode;
    update();
}

QSize ConfusionMatrix::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    const int names = std::min(m_names.size(), qsizetype(1)) * fontMetrics().averageCharWidth() * 11;
    const int least = fontMetrics().horizontalAdvance(QStringLiteral("1000")) + 6;
    return QSize(names + line + 2 * gap + (m_confusion.classes + 2) * least, (m_confusion.classes + 1) * (line + 3) + 5 * line);
}

ConfusionMatrix::Grid ConfusionMatrix::grid() const
{
    Grid grid;
    const QFontMetrics metrics = fontMetrics();
    grid.classes = m_confusion.classes;
    grid.lineHeight = metrics.height();
    int names = 0;
    for (const QString &name : m_names) {
        names = std::max(names, metrics.horizontalAdvance(name) + 2);
    }
    names = std::min(names, std::max(metrics.averageCharWidth() * 11, width() / 5));
    grid.left = grid.lineHeight + gap + names + gap;
    grid.top = 2 * grid.lineHeight + gap;
    const int share = metrics.horizontalAdvance(tr("Recall")) + 2 * gap;
    const int least = metrics.horizontalAdvance(QStringLiteral("1000")) + 6;
    grid.cellWidth = std::clamp((width() - grid.left - share - gap) / std::max(1, grid.classes), least, 76);
    grid.cellHeight = std::clamp((height() - grid.top - 3 * grid.lineHeight - 3 * gap) / std::max(1, grid.classes), grid.lineHeight + 3, 44);
    return grid;
}

QRect ConfusionMatrix::cellRect(int trueClass, int answer) const
{
    return grid().cell(trueClass, answer);
}

double ConfusionMatrix::valueOf(const Confusion &confusion, int trueClass, int answer) const
{
    const double count = confusion.at(trueClass, answer);
    if (m_mode == Mode::Counts) {
        return count;
    }
    const int total = m_mode == Mode::RowShares ? confusion.rowTotal(trueClass) : confusion.columnTotal(answer);
    return total > 0 ? count / total : std::numeric_limits<double>::quiet_NaN();
}

double ConfusionMatrix::value(int trueClass, int answer) const
{
    const double value = valueOf(m_confusion, trueClass, answer);
    return m_other ? value - valueOf(*m_other, trueClass, answer) : value;
}

double ConfusionMatrix::largest() const
{
    if (!m_other && m_mode != Mode::Counts) {
        return 1.0;
    }
    double most = 0.0;
    for (int row = 0; row < m_confusion.classes; ++row) {
        for (int column = 0; column < m_confusion.classes; ++column) {
            const double one = std::abs(value(row, column));
            most = std::isnan(one) ? most : std::max(most, one);
        }
    }
    return most > 0.0 ? most : 1.0;
}

QString ConfusionMatrix::cellText(int trueClass, int answer) const
{
    if (std::max(trueClass, answer) >= m_confusion.classes) {
        return QString(); // nothing is shown yet
    }
    const double number = value(trueClass, answer);
    if (std::isnan(number)) {
        return QStringLiteral("–");
    }
    if (m_other && number != 0.0) {
        const QString size = m_mode == Mode::Counts ? countText(qint64(std::abs(number))) : shareText(std::abs(number));
        return (number > 0.0 ? QStringLiteral("+") : QStringLiteral("−")) + size;
    }
    return m_mode == Mode::Counts ? countText(qint64(number)) : shareText(number);
}

QString ConfusionMatrix::describe(int trueClass, int answer) const
{
    const QString count = countText(m_confusion.at(trueClass, answer));
    const QString total = countText(m_confusion.rowTotal(trueClass));
    QString text = trueClass == answer ? tr("%1: %2 of %3 recognised").arg(m_names.value(trueClass), count, total)
                                       : tr("%1: %2 of %3 taken for %4").arg(m_names.value(trueClass), count, total, m_names.value(answer));
    if (m_other) {
        text += QLatin1String("; ") + tr("there: %1").arg(countText(m_other->at(trueClass, answer)));
    }
    return text;
}

void ConfusionMatrix::pointAt(int trueClass, int answer)
{
    m_row = trueClass;
    m_column = answer;
    setAccessibleDescription(describe(trueClass, answer));
    update();
    Q_EMIT cellPointedAt(trueClass, answer);
}

bool ConfusionMatrix::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_confusion.classes > 0) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Grid grid = this->grid();
        const bool isInside = QRect(grid.left, grid.top, grid.right() - grid.left, grid.bottom() - grid.top).contains(help->pos());
        QToolTip::showText(help->globalPos(),
                           isInside ? describe((help->y() - grid.top) / grid.cellHeight, (help->x() - grid.left) / grid.cellWidth) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void ConfusionMatrix::mouseMoveEvent(QMouseEvent *event)
{
    const Grid grid = this->grid();
    if (QRect(grid.left, grid.top, grid.right() - grid.left, grid.bottom() - grid.top).contains(event->pos())) {
        pointAt((event->pos().y() - grid.top) / grid.cellHeight, (event->pos().x() - grid.left) / grid.cellWidth);
    }
}

void ConfusionMatrix::mouseReleaseEvent(QMouseEvent *event)
{
    const Grid grid = this->grid();
    if (event->button() == Qt::LeftButton && QRect(grid.left, grid.top, grid.right() - grid.left, grid.bottom() - grid.top).contains(event->pos())) {
        mouseMoveEvent(event);
        Q_EMIT cellChosen(m_row, m_column);
    }
}

void ConfusionMatrix::keyPressEvent(QKeyEvent *event)
{
    const int last = m_confusion.classes - 1;
    switch (event->key()) {
    case Qt::Key_Left: return pointAt(m_row, std::max(0, m_column - 1));
    case Qt::Key_Right: return pointAt(m_row, std::min(last, m_column + 1));
    case Qt::Key_Up: return pointAt(std::max(0, m_row - 1), m_column);
    case Qt::Key_Down: return pointAt(std::min(last, m_row + 1), m_column);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (last >= 0) {
            Q_EMIT cellChosen(m_row, m_column);
        }
        return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace convscope
