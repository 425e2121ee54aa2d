// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/numbergridview.h"

#include "ui/forms/numbertext.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

constexpr double edge = 3.0;
/// A cell is at most that many times as wide as high.
constexpr double widestCell = 1.7;
/// What can be typed: larger numbers say nothing more.
constexpr double largestNumber = 999.0;

} // namespace

NumberGridView::NumberGridView(Use use, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
    , m_editor(new QLineEdit(this))
{
    setFocusPolicy(use == Use::Show ? Qt::NoFocus : Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_editor->hide();
    m_editor->setAlignment(Qt::AlignCenter);
    connect(m_editor, &QLineEdit::editingFinished, this, &NumberGridView::takeEditor);
}

void NumberGridView::setGrid(const sandbox::Grid &grid)
{
    m_grid = grid;
    m_chosen = std::clamp(m_chosen, 0, std::max(0, int(grid.values.size()) - 1));
    describe();
    update();
}

void NumberGridView::setColorScale(const numbers::ColorScale &scale)
{
    m_style.scale = scale;
    update();
}

void NumberGridView::setDecimals(int decimals)
{
    m_style.decimals = decimals;
    update();
}

void NumberGridView::setPadding(int cells)
{
    m_padding = cells;
    update();
}

void NumberGridView::setWindow(const QRect &cells)
{
    m_window = cells;
    update();
}

void NumberGridView::setBeyond(const std::vector<bool> &beyond)
{
    m_style.beyond = beyond;
    update();
}

void NumberGridView::setShown(int count)
{
    m_shown = count;
    update();
}

void NumberGridView::setChosen(int index)
{
    m_chosen = std::clamp(index, 0, std::max(0, int(m_grid.values.size()) - 1));
    describe();
    update();
}

void NumberGridView::describe()
{
    if (m_chosen < int(m_grid.values.size()) && m_grid.width > 0) {
        setAccessibleDescription(tr("Row %1, column %2: %3")
                                     .arg(m_chosen / m_grid.width + 1)
                                     .arg(m_chosen % m_grid.width + 1)
                                     .arg(numbers::text(double(m_grid.values[std::size_t(m_chosen)]))));
    } else {
        setAccessibleDescription(QString());
    }
}

QRectF NumberGridView::outer() const
{
    const int columns = m_grid.width + 2 * m_padding;
    const int rows = m_grid.height + 2 * m_padding;
    if (m_grid.width < 1 || m_grid.height < 1) {
        return {};
    }
    const double cellHeight = std::floor(std::min((height() - 2 * edge) / rows, (width() - 2 * edge) / columns * 1.0 * widestCell));
    const double cellWidth = std::floor(std::min((width() - 2 * edge) / columns, cellHeight * widestCell));
    return {edge, edge, cellWidth * columns, std::min(cellHeight, cellWidth * 1.2) * rows};
}

QRectF NumberGridView::inner() const
{
    const QRectF all = outer();
    const double w = all.width() / (m_grid.width + 2 * m_padding);
    const double h = all.height() / (m_grid.height + 2 * m_padding);
    return all.adjusted(m_padding * w, m_padding * h, -m_padding * w, -m_padding * h);
}

QRectF NumberGridView::cell(int index) const
{
    return numbers::cellRect(inner(), m_grid.height, m_grid.width, index);
}

int NumberGridView::indexAt(const QPointF &point) const
{
    return m_grid.width > 0 ? numbers::cellAt(inner(), m_grid.height, m_grid.width, point) : -1;
}

void NumberGridView::paintEvent(QPaintEvent *)
{
    if (m_grid.values.empty()) {
        return;
    }
    QPainter painter(this);
    if (m_padding > 0) {
        painter.fillRect(outer(), QBrush(theme::gridLine(palette()), Qt::BDiagPattern));
        painter.setPen(QPen(theme::gridLine(palette()), 0.0));
        painter.drawRect(outer());
    }
    numbers::GridStyle style = m_style;
    style.pale.assign(m_grid.values.size(), false);
    for (std::size_t i = std::size_t(std::max(0, m_shown)); m_shown >= 0 && i < style.pale.size(); ++i) {
        style.pale[i] = true;
    }
    numbers::drawGrid(painter, inner(), {m_grid.values.begin(), m_grid.values.end()}, m_grid.width, style, palette());
    if (!m_window.isEmpty()) {
        const QSizeF one(inner().width() / m_grid.width, inner().height() / m_grid.height);
        numbers::drawWindowFrame(painter,
                                 {inner().left() + m_window.left() * one.width(), inner().top() + m_window.top() * one.height(), m_window.width() * one.width(),
                                  m_window.height() * one.height()},
                                 palette());
    }
    if (m_use == Use::Choose) {
        numbers::drawWindowFrame(painter, cell(m_chosen), palette());
    }
    if (hasFocus() && m_use != Use::Choose) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(cell(m_chosen).adjusted(1, 1, -1, -1));
    }
}

void NumberGridView::choose(int index)
{
    if (index < 0 || index >= int(m_grid.values.size())) {
        return;
    }
    setChosen(index);
    Q_EMIT cellChosen(index);
}

void NumberGridView::paintCell(int index)
{
    if (index >= 0 && double(m_grid.values[std::size_t(index)]) != m_pencil) {
        Q_EMIT cellChanged(index, m_pencil);
    }
}

void NumberGridView::mousePressEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position());
    if (m_use == Use::Show || index < 0 || event->button() != Qt::LeftButton) {
        return;
    }
    choose(index);
    if (m_use == Use::Paint) {
        m_pencil = m_grid.values[std::size_t(index)] < 0.5f ? 1.0 : 0.0;
        paintCell(index);
    }
}

void NumberGridView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)) {
        return;
    }
    const int index = indexAt(event->position());
    if (m_use == Use::Choose) {
        choose(index);
    } else if (m_use == Use::Paint && index >= 0) {
        choose(index);
        paintCell(index);
    }
}

void NumberGridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_use == Use::Edit && indexAt(event->position()) >= 0) {
        openEditor(formatNumber(double(m_grid.values[std::size_t(m_chosen)])));
    } else {
        mousePressEvent(event);
    }
}

bool NumberGridView::moveChosen(int key)
{
    const int x = m_grid.width > 0 ? m_chosen % m_grid.width : 0;
    switch (key) {
    case Qt::Key_Left:
        choose(x > 0 ? m_chosen - 1 : -1);
        return true;
    case Qt::Key_Right:
        choose(x + 1 < m_grid.width ? m_chosen + 1 : -1);
        return true;
    case Qt::Key_Up:
        choose(m_chosen - m_grid.width);
        return true;
    case Qt::Key_Down:
        choose(m_chosen + m_grid.width);
        return true;
    default:
        return false;
    }
}

void NumberGridView::keyPressEvent(QKeyEvent *event)
{
    const bool isEditable = m_use == Use::Edit || m_use == Use::Paint;
    const QString typed = event->text();
    if (m_grid.values.empty() || moveChosen(event->key())) {
        return;
    }
    if (m_use == Use::Paint && event->key() == Qt::Key_Space) {
        m_pencil = m_grid.values[std::size_t(m_chosen)] < 0.5f ? 1.0 : 0.0;
        paintCell(m_chosen);
    } else if (isEditable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2)) {
        openEditor(formatNumber(double(m_grid.values[std::size_t(m_chosen)])));
    } else if (isEditable && typed.size() == 1 && (typed.at(0).isDigit() || QStringLiteral("-+.,").contains(typed))) {
        openEditor(typed);
        m_editor->deselect();
        m_editor->end(false);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void NumberGridView::openEditor(const QString &text)
{
    const QRectF place = cell(m_chosen);
    const double width = std::max(place.width(), 64.0);
    const QRectF wide(std::min(place.center().x() - width / 2.0, this->width() - width), place.top(), width, std::max(place.height(), m_editor->sizeHint().height() * 1.0));
    m_editor->setGeometry(wide.toRect());
    m_editor->setAccessibleName(accessibleName());
    m_editor->setText(text);
    m_editor->selectAll();
    m_editor->show();
    m_editor->setFocus();
}

void NumberGridView::takeEditor()
{
    if (!m_editor->isVisible()) {
        return;
    }
    const Result<double> number = parseNumber(m_editor->text(), NumberKind::Decimal);
    m_editor->hide();
    setFocus();
    if (number) { // what is no number changes nothing
        Q_EMIT cellChanged(m_chosen, std::clamp(number.value(), -largestNumber, largestNumber));
    }
}

void NumberGridView::focusInEvent(QFocusEvent *event)
{
    update();
    QWidget::focusInEvent(event);
}

void NumberGridView::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

void NumberGridView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
