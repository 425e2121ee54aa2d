// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowmemory.h"

#include "core/training/experimentjson.h"
#include "core/training/presets.h"

#include <QJsonDocument>
#include <QMainWindow>

namespace convscope {

namespace {

/// Raised when docks or tool bars change so that an older state no longer fits.
constexpr int stateVersion = 1;

const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");
const QString languageKey = QStringLiteral("window/language");
const QString schemeKey = QStringLiteral("window/appearance");
const QString experimentKey = QStringLiteral("form/experiment");
const QString sectionsKey = QStringLiteral("form/sections");

} // namespace

void WindowMemory::restoreWindow(QMainWindow &window) const
{
    window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    window.restoreState(m_settings.value(stateKey).toByteArray(), stateVersion);
}

void WindowMemory::saveWindow(const QMainWindow &window)
{
    m_settings.setValue(geometryKey, window.saveGeometry());
    m_settings.setValue(stateKey, window.saveState(stateVersion));
}

Experiment WindowMemory::experiment() const
{
    const Result<Experiment> remembered
        = experimentFromJson(m_settings.value(experimentKey).toString().toUtf8(), m_settings.fileName());
    return remembered ? remembered.value() : builtInPresets().front().experiment;
}

void WindowMemory::setExperiment(const Experiment &experiment)
{
    m_settings.setValue(experimentKey,
                        QString::fromUtf8(QJsonDocument(toJson(experiment)).toJson(QJsonDocument::Compact)));
}

QStringList WindowMemory::formSections() const
{
    return m_settings.value(sectionsKey, QStringList{QStringLiteral("training")}).toStringList();
}

void WindowMemory::setFormSections(const QStringList &names)
{
    m_settings.setValue(sectionsKey, names);
}

QString WindowMemory::language() const
{
    return m_settings.value(languageKey).toString();
}

void WindowMemory::setLanguage(const QString &code)
{
    m_settings.setValue(languageKey, code);
}

Appearance::Scheme WindowMemory::scheme() const
{
    return Appearance::fromName(m_settings.value(schemeKey).toString());
}

void WindowMemory::setScheme(Appearance::Scheme scheme)
{
    m_settings.setValue(schemeKey, Appearance::name(scheme));
}

} // namespace convscope
