// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/picturejudge.h"

#include <QWidget>

#include <map>

class QLabel;
class QToolButton;

namespace convscope {

class LinesView;

/// How the network's opinion of the picture moved while it learned: the probabilities at every moment that was looked at.
class TryHistory : public QWidget
{
    Q_OBJECT

public:
    explicit TryHistory(QWidget *parent = nullptr);

    void setClassNames(const QStringList &names);
    /// Another picture or another run begins anew.
    void add(const Judgement &judgement);
    void clear();
    std::size_t moments() const { return m_moments.size(); }
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void showLines();

    QStringList m_names;
    int m_picture = 0;
    std::map<qint64, std::vector<float>> m_moments; ///< by steps
    QLabel *m_text;
    LinesView *m_lines;
    QToolButton *m_export;
};

} // namespace convscope
