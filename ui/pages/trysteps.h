// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picturepreparation.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace convscope {

class PictureStrip;

/// How the picture became what the network sees: each step's picture, and the choices that change them.
class TrySteps : public QWidget
{
    Q_OBJECT

public:
    explicit TrySteps(QWidget *parent = nullptr);

    void setPrepared(const PreparedPicture &prepared);
    const PreparationSettings &settings() const { return m_settings; }
    void setSettings(const PreparationSettings &settings);
    /// Another picture: neither turned nor mirrored, and perhaps on another background.
    void straighten(bool forgetsBackground);
    void retranslateUi();

Q_SIGNALS:
    void settingsChanged();
    void failed(const QString &sentence);

private:
    void setupUi();
    QComboBox *addChoice(const char *name);
    QCheckBox *addSwitch(const char *name);
    void show(const PreparationSettings &settings);
    void take();
    void showSteps();
    void change(const std::function<void(PreparationSettings &)> &how);

    PreparationSettings m_settings;
    PreparedPicture m_prepared;
    QTimer m_pace; ///< while somebody draws
    bool m_isStale = false;
    bool m_isShowing = false;
    QLabel *m_text = nullptr;
    PictureStrip *m_strip = nullptr;
    QWidget *m_choices = nullptr;
    QComboBox *m_background = nullptr;
    QComboBox *m_filling = nullptr;
    QComboBox *m_grey = nullptr;
    QComboBox *m_centring = nullptr;
    QCheckBox *m_crop = nullptr;
    QCheckBox *m_keepAspect = nullptr;
    QCheckBox *m_contrast = nullptr;
    QToolButton *m_turn = nullptr;
    QToolButton *m_mirror = nullptr;
    QToolButton *m_reset = nullptr;
    QToolButton *m_export = nullptr;
};

} // namespace convscope
