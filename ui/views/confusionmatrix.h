// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/confusion.h"

#include <QStringList>
#include <QWidget>

#include <optional>

namespace convscope {

/// A confusion matrix with its numbers in the cells, recall at the ends of the rows, precision below the columns and a legend; or the
/// difference of two. A cell is chosen by a click, or by arrows and Return. Painted by this one widget, light or dark.
class ConfusionMatrix : public QWidget
{
    Q_OBJECT

public:
    enum class Mode {
        Counts,
        RowShares, ///< of the pictures of a class
        ColumnShares, ///< of the answers with a class
    };

    explicit ConfusionMatrix(QWidget *parent = nullptr);

    /// `other`: then the cells show the difference, confusion - other; `otherName` says what that is.
    void setConfusion(const Confusion &confusion, const std::optional<Confusion> &other, const QStringList &names, const QString &otherName = {});
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// What a cell says, without its colour: "712", "71.2", "+12".
    QString cellText(int trueClass, int answer) const;
    /// What the cell stands for: pictures, or a share in [0, 1], or a difference of these; NaN for a share of nothing.
    double value(int trueClass, int answer) const;
    /// For tests.
    QRect cellRect(int trueClass, int answer) const;

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellChosen(int trueClass, int answer);
    /// The pointer or the keyboard is on a cell.
    void cellPointedAt(int trueClass, int answer);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Grid;
    Grid grid() const;
    double valueOf(const Confusion &confusion, int trueClass, int answer) const;
    double largest() const;
    QColor colorOf(double value, double most) const;
    QString describe(int trueClass, int answer) const;
    void pointAt(int trueClass, int answer);
    void paintNames(QPainter &painter, const Grid &grid) const;
    void paintShares(QPainter &painter, const Grid &grid) const;
    void paintLegend(QPainter &painter, const Grid &grid) const;
    QString unit() const;

    Confusion m_confusion;
    std::optional<Confusion> m_other;
    QStringList m_names;
    QString m_otherName;
    Mode m_mode = Mode::Counts;
    int m_row = 0;
    int m_column = 0;
};

} // namespace convscope
