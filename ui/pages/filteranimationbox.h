// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/filteranimation.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace convscope {

class FiltersData;

/// Asks how a layer's filters shall move over the run, and where to; shows how far the work is.
class FilterAnimationBox : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    FilterAnimationBox(const FiltersData &filters, QWidget *parent);

    /// What the fields say.
    FilterAnimation::Options options(const QString &path) const;
    void save(const QString &path);
    /// The same for numbered pictures, after a question where there are some of that name.
    void askAndSave(const QString &path);

Q_SIGNALS:
    /// A sentence: what was written, and where.
    void saved(const QString &sentence);

private:
    void setupUi();
    void askForPath();
    void updateText();
    void setBusy(bool busy);

    const FiltersData &m_filters;
    FilterAnimation *m_animation;
    QComboBox *m_format;
    QSpinBox *m_frames;
    QSpinBox *m_speed;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_save = nullptr;
};

} // namespace convscope
