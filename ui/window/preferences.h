// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/language.h"
#include "ui/window/appearance.h"

#include <QObject>

namespace convscope {

class MainMenus;

/// Carries out what is chosen in the menus for language and appearance, and remembers it.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// Language and appearance must outlive it. The menus show what is chosen now.
    Preferences(Language &language, Appearance &appearance, MainMenus *menus);

private:
    void chooseLanguage(const QString &code);
    void chooseScheme(Appearance::Scheme scheme);

    Language &m_language;
    Appearance &m_appearance;
    MainMenus *m_menus;
};

} // namespace convscope
