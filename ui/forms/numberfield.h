// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/numberstep.h"
#include "ui/forms/numbertext.h"

#include <QLineEdit>
#include <QTimer>

namespace convscope {

/// A field for one number, read by parseNumber(). It never shows one number and means another: after editing, the text
/// becomes what was understood, and a text that can't be understood stays and is marked.
///
/// A number outside the range is still understood (value() gives it, valueChanged() tells it), but marked. Range and
/// step are in the units that are shown; value() is what is meant (see setKind()).
///
/// Where a validator checks the value too, its sentence comes second: the field's own speaks in the units that are
/// shown.
class NumberField : public QLineEdit
{
    Q_OBJECT

public:
    explicit NumberField(QWidget *parent = nullptr);

    /// `shift` as in parseNumber(): 2 shows a share as per cent.
    void setKind(NumberKind kind, int shift = 0);
    enum class RangeUse { Checked, StepsOnly };
    /// StepsOnly leaves it to setProblem() to say that a value is out of range.
    void setRange(double minimum, double maximum, RangeUse use = RangeUse::Checked);
    void setStepping(Stepping stepping, double step);
    void setUnit(const QString &unit);
    /// A value that is shown as a word ("all", "automatic"); the word can be typed too.
    void setSpecialValue(double value, const QString &word);
    /// Shown as tooltip, below the problem where there is one.
    void setHelp(const QString &sentence);

    /// The number written there; while there is none, the last one before the text was changed.
    double value() const { return m_value; }
    /// Replaces the text too, understood or not. Emits nothing.
    void setValue(double value);
    /// The text is a number, and neither the range nor setProblem() has anything against it.
    bool hasValidValue() const { return problem().isEmpty(); }
    /// Why the text is no number; empty where it is one.
    QString problemOfText() const { return m_textProblem; }
    /// What a validator has to say about the value; empty = nothing.
    void setProblem(const QString &sentence);
    /// Why the number is out of the checked range; empty where it isn't.
    QString problemOfRange() const { return m_rangeProblem; }
    /// Of the text, else of the range, else of the validator.
    QString problem() const;
    /// The problem as it is marked now: while somebody is still typing, a new one waits a moment.
    QString shownProblem() const { return m_shownProblem; }

    void stepBy(int steps);
    /// Never lower than wanted: a form that is short of room scrolls instead.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A new number was typed or stepped to.
    void valueChanged(double value);
    /// problemOfText() says something else than before.
    void problemOfTextChanged();
    void shownProblemChanged(const QString &sentence);
    /// After a step by key or wheel; typing ends with editingFinished().
    void stepped();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void readText();
    void normalizeText();
    QString formatted(double value) const;
    Result<double> understood() const;
    void checkRange();
    void updateProblem();
    void showProblem();

    NumberKind m_kind = NumberKind::Decimal;
    int m_shift = 0;
    double m_minimum = -1e308;
    double m_maximum = 1e308;
    RangeUse m_rangeUse = RangeUse::Checked;
    Stepping m_stepping = Stepping::Linear;
    double m_step = 1.0;
    double m_specialValue = 0.0;
    QString m_specialWord;
    QString m_unit;
    QString m_help;
    double m_value = 0.0;
    double m_finishedValue = 0.0; ///< before the text was changed
    QString m_textProblem;
    QString m_rangeProblem;
    QString m_outsideProblem;
    QString m_shownProblem;
    QTimer m_problemDelay;
    QAction *m_mark = nullptr;
    int m_wheelRest = 0;
};

} // namespace convscope
