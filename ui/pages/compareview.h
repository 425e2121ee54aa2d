// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/comparedruns.h"

#include <QWidget>

namespace convscope {

class ViewExport;

/// One way of looking at the compared runs. refresh() is only called while the view is visible and something has changed.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What is to be done so that there is something to be seen; empty where there is.
    virtual QString problem() const = 0;
    virtual void refresh() = 0;
    virtual void retranslateUi() = 0;
    virtual ViewExport *viewExport() = 0;

Q_SIGNALS:
    /// Put into the queue and trained.
    void trainRequested(const std::vector<convscope::Experiment> &experiments);
    /// A sentence.
    void errorOccurred(const QString &sentence);
    /// All pages shall show these two beside each other; `shows`: and the feature maps come to the front.
    void pairChosen(const convscope::ComparedRow &first, const convscope::ComparedRow &second, bool shows);
};

} // namespace convscope
