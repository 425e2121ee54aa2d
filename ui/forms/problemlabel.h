// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QLabel;

namespace convscope {

/// The mark of a field that needs attention: a reddish purple triangle with an exclamation mark.
QIcon problemIcon();

/// A sentence below a field, with the mark in front. Takes no room while there is none.
class ProblemLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);
    void setProblem(const QString &sentence);
    QString problem() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace convscope
