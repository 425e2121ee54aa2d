// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/textcache.h"
#include "ui/views/viewexport.h"

#include <QWidget>

#include <vector>

namespace convscope {

/// A network's probabilities of the classes as bars, the most likely one marked; beside them, thinner, those of a second network.
class ProbabilityBars : public QWidget
{
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget *parent = nullptr);

    void setClassNames(const QStringList &names);
    /// Empty: there is no answer; the bars are then empty.
    void setProbabilities(const std::vector<float> &probabilities);
    void setOther(const std::vector<float> &probabilities);
    /// Names of both networks, for the table and for those who listen; shown where there are two.
    void setTitles(const QString &title, const QString &other);
    /// Of both networks' bars and titles; without them the most likely class has the colour of what is chosen.
    void setColors(const QColor &first, const QColor &second);
    /// Of the picture, where it is known; -1 = unknown.
    void setTrueClass(int label);
    /// Most likely first; else in the order of the classes.
    void setSorted(bool sorted);
    /// The class that is marked by the user, for the views that explain one class; -1 = none.
    void setChosen(int label);

    const std::vector<float> &probabilities() const { return m_probabilities; }
    /// Rows from above to below.
    std::vector<int> order() const;
    /// From above.
    QRect rowRect(int row) const;
    ViewTable table() const;
    static int mostLikely(const std::vector<float> &probabilities);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void classClicked(int label);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int rowHeight() const;
    int headHeight() const;
    void paintHead(QPainter &painter) const;
    QString percent(float share) const;
    QString className(int label) const;
    void paintRow(QPainter &painter, const QRect &row, int label);
    void describe();
    void measure();

    TextCache m_texts;
    int m_nameWidth = 0;
    int m_percentWidth = 0;
    QStringList m_names;
    std::vector<float> m_probabilities;
    std::vector<float> m_other;
    QString m_title;
    QString m_otherTitle;
    QColor m_color;
    QColor m_otherColor;
    int m_trueClass = -1;
    int m_chosen = -1;
    bool m_isSorted = false;
};

} // namespace convscope
