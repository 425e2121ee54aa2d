// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/confusionmatrix.h"

#include "core/common/counttext.h"
#include "core/inspection/metrics.h"
#include "ui/charts/numberformat.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

/// Where everything is. All of it in whole pixels.
struct ConfusionMatrix::Grid
{
    int left = 0;
    int top = 0;
    int cellWidth = 0;
    int cellHeight = 0;
    int classes = 0;
    int lineHeight = 0;

    QRect cell(int row, int column) const { return QRect(left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight); }
    int right() const { return left + classes * cellWidth; }
    int bottom() const { return top + classes * cellHeight; }
};

namespace {

constexpr int gap = 6;
constexpr int legendWidth = 160;

QString shareText(double share)
{
    return std::isnan(share) ? QStringLiteral("–") : QLocale().toString(100.0 * share, 'f', 1);
}

/// Readable on that ground.
QColor inkOn(const QColor &ground)
{
    return 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue() > 140.0 ? Qt::black : Qt::white;
}

} // namespace

ConfusionMatrix::ConfusionMatrix(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ConfusionMatrix::setConfusion(const Confusion &confusion, const std::optional<Confusion> &other, const QStringList &names)
{
    m_confusion = confusion;
    m_other = other && other->classes == confusion.classes ? other : std::nullopt;
    m_names = names;
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
    const QString sign = m_other && number > 0.0 ? QStringLiteral("+") : QString();
    return sign + (m_mode == Mode::Counts ? countText(qint64(number)) : shareText(number));
}

QColor ConfusionMatrix::colorOf(double value, double most) const
{
    // By its square root: the diagonal is so much larger that mistakes would all look alike.
    const double share = std::sqrt(std::abs(value) / most);
    return m_other ? theme::diverging(std::copysign(share, value), palette()) : theme::sequential(share);
}

void ConfusionMatrix::paintEvent(QPaintEvent *)
{
    if (m_confusion.classes == 0) {
        return;
    }
    QPainter painter(this);
    const Grid grid = this->grid();
    const double most = largest();
    for (int row = 0; row < grid.classes; ++row) {
        for (int column = 0; column < grid.classes; ++column) {
            const QRect cell = grid.cell(row, column);
            const double number = value(row, column);
            const QColor ground = std::isnan(number) ? theme::gridLine(palette()) : colorOf(number, most);
            painter.fillRect(cell.adjusted(0, 0, -1, -1), ground);
            painter.setPen(inkOn(ground));
            if (number != 0.0) {
                painter.drawText(cell.adjusted(0, 0, -1, -1), Qt::AlignCenter, cellText(row, column));
            }
        }
    }
    paintNames(painter, grid);
    paintShares(painter, grid);
    paintLegend(painter, grid);
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 2));
    painter.drawRect(grid.cell(m_row, m_column).adjusted(0, 0, -2, -2));
}

void ConfusionMatrix::paintNames(QPainter &painter, const Grid &grid) const
{
    const QFontMetrics metrics = fontMetrics();
    painter.setPen(palette().color(QPalette::WindowText));
    for (int i = 0; i < grid.classes; ++i) {
        const QRect row = grid.cell(i, 0);
        const int left = grid.lineHeight + gap;
        painter.drawText(QRect(left, row.top(), grid.left - left - gap, row.height()), Qt::AlignVCenter | Qt::AlignRight,
                         metrics.elidedText(m_names.value(i), Qt::ElideRight, grid.left - left - gap));
        const QRect column = grid.cell(0, i);
        painter.drawText(QRect(column.left(), grid.lineHeight, column.width() - 2, grid.lineHeight), Qt::AlignCenter,
                         metrics.elidedText(m_names.value(i), Qt::ElideRight, column.width() - 3));
    }
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRect(grid.left, 0, grid.classes * grid.cellWidth, grid.lineHeight), Qt::AlignCenter, tr("Answer of the network"));
    painter.save();
    painter.translate(0, grid.bottom());
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, grid.classes * grid.cellHeight, grid.lineHeight), Qt::AlignCenter, tr("True class"));
    painter.restore();
}

void ConfusionMatrix::paintShares(QPainter &painter, const Grid &grid) const
{
    const std::vector<ClassMetrics> metrics = classMetrics(m_confusion);
    const std::vector<ClassMetrics> others = m_other ? classMetrics(*m_other) : std::vector<ClassMetrics>{};
    const auto text = [&](std::size_t label, double ClassMetrics::*share) -> QString {
        const double now = metrics[label].*share;
        if (others.empty() || std::isnan(now)) {
            return shareText(now);
        }
        const double change = now - others[label].*share;
        const QString sign = change > 0.0 ? QStringLiteral("+") : QString();
        return sign + shareText(change);
    };
    const int width = std::max(0, this->width() - grid.right() - gap);
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRect(grid.right() + gap, grid.lineHeight, width, grid.lineHeight), Qt::AlignLeft | Qt::AlignVCenter, tr("Recall"));
    painter.drawText(QRect(grid.lineHeight + gap, grid.bottom() + 2, grid.left - grid.lineHeight - 2 * gap, grid.lineHeight),
                     Qt::AlignRight | Qt::AlignVCenter, tr("Precision"));
    painter.setPen(palette().color(QPalette::WindowText));
    for (int i = 0; i < grid.classes; ++i) {
        const QRect row = grid.cell(i, 0);
        painter.drawText(QRect(grid.right() + gap, row.top(), width, row.height()), Qt::AlignLeft | Qt::AlignVCenter, text(std::size_t(i), &ClassMetrics::recall));
        painter.drawText(QRect(grid.cell(0, i).left(), grid.bottom() + 2, grid.cellWidth - 1, grid.lineHeight), Qt::AlignCenter,
                         text(std::size_t(i), &ClassMetrics::precision));
    }
}

void ConfusionMatrix::paintLegend(QPainter &painter, const Grid &grid) const
{
    const int top = grid.bottom() + grid.lineHeight + 2 * gap;
    const double most = largest();
    const auto number = [this](double value) { return m_mode == Mode::Counts ? countText(qint64(std::lround(value))) : percentText(value, 0); };
    const QString low = number(m_other ? -most : 0.0);
    const int left = grid.left + fontMetrics().horizontalAdvance(low) + gap;
    for (int x = 0; x < legendWidth; ++x) {
        const double place = double(x) / (legendWidth - 1);
        const double signedPlace = m_other ? 2.0 * place - 1.0 : place;
        // The square undoes the root: the numbers below stand where their colours are.
        painter.fillRect(QRect(left + x, top, 1, grid.lineHeight - 2), colorOf(std::copysign(signedPlace * signedPlace, signedPlace) * most, most));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const int y = top + fontMetrics().ascent() - 1;
    painter.drawText(grid.left, y, low);
    painter.drawText(left + legendWidth + gap, y, number(most));
    const QString middle = number(m_other ? 0.0 : most / 4.0); // the root of 1/4 is one half
    painter.setPen(inkOn(colorOf(m_other ? 0.0 : most / 4.0, most)));
    painter.drawText(QRect(left, top, legendWidth, grid.lineHeight - 2), Qt::AlignCenter, middle);
    const int textLeft = left + legendWidth + 2 * gap + fontMetrics().horizontalAdvance(number(most));
    painter.setPen(theme::mutedText(palette()));
    const QString unit = m_mode == Mode::Counts ? tr("pictures") : m_mode == Mode::RowShares ? tr("of the class, in %") : tr("of the answers, in %");
    painter.drawText(QRect(textLeft, top, std::max(0, width() - textLeft), grid.lineHeight), Qt::AlignLeft | Qt::AlignVCenter, unit);
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
