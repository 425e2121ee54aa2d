// SPDX-License-Identifier: GPL-3.0-or-later
// What the box for operations on filters says.
#include "ui/pages/filtersurgery.h"

#include "ui/charts/numberformat.h"
#include "ui/pages/surgerytexts.h"

#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <iterator>
#include <optional>

namespace convscope {

void FilterSurgery::updateText()
{
    m_text->setText(m_history.operations() > 0 ? surgerytexts::ofCopy(m_history) + QLatin1Char('\n') + surgerytexts::ofAccuracy(m_accuracy->accuracies()) : surgerytexts::ofCopy(m_history));
    const std::optional<SurgeryHistory::Place> elsewhere = m_history.elsewhere();
    m_elsewhere->setVisible(elsewhere.has_value());
    m_elsewhere->setText(elsewhere ? tr("Your operations on step %1 are kept: <a href=\"%2\">back to them</a>.").arg(wholeText(double(elsewhere->steps))).arg(elsewhere->position)
                                   : QString());
}

void FilterSurgery::retranslateUi()
{
    m_silence->setText(tr("Silence"));
    m_silence->setToolTip(tr("All its numbers become zero: how much did the network need it?"));
    m_reset->setText(tr("As at the start"));
    m_reset->setToolTip(tr("It becomes again what it was before training: did what it learned matter?"));
    m_kernel->setText(tr("Set numbers"));
    m_kernel->setToolTip(tr("Gives the filter numbers by hand, or those of a well-known kernel; in a deeper layer for the chosen input channel"));
    m_freeze->setText(tr("Freeze"));
    m_freeze->setToolTip(tr("It stays as it is when training goes on from here, while the others learn around it: its numbers, its bias and what the optimiser remembers of it"));
    m_trainOn->setText(tr("&Train on from here"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes back the last operation (%1)").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_redo->setToolTip(tr("Does again what was taken back (%1)").arg(QStringLiteral("Ctrl+Shift+Z")));
    m_redo->setAccessibleName(tr("Redo"));
    m_discard->setText(tr("Back to the run"));
    m_discard->setToolTip(tr("Takes back all operations"));
    const QList<QAction *> actions = m_kernels->actions();
    for (std::size_t i = 0; i < std::size(surgerytexts::kernels); ++i) {
        actions[qsizetype(i)]->setText(surgerytexts::nameOf(surgerytexts::kernels[i]));
    }
    m_byHand->setText(tr("By hand…"));
    update();
}

} // namespace convscope
