// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/weightsloader.h"

#include "core/runs/initialweights.h"
#include "ui/models/whendone.h"
#include "ui/window/session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrent>

namespace convscope {

WeightsLoader::WeightsLoader(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    connect(&session, &Session::startProblemChanged, this, &WeightsLoader::loadWaiting);
}

void WeightsLoader::askForFile()
{
    const QString file = QFileDialog::getOpenFileName(m_window, tr("Load weights"), QString(), tr("Weights (*.safetensors)"));
    if (!file.isEmpty()) {
        load(file);
    }
}

bool WeightsLoader::mustWait() const
{
    return m_session.isLoadingData() || m_session.isLoadingEngine() || m_session.isListingRuns();
}

void WeightsLoader::loadWaiting()
{
    if (!m_waiting.isEmpty() && !mustWait()) {
        load(std::exchange(m_waiting, QString()));
    }
}

void WeightsLoader::load(const QString &file)
{
    if (mustWait()) {
        m_waiting = file;
        return;
    }
    if (const QString problem = m_session.startProblem(); !problem.isEmpty()) {
        Q_EMIT failed(problem);
        return;
    }
    const auto read = [file, form = m_experiment(), data = m_session.data()]() -> Result<Loaded> {
        const Result<Experiment> experiment = experimentOfWeights(file, form);
        if (!experiment) {
            return Result<Loaded>::failure(experiment.error());
        }
        const Result<CheckpointPtr> weights = initialWeights(file, experiment.value(), data->side, data->classes);
        return weights ? Result<Loaded>(Loaded{experiment.value(), weights.value()}) : Result<Loaded>::failure(weights.error());
    };
    whenDone(this, QtConcurrent::run(read), [this, file](const Result<Loaded> &loaded) { begin(file, loaded); });
}

void WeightsLoader::begin(const QString &file, const Result<Loaded> &loaded)
{
    if (!loaded) {
        Q_EMIT failed(loaded.error());
        return;
    }
    const auto &[experiment, weights] = loaded.value();
    if (const std::vector<Problem> problems = validate(experiment, m_session.limits()); !problems.empty()) {
        Q_EMIT failed(problems.front().message);
        return;
    }
    if (m_session.activeRun()) {
        Q_EMIT failed(tr("A run is training or paused. Stop it before other weights are loaded."));
        return;
    }
    const QString note = tr("Began with the weights in %1.").arg(QDir::toNativeSeparators(file));
    if (m_session.startRun(experiment, RunControl::Begin::Paused, {weights, note, {}})) {
        Q_EMIT this->loaded(experiment, tr("The weights in %1 are loaded as a run that waits before its first batch. Every page shows the network; Resume trains it on, Stop keeps it as it is.")
                                      .arg(QFileInfo(file).fileName()));
    }
}

} // namespace convscope
