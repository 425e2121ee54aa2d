// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"

#include "ui/window/mainmenus.h"
#include "ui/window/windowmemory.h"

namespace convscope {

Preferences::Preferences(Language &language, Appearance &appearance, MainMenus *menus)
    : QObject(menus)
    , m_language(language)
    , m_appearance(appearance)
    , m_menus(menus)
{
    m_menus->setLanguage(m_language.code());
    m_menus->setScheme(m_appearance.scheme());
    connect(m_menus, &MainMenus::languageChosen, this, &Preferences::chooseLanguage);
    connect(m_menus, &MainMenus::schemeChosen, this, &Preferences::chooseScheme);
}

void Preferences::chooseLanguage(const QString &code)
{
    m_language.choose(code); // sends LanguageChange to every widget
    m_menus->setLanguage(m_language.code());
    WindowMemory().setLanguage(m_language.code());
}

void Preferences::chooseScheme(Appearance::Scheme scheme)
{
    m_appearance.choose(scheme);
    m_menus->setScheme(scheme);
    WindowMemory().setScheme(scheme);
}

} // namespace convscope
