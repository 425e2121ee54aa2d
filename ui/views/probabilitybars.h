// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace convscope {

/// The probabilities of all classes for one picture as bars with their numbers, and thin bars below of what is compared with.
class ProbabilityBars : public QWidget
{
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget *parent = nullptr);

    /// All of one length; `others` may be empty. The true class gets a tick, a wrong answer a cross.
    void setProbabilities(const QStringList &names, const std::vector<float> &values, const std::vector<float> &others, int label, int predicted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;

    QStringList m_names;
    std::vector<float> m_values;
    std::vector<float> m_others;
    int m_label = -1;
    int m_predicted = -1;
};

} // namespace convscope
