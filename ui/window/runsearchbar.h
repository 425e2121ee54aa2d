// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/runfilter.h"

#include <QWidget>

class QActionGroup;
class QLineEdit;
class QToolButton;

namespace convscope {

/// Above the list of runs: search, favourites, order, trash.
class RunSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit RunSearchBar(QWidget *parent = nullptr);

    void focusSearch();
    /// Whether there is a laboratory with a trash and a queue to look into.
    void setLaboratoryAvailable(bool available);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void favouritesOnlyChanged(bool only);
    void orderChanged(convscope::RunFilter::Order order);
    void trashRequested();
    void queueRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addOrders();
    void retranslateUi();
    void updateIcons();

    QLineEdit *m_search;
    QToolButton *m_favourites;
    QToolButton *m_sort;
    QToolButton *m_queue;
    QToolButton *m_trash;
    QActionGroup *m_orders;
};

} // namespace convscope
