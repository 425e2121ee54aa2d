// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace convscope {

/// A heading that folds away what is below it; folded, it still shows that something inside needs attention.
class FoldableSection : public QWidget
{
    Q_OBJECT

public:
    /// Takes `content` over.
    explicit FoldableSection(QWidget *content, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded);
    void setHasProblem(bool hasProblem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showExpanded(bool expanded);
    void retranslateUi();

    QToolButton *m_header;
    QLabel *m_mark;
    QWidget *m_content;
    bool m_expanded = false;
    bool m_hasProblem = false;
};

} // namespace convscope
