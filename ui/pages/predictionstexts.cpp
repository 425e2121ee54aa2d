// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/predictionstexts.h"

#include "core/common/counttext.h"
#include "ui/charts/numberformat.h"

#include <cmath>

namespace convscope {

QString PredictionsTexts::summary(const PredictionsState &state)
{
    const int right = state.confusion.right();
    const int total = state.confusion.total();
    const QString share = total > 0 ? percentText(double(right) / total) : QStringLiteral("–");
    if (state.epoch == 0) {
        return tr("After batch %1: %2 of %3 test pictures are right (%4).").arg(countText(state.steps), countText(right), countText(total), share);
    }
    QString text = tr("After epoch %1: %2 of %3 test pictures are right (%4).").arg(QString::number(state.epoch), countText(right), countText(total), share);
    if (state.other) {
        const int otherRight = state.otherConfusion.right();
        text += QLatin1Char(' ') + tr("%1: %2.").arg(comparison(state), total > 0 ? percentText(double(otherRight) / total) : QStringLiteral("–"));
    }
    return text;
}

QString PredictionsTexts::comparison(const PredictionsState &state)
{
    if (!state.other) {
        return QString();
    }
    return state.comparison.run.isEmpty() ? tr("Epoch %1").arg(state.other->epoch) : tr("%1, epoch %2").arg(state.comparison.runName).arg(state.other->epoch);
}

QString PredictionsTexts::share(double value)
{
    return std::isnan(value) ? QStringLiteral("–") : percentText(value);
}

QString PredictionsTexts::classSentence(const QString &name, const ClassMetrics &metrics)
{
    const QString recall = metrics.pictures > 0
        ? tr("Of the %1 pictures of “%2” %3 were recognised (recall %4).")
              .arg(countText(metrics.pictures), name, countText(metrics.right), share(metrics.recall))
        : tr("There is no picture of “%1”, so it has no recall.").arg(name);
    const QString precision = metrics.called > 0
        ? tr("Of the %1 that it calls “%2”, %3 are some (precision).").arg(countText(metrics.called), name, share(metrics.precision))
        : tr("It never answers “%1”, so there is no precision.").arg(name);
    return recall + QLatin1Char(' ') + precision;
}

QString PredictionsTexts::picture(const PredictionsState &state, int index)
{
    const Answer &answer = state.answers[std::size_t(index)];
    const int label = state.data->test.labels[std::size_t(index)];
    const QString named = state.data->className(label);
    const QString confidence = percentText(double(answer.confidence));
    if (answer.predicted == label) {
        return tr("Test picture %1: %2, recognised with %3").arg(QString::number(index), named, confidence);
    }
    return tr("Test picture %1: %2, taken for %3 with %4").arg(QString::number(index), named, state.data->className(answer.predicted), confidence);
}

QString PredictionsTexts::story(const LearntEpochs &story, std::size_t epochs)
{
    if (epochs < 2) {
        return tr("How the answer moves shows after two epochs.");
    }
    QString text;
    if (story.firstRight == 0) {
        return tr("Never right so far.");
    }
    if (story.learnt > 0) {
        text = tr("Learnt: right since epoch %1.").arg(story.learnt);
    } else {
        text = tr("Right in epoch %1 for the first time, but not now.").arg(story.firstRight);
    }
    if (!story.forgotten.empty()) {
        QStringList epochsText;
        for (const int epoch : story.forgotten) {
            epochsText << QString::number(epoch);
        }
        if (epochsText.size() > 6) {
            epochsText = epochsText.mid(0, 6) << QStringLiteral("…");
        }
        text += QLatin1Char(' ') + tr("Forgotten in epoch %1.").arg(epochsText.join(QLatin1String(", ")));
    }
    return text;
}

QStringList PredictionsTexts::classNames(const Dataset &data)
{
    QStringList names;
    for (int label = 0; label < data.classes; ++label) {
        names << data.className(label);
    }
    return names;
}

LearntEpochs storyOf(const PredictionsState &state, int index)
{
    std::vector<int> epochs;
    std::vector<bool> isRight;
    for (const EpochAnswersPtr &epoch : state.epochs) {
        if (std::size_t(index) < epoch->predicted.size()) {
            epochs.push_back(epoch->epoch);
            isRight.push_back(epoch->predicted[std::size_t(index)] == state.data->test.labels[std::size_t(index)]);
        }
    }
    return learntEpochs(epochs, isRight);
}

} // namespace convscope
