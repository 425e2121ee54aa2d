// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace convscope {

class NumberField;
class ProblemLabel;

/// One slim row with the settings that may change while a run trains. A change counts when the field is left, at Enter,
/// and at each step by key or wheel; nothing that validate() refuses leaves this row.
class LiveControls : public QWidget
{
    Q_OBJECT

public:
    explicit LiveControls(QWidget *parent = nullptr);
    ~LiveControls() override;

    /// What the run has now.
    void setLiveSettings(const LiveSettings &settings);
    LiveSettings liveSettings() const { return m_settings; }
    void setEnabledFor(bool running, bool hasDropout);

Q_SIGNALS:
    void liveSettingsChanged(const convscope::LiveSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Control
    {
        QString key;
        QLabel *label = nullptr;
        NumberField *field = nullptr;
    };

    void setupUi();
    Control addControl(const QString &key, const QString &objectName, QHBoxLayout &layout);
    void retranslateUi();
    LiveSettings written() const;
    void check();
    void commit();
    void updateProblem();

    LiveSettings m_settings;
    bool m_hasDropout = true;
    QLabel *m_title;
    Control m_learningRate;
    Control m_weightDecay;
    Control m_dropout;
    ProblemLabel *m_problem;
};

} // namespace convscope
