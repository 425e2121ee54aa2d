// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;

namespace convscope {

class Inspection;
class TimelineActions;
class TimelinePlayer;
class TimelineSlider;
class TrainingRun;

/// Below the pages: moves all of them to one moment of the run that is shown.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive it.
    explicit Timeline(Inspection &inspection, QWidget *parent = nullptr);

    QMenu *menu() const;
    /// "Step 2,814 · epoch 4 of 5, batch 3 of 938", or why there is nothing to move through.
    QString text() const;
    /// "The other layers: step 2,048": where only the first layer is kept of this very moment; else empty.
    QString weightsText() const;
    QString endWeightsText() const;
    QString keptText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void update();
    void watchRun();
    void updateClock();
    void updateMarks();
    void updateText();
    void goBatches(int count);
    void goEpochs(int count);
    void retranslateUi();
    /// Why there is only the present; empty where there are moments.
    QString hint() const;
    QString momentText() const;
    QString stepText() const;

    Inspection &m_inspection;
    TimelineActions *m_actions;
    TimelinePlayer *m_player;
    TimelineSlider *m_slider;
    QComboBox *m_speed;
    QLabel *m_text;
    QLabel *m_weightsText;
    QPointer<TrainingRun> m_watched;
    QTimer m_clock; ///< while a run trains: the pages that would say how far it is may all be hidden
};

} // namespace convscope
