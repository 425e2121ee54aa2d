// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/learntepochs.h"
#include "core/inspection/metrics.h"
#include "ui/models/predictions.h"

#include <QCoreApplication>

namespace convscope {

/// What the page says in words, in the language of now.
class PredictionsTexts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::PredictionsTexts)

public:
    /// "After epoch 3: 8,912 of 10,000 test pictures are right (89.1 %)."
    static QString summary(const PredictionsState &state);
    /// "Epoch 2", or the other run's name; empty without comparison.
    static QString comparison(const PredictionsState &state);
    /// Recall and precision of one class in a sentence.
    static QString classSentence(const QString &name, const ClassMetrics &metrics);
    /// "91.4 %", or a dash for a share of nothing.
    static QString share(double value);
    /// For the grid's tooltip: truth, answer, confidence.
    static QString picture(const PredictionsState &state, int index);
    static QString story(const LearntEpochs &story, std::size_t epochs);
    static QStringList classNames(const Dataset &data);
};

/// Of one picture over all epochs that are at hand.
LearntEpochs storyOf(const PredictionsState &state, int index);

} // namespace convscope
