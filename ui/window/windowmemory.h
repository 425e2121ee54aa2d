// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"
#include "ui/window/appearance.h"

#include <QSettings>
#include <QString>
#include <QStringList>

class QMainWindow;

namespace convscope {

/// What the program remembers from one start to the next, in QSettings. Anything damaged or of another version is passed
/// over.
class WindowMemory
{
public:
    void restoreWindow(QMainWindow &window) const;
    void saveWindow(const QMainWindow &window);

    /// The last one in the form, else the first preset.
    Experiment experiment() const;
    void setExperiment(const Experiment &experiment);

    /// Those that were unfolded; at first the training.
    QStringList formSections() const;
    void setFormSections(const QStringList &names);

    /// Empty: not chosen yet.
    QString language() const;
    void setLanguage(const QString &code);

    Appearance::Scheme scheme() const;
    void setScheme(Appearance::Scheme scheme);

private:
    QSettings m_settings;
};

} // namespace convscope
