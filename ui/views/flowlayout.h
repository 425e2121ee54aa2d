// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace convscope {

/// Sets widgets side by side and goes on in the next line where the width ends: for buttons whose texts are longer in
/// one language than in the other.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Pass { Measure, Place };
    struct Line
    {
        qsizetype end; ///< index behind its last item
        int height;
    };
    int arrange(const QRect &rect, Pass pass) const;
    Line lineFrom(qsizetype first, int width, int space) const;
    void place(qsizetype first, const Line &line, QPoint topLeft, int width, int space) const;

    QList<QLayoutItem *> m_items;
};

} // namespace convscope
