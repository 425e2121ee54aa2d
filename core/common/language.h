// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace convscope {

/// The language of the program: its own translations and Qt's, and the locale for numbers shown to people. One object,
/// made right after the application object and living as long; changing the language sends QEvent::LanguageChange to every
/// widget.
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /// "en" or "es"; anything else falls back to English. Main thread.
    void choose(const QString &code);
    QString code() const { return m_code; }

    /// What the system asks for: "es" where its first known language is Spanish, else "en".
    static QString systemCode();

private:
    void install(QTranslator &translator, const QString &file, const QString &folder);

    QString m_code;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace convscope
