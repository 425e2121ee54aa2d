// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

namespace convscope::test {

/// The superuser may read and write everything. While this object lives, permissions count for tests that run as root.
class Unprivileged
{
public:
    /// The real user changes too, because access() asks for that one.
    Unprivileged() { m_changed = ::geteuid() == 0 && ::setresuid(nobody, nobody, 0) == 0; }
    ~Unprivileged()
    {
        if (m_changed && ::setresuid(0, 0, 0) != 0) {
            ::_exit(1); // Everything after this would test the wrong thing.
        }
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

    /// False where the process stays the superuser (some containers don't let it change).
    bool isEffective() const { return ::geteuid() != 0; }

private:
    static constexpr uid_t nobody = 65534;
    bool m_changed = false;
};

} // namespace convscope::test
