// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picturejudge.h"

#include "ui/models/whendone.h"

#include <QtConcurrent>

#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

PictureJudge::PictureJudge(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the next stroke finds it warm
    m_rest.setSingleShot(true);
    m_rest.setInterval(120ms);
    connect(&m_rest, &QTimer::timeout, this, &PictureJudge::ask);
}

PictureJudge::~PictureJudge()
{
    m_pool.waitForDone();
}

void PictureJudge::setInspector(const Inspector *inspector)
{
    m_inspector = inspector;
    ask();
}

int PictureJudge::setPicture(const QImage &image, const PreparationSettings &settings, int side)
{
    m_question.image = image;
    m_question.settings = settings;
    m_question.side = side;
    ++m_question.number;
    ask();
    return m_question.number;
}

void PictureJudge::setWeights(const WeightsPtr &weights)
{
    if (weights != m_question.weights) {
        m_question.weights = weights;
        ask();
    }
}

void PictureJudge::setOtherWeights(const WeightsPtr &weights)
{
    if (weights != m_question.otherWeights) {
        m_question.otherWeights = weights;
        ask();
    }
}

void PictureJudge::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isStale) {
        ask();
    }
}

void PictureJudge::ask()
{
    m_isStale = m_question.number > 0; // before the first picture there is nothing to answer
    if (m_isBusy || !m_isActive || !m_isStale) {
        return;
    }
    m_isStale = false;
    m_isBusy = true;
    // Only the weights are new: the picture is prepared already.
    const bool isKnown = m_judgement.pictureNumber == m_question.number;
    whenDone(this, QtConcurrent::run(&m_pool,
                      [question = m_question, inspector = m_inspector, prepared = isKnown ? m_judgement.prepared : PreparedPicture(), isKnown] {
                          return answer(question, inspector, isKnown ? &prepared : nullptr);
                      }), [this](const Judgement &judgement) {
            m_isBusy = false;
            if (judgement.pictureNumber != m_judgement.pictureNumber && !judgement.probabilities.empty()) {
                m_rest.start();
            }
            m_judgement = judgement;
            Q_EMIT judged();
            if (m_isStale) {
                ask();
            }
        });
}

Judgement PictureJudge::answer(const Question &question, const Inspector *inspector, const PreparedPicture *known)
{
    Judgement judgement;
    judgement.prepared = known ? *known : preparePicture(question.image, question.settings, question.side);
    judgement.pictureNumber = question.number;
    const Picture &picture = judgement.prepared.picture;
    if (!inspector || judgement.prepared.isEmpty) {
        return judgement;
    }
    if (question.weights) {
        const std::vector<Picture> pictures = known ? std::vector<Picture>{picture, mirrored(picture)} : std::vector<Picture>{picture};
        const auto answers = inspector->probabilities(question.weights, pictures);
        if (answers) {
            const auto end = answers.value().begin() + qsizetype(answers.value().size() / pictures.size());
            judgement.weights = question.weights;
            judgement.probabilities.assign(answers.value().begin(), end);
            judgement.mirrored.assign(end, answers.value().end());
        }
        judgement.problem = answers.error();
    }
    if (question.otherWeights) {
        const auto other = inspector->probabilities(question.otherWeights, {picture});
        if (other) {
            judgement.otherWeights = question.otherWeights;
            judgement.otherProbabilities = other.value();
        }
        judgement.problem = judgement.problem.isEmpty() ? other.error() : judgement.problem;
    }
    return judgement;
}

} // namespace convscope
