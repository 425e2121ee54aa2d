// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include "core/data/datafolder.h"
#include "core/training/engineloader.h"

#include <QtConcurrent>

#include <algorithm>

namespace convscope {

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_dataWatcher, &QFutureWatcherBase::finished, this, &Session::takeData);
    connect(&m_engineWatcher, &QFutureWatcherBase::finished, this, &Session::takeEngine);
}

Session::~Session() = default;

void Session::loadData(const QString &folder)
{
    m_folder = folder;
    m_loadingData = true;
    m_dataWatcher.setFuture(QtConcurrent::run([folder] { return loadDataset(folder); }));
    Q_EMIT dataLoading();
}

void Session::reloadData()
{
    loadData(m_folder);
}

void Session::loadEngine()
{
    m_loadingEngine = true;
    m_engineWatcher.setFuture(QtConcurrent::run([] { return convscope::loadEngine(); }));
}

void Session::takeData()
{
    m_loadingData = false;
    const Result<DatasetPtr> loaded = m_dataWatcher.result();
    if (loaded) {
        m_data = loaded.value();
        m_dataError.clear();
        rememberDataFolder(m_folder);
        Q_EMIT dataLoaded();
    } else {
        m_dataError = loaded.error();
        Q_EMIT dataFailed(m_dataError);
    }
}

void Session::takeEngine()
{
    m_loadingEngine = false;
    const Result<Engine *> loaded = m_engineWatcher.result();
    if (loaded) {
        m_engine = loaded.value();
        Q_EMIT engineLoaded();
    } else {
        Q_EMIT engineFailed(loaded.error());
    }
}

ExperimentLimits Session::limits() const
{
    ExperimentLimits limits;
    if (m_data) {
        limits.side = m_data->side;
        limits.classes = m_data->classes;
        limits.trainImages = m_data->train.count;
    }
    limits.memory = availableMemory();
    return limits;
}

QString Session::startProblem() const
{
    if (!m_data) {
        return m_loadingData ? tr("Reading the pictures…")
                             : tr("There are no pictures to train on: choose a data folder.");
    }
    if (m_loadingEngine) {
        return tr("Loading the training engine…");
    }
    return m_engine ? QString() : tr("The training engine is not available.");
}

TrainingRun *Session::activeRun() const
{
    for (const auto &run : m_runs) {
        if (isActive(run->state())) {
            return run.get();
        }
    }
    return nullptr;
}

int Session::endedRunCount() const
{
    return int(std::count_if(m_runs.begin(), m_runs.end(), [](const auto &run) {
        return isFinal(run->state()) && run->history()->batchCount() > 0;
    }));
}

TrainingRun *Session::run(int number) const
{
    for (const auto &run : m_runs) {
        if (run->number() == number) {
            return run.get();
        }
    }
    return nullptr;
}

TrainingRun *Session::startRun(const Experiment &experiment, RunControl::Begin begin)
{
    if (!m_data || !m_engine || activeRun()) {
        return nullptr;
    }
    m_runs.push_back(std::make_unique<TrainingRun>(++m_lastNumber, experiment, m_data, m_engine));
    TrainingRun *run = m_runs.back().get();
    Q_EMIT runCreated(run);
    run->start(begin);
    return run;
}

void Session::removeRun(int number)
{
    std::erase_if(m_runs, [number](const auto &run) { return run->number() == number && isFinal(run->state()); });
}

void Session::stopAndWait()
{
    if (TrainingRun *run = activeRun()) {
        run->stop();
        run->wait();
    }
}

} // namespace convscope
