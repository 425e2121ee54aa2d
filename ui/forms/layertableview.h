// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace convscope {

class LayerTableModel;

/// Shows a LayerTableModel at its full height: the form scrolls, the table doesn't.
class LayerTableView : public QTableView
{
    Q_OBJECT

public:
    explicit LayerTableView(LayerTableModel *model, QWidget *parent = nullptr);
    /// The width at which every text has one line.
    int wantedWidth() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupUi();
    void retranslateUi();
    void fit();
    int textHeight(const QString &text, int width) const;

    LayerTableModel *m_model;
};

} // namespace convscope
