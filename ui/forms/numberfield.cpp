// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numberfield.h"

#include "ui/forms/problemlabel.h"
#include "ui/forms/richtext.h"
#include "ui/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QWheelEvent>

#include <cmath>

namespace convscope {

namespace {

/// A number with the decimal mark moved, through its text, so that 50 % is not 50.000000000000007. A number that is too
/// large for a text is only multiplied: it is out of every range anyway.
double shifted(double value, int shiftOut, int shiftIn)
{
    const Result<double> moved = parseNumber(formatNumber(value, QLocale::c(), shiftOut), NumberKind::Decimal, shiftIn);
    return moved ? moved.value() : value * std::pow(10.0, shiftOut - shiftIn);
}

constexpr int problemDelayMs = 700;
constexpr int wheelNotch = 120;

} // namespace

NumberField::NumberField(QWidget *parent)
    : QLineEdit(parent)
{
    setupUi();
    connectSignals();
    setValue(0.0);
}

void NumberField::setupUi()
{
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
    // No suggestions and no capital letters from an on-screen keyboard.
    setInputMethodHints(Qt::ImhFormattedNumbersOnly | Qt::ImhNoPredictiveText);
    m_problemDelay.setSingleShot(true);
    m_problemDelay.setInterval(problemDelayMs);
    m_mark = addAction(problemIcon(), QLineEdit::LeadingPosition);
    m_mark->setVisible(false);
}

void NumberField::connectSignals()
{
    connect(this, &QLineEdit::textEdited, this, &NumberField::readText);
    connect(this, &QLineEdit::editingFinished, this, &NumberField::normalizeText);
    connect(&m_problemDelay, &QTimer::timeout, this, &NumberField::showProblem);
}

void NumberField::setKind(NumberKind kind, int shift)
{
    m_kind = kind;
    m_shift = shift;
    setValue(m_value);
}

void NumberField::setRange(double minimum, double maximum, RangeUse use)
{
    m_minimum = minimum;
    m_maximum = maximum;
    m_rangeUse = use;
    checkRange();
    updateProblem();
}

void NumberField::setStepping(Stepping stepping, double step)
{
    m_stepping = stepping;
    m_step = step;
}

void NumberField::setUnit(const QString &unit)
{
    m_unit = unit;
    // The unit is painted behind the number; the text keeps its hands off that place.
    const int room = unit.isEmpty() ? 0 : fontMetrics().horizontalAdvance(unit) + fontMetrics().horizontalAdvance(u' ');
    setTextMargins(0, 0, room, 0);
    update();
}

void NumberField::setSpecialValue(double value, const QString &word)
{
    m_specialValue = value;
    m_specialWord = word;
    if (m_textProblem.isEmpty() && !isModified())
        setText(formatted(m_value));
}

void NumberField::setHelp(const QString &sentence)
{
    m_help = sentence;
    setToolTip(toolTipText({m_shownProblem, m_help}));
}

void NumberField::setValue(double value)
{
    m_value = value;
    m_finishedValue = value;
    m_textProblem.clear();
    setText(formatted(value));
    setCursorPosition(0);
    checkRange();
    updateProblem();
}

void NumberField::setProblem(const QString &sentence)
{
    m_outsideProblem = sentence;
    updateProblem();
}

QString NumberField::problem() const
{
    if (!m_textProblem.isEmpty())
        return m_textProblem;
    return m_rangeProblem.isEmpty() ? m_outsideProblem : m_rangeProblem;
}

QSize NumberField::minimumSizeHint() const
{
    return {QLineEdit::minimumSizeHint().width(), sizeHint().height()};
}

void NumberField::stepBy(int steps)
{
    // A text that is no number has nothing to step from; the number understood last has.
    const double shown = shifted(m_value, m_shift, 0);
    const double next = steppedNumber(shown, steps, m_stepping, m_step, m_minimum, m_maximum);
    const double value = shifted(next, 0, m_shift);
    const bool understoodBefore = m_textProblem.isEmpty();
    const bool changed = value != m_value;
    setValue(value);
    selectAll();
    if (!understoodBefore)
        Q_EMIT problemOfTextChanged();
    if (changed)
        Q_EMIT valueChanged(value);
    showProblem();
    Q_EMIT stepped();
}

void NumberField::readText()
{
    const Result<double> result = understood();
    const QString problemBefore = m_textProblem;
    const double valueBefore = m_value;
    m_textProblem = result.error();
    m_value = result.ok() ? result.value() : m_finishedValue;
    checkRange();
    updateProblem();
    if (m_textProblem != problemBefore)
        Q_EMIT problemOfTextChanged();
    if (m_value != valueBefore)
        Q_EMIT valueChanged(m_value);
}

void NumberField::normalizeText()
{
    if (m_textProblem.isEmpty()) {
        m_finishedValue = m_value;
        const QString clean = formatted(m_value);
        if (clean != text())
            setText(clean);
        setModified(false);
    }
    showProblem();
}

QString NumberField::formatted(double value) const
{
    return !m_specialWord.isEmpty() && value == m_specialValue ? m_specialWord
                                                                : formatNumber(value, QLocale(), m_shift);
}

Result<double> NumberField::understood() const
{
    if (!m_specialWord.isEmpty() && text().trimmed().compare(m_specialWord, Qt::CaseInsensitive) == 0)
        return m_specialValue;
    return parseNumber(text(), m_kind, m_shift);
}

void NumberField::checkRange()
{
    m_rangeProblem.clear();
    if (m_rangeUse == RangeUse::StepsOnly)
        return;
    const double shown = shifted(m_value, m_shift, 0); // in the units that are shown
    if (shown < m_minimum || shown > m_maximum) {
        m_rangeProblem = tr("%1 is out of range. Choose a number from %2 to %3.")
                             .arg(formatNumber(shown), formatNumber(m_minimum), formatNumber(m_maximum));
    }
}

void NumberField::updateProblem()
{
    // What is half typed is often out of range ("0." on the way to 0.001): a mark that comes and goes with every key
    // would only distract. Marks go at once and come after a moment.
    const bool typing = hasFocus() && isModified();
    if (typing && !problem().isEmpty() && m_shownProblem.isEmpty())
        m_problemDelay.start();
    else
        showProblem();
}

void NumberField::showProblem()
{
    m_problemDelay.stop();
    if (m_shownProblem == problem())
        return;
    m_shownProblem = problem();
    m_mark->setVisible(!m_shownProblem.isEmpty());
    m_mark->setToolTip(toolTipText({m_shownProblem}));
    setToolTip(toolTipText({m_shownProblem, m_help}));
    setAccessibleDescription(m_shownProblem);
    update();
    Q_EMIT shownProblemChanged(m_shownProblem);
}

bool NumberField::event(QEvent *event)
{
    // Undo and redo belong to the form that the field stands in; it knows more than this text.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void NumberField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        if (m_textProblem.isEmpty())
            setText(formatted(m_value));
        else
            m_textProblem = understood().error();
        checkRange();
        updateProblem();
    } else if (event->type() == QEvent::FontChange) {
        setUnit(m_unit);
    }
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && !isReadOnly() && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        stepBy(event->key() == Qt::Key_Up ? 1 : -1);
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    // Whoever scrolls the form must not change the numbers that pass below the pointer.
    if (!hasFocus() || isReadOnly()) {
        event->ignore();
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int steps = m_wheelRest / wheelNotch;
    m_wheelRest -= steps * wheelNotch;
    if (steps != 0)
        stepBy(steps);
    event->accept();
}

void NumberField::focusInEvent(QFocusEvent *event)
{
    m_wheelRest = 0;
    QLineEdit::focusInEvent(event);
}

void NumberField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    if (!m_unit.isEmpty()) {
        QStyleOptionFrame option;
        initStyleOption(&option);
        const QRect inside = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
        painter.setPen(isEnabled() ? theme::mutedText(palette()) : palette().color(QPalette::Disabled, QPalette::Text));
        painter.drawText(inside.adjusted(0, 0, -3, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
    }
    if (!m_shownProblem.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::wrong(), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 2, 2);
    }
}

} // namespace convscope
