// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace convscope {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QString Language::systemCode()
{
    for (const QString &name : QLocale::system().uiLanguages()) {
        if (name.startsWith(QLatin1String("es"))) {
            return QStringLiteral("es");
        }
        if (name.startsWith(QLatin1String("en")) || name == QLatin1String("C")) {
            break;
        }
    }
    return QStringLiteral("en");
}

void Language::choose(const QString &code)
{
    m_code = code == QLatin1String("es") ? code : QStringLiteral("en");
    // Numbers follow the system where it speaks the chosen language (es_MX writes 0.5, es_ES 0,5).
    const QLocale chosen(m_code);
    QLocale::setDefault(QLocale::system().language() == chosen.language() ? QLocale::system() : chosen);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    install(m_qt, QStringLiteral("qtbase_") + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_own, QStringLiteral("convscope_") + m_code, QStringLiteral(":/i18n"));
}

void Language::install(QTranslator &translator, const QString &file, const QString &folder)
{
    if (translator.load(file, folder)) {
        QCoreApplication::installTranslator(&translator);
    }
}

} // namespace convscope
