// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picturepreparation.h"
#include "core/inspection/inspector.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <vector>

namespace convscope {

/// What the networks say of one picture.
struct Judgement
{
    PreparedPicture prepared;
    /// Of which weights; nullptr while there are none. All probabilities are then empty.
    WeightsPtr weights;
    std::vector<float> probabilities;
    /// Of the picture as a mirror shows it; asked when the picture rests, empty until then.
    std::vector<float> mirrored;
    /// Of the second run, where one is compared.
    WeightsPtr otherWeights;
    std::vector<float> otherProbabilities;
    /// Why there is no answer; empty while all is well.
    QString problem;
    /// Counts setPicture(): which of them this answers.
    int pictureNumber = 0;
};

/// Prepares a picture and asks one or two networks about it, on a thread of its own: whatever else is computed, an answer to a stroke
/// doesn't wait. While somebody draws, only what the bars need is asked, so that training keeps the processor. One question at a time; what was asked meanwhile but for the newest is passed over. Lives in the main thread.
class PictureJudge : public QObject
{
    Q_OBJECT

public:
    explicit PictureJudge(QObject *parent = nullptr);
    ~PictureJudge() override;

    void setInspector(const Inspector *inspector);
    /// Returns its number.
    int setPicture(const QImage &image, const PreparationSettings &settings, int side);
    void setWeights(const WeightsPtr &weights);
    /// nullptr: nothing is compared.
    void setOtherWeights(const WeightsPtr &weights);
    /// While off, nothing is computed; what was asked is answered when it is on again.
    void setActive(bool active);

    const Judgement &judgement() const { return m_judgement; }
    /// Nothing is left to be answered.
    bool isIdle() const { return !m_isBusy && !m_isStale && !m_rest.isActive(); }

Q_SIGNALS:
    void judged();

private:
    struct Question
    {
        QImage image;
        PreparationSettings settings;
        int side = 28;
        int number = 0;
        WeightsPtr weights;
        WeightsPtr otherWeights;
    };
    static Judgement answer(const Question &question, const Inspector *inspector, const PreparedPicture *known);
    void ask();

    const Inspector *m_inspector = nullptr;
    Question m_question;
    Judgement m_judgement;
    bool m_isActive = true;
    bool m_isBusy = false;
    bool m_isStale = false;
    QTimer m_rest; ///< the picture has not changed for so long
    QThreadPool m_pool;
};

} // namespace convscope
