// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runexport.h"

#include <QMenu>

namespace convscope {

/// What a run can be written as, one entry each, with what it is good for.
class RunExportMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RunExportMenu(QWidget *parent = nullptr);

    /// The format in words, as the entry has it.
    static QString titleOf(RunFormat format);

Q_SIGNALS:
    void chosen(convscope::RunFormat format);

protected:
    void changeEvent(QEvent *event) override;

private:
    static QString explanationOf(RunFormat format);
    void retranslateUi();
};

} // namespace convscope
