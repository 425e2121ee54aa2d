// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace convscope {

/// Over a chart that stands within something that scrolls the wheel scrolls that, and zooms only with Ctrl. Belongs to the chart.
class WheelPass : public QObject
{
    Q_OBJECT

public:
    explicit WheelPass(QWidget *chart);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace convscope
