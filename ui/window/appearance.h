// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

class QApplication;

namespace convscope {

/// Light, dark, or as the system has it. Changing the palette sends QEvent::PaletteChange to every widget.
class Appearance
{
public:
    enum class Scheme { System, Light, Dark };

    /// Made once, before the first widget: remembers the system's palette.
    explicit Appearance(QApplication &application);

    void choose(Scheme scheme);
    Scheme scheme() const { return m_scheme; }

    /// "system", "light", "dark", for the settings.
    static QString name(Scheme scheme);
    static Scheme fromName(const QString &name);

private:
    QApplication &m_application;
    const QPalette m_system;
    Scheme m_scheme = Scheme::System;
};

} // namespace convscope
