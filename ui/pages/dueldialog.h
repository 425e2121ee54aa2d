// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/comparedrun.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace convscope {

/// Asks which one setting of a run is changed for its opponent. Everything else stays, the seed too. Deletes itself when it is closed.
class DuelDialog : public QDialog
{
    Q_OBJECT

public:
    DuelDialog(const ComparedRunPtr &run, QWidget *parent);

    /// What would be trained now; nothing while the value makes no sense, and a sentence says so.
    std::optional<Experiment> experiment();

Q_SIGNALS:
    void chosen(const convscope::Experiment &experiment);

private:
    void showValue();
    void check();

    const ComparedRunPtr m_run;
    QComboBox *m_setting;
    QComboBox *m_value;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace convscope
