// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/filtersdata.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QToolButton;

namespace convscope {

/// The choices above the filters: layer, what of it, order, scale, zoom, export.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setLayers(const QStringList &names, int current);
    void setExportMenu(QMenu *menu);
    /// Once everything is connected: what was chosen at the last start.
    /// What is shown, in words.
    QString showText() const;
    void restore();

Q_SIGNALS:
    void layerChosen(int index);
    void showChosen(convscope::FilterShow show);
    void orderChosen(convscope::FilterOrder order);
    void ownScalesChosen(bool own);
    /// 1 larger, -1 smaller, 0 fits
    void zoomRequested(int direction);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const char *icon, const char *objectName);
    void retranslateUi();

    QStringList m_names;
    QComboBox *m_layers;
    QComboBox *m_show;
    QComboBox *m_order;
    QToolButton *m_ownScales;
    QToolButton *m_larger;
    QToolButton *m_smaller;
    QToolButton *m_fit;
    QToolButton *m_export;
};

} // namespace convscope
