// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QUndoCommand>

#include <functional>

namespace convscope {

/// All that a form holds: the experiment, and what "reset" goes back to.
struct FormState
{
    Experiment experiment;
    Experiment base;

    bool operator==(const FormState &) const = default;
};

/// One edit, as the states before and after it. Edits of the same field in one session (until the field is left) become
/// one.
class EditCommand : public QUndoCommand
{
public:
    /// `show` puts a state into the form. An empty key is never merged.
    EditCommand(const FormState &before, const FormState &after, const QString &key, int session,
                const std::function<void(const FormState &)> &show);

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    FormState m_before;
    FormState m_after;
    QString m_key;
    int m_session;
    std::function<void(const FormState &)> m_show;
    bool m_done = true;
};

} // namespace convscope
