// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/editcommand.h"

namespace convscope {

EditCommand::EditCommand(const FormState &before, const FormState &after, const QString &key, int session,
                         const std::function<void(const FormState &)> &show)
    : m_before(before)
    , m_after(after)
    , m_key(key)
    , m_session(session)
    , m_show(show)
{
}

void EditCommand::undo()
{
    m_done = false;
    m_show(m_before);
}

void EditCommand::redo()
{
    // The stack calls this when the command is pushed; the form shows the edit already, as it was typed.
    if (!m_done)
        m_show(m_after);
    m_done = true;
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other);
    if (m_key.isEmpty() || next->m_key != m_key || next->m_session != m_session)
        return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace convscope
