// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/trainingrun.h"
#include "core/training/validator.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <vector>

namespace convscope {

/// What the window works on: the data set, the engine, and this session's runs. It knows no widget; the window connects it
/// with its pages. Data and engine are loaded in the background. Lives in the main thread.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// Loads a folder; a later call wins over one under way. Until it is loaded, and where it can't be, the set before stays.
    /// Runs keep the data they were started with.
    void loadData(const QString &folder);
    /// The folder of the last loadData() again.
    void reloadData();
    void loadEngine();

    bool isLoadingData() const { return m_loadingData; }
    bool isLoadingEngine() const { return m_loadingEngine; }
    DatasetPtr data() const { return m_data; }
    Engine *engine() const { return m_engine; }
    /// Why the last folder could not be loaded; empty while all is well.
    QString dataError() const { return m_dataError; }
    ExperimentLimits limits() const;
    /// Why no run can be started, whatever the experiment; empty when one can.
    QString startProblem() const;

    /// nullptr when nothing trains or is paused.
    TrainingRun *activeRun() const;
    /// Runs that have ended and have curves.
    int endedRunCount() const;
    /// nullptr when there is no such run.
    TrainingRun *run(int number) const;
    /// Numbers run from 1 to this one; some may have been removed.
    int lastNumber() const { return m_lastNumber; }
    /// Starts a run; needs data, engine, no active run and an experiment that passed validate(). runCreated() is emitted
    /// before the first report.
    TrainingRun *startRun(const Experiment &experiment, RunControl::Begin begin);
    /// Forgets a run that has ended.
    void removeRun(int number);
    /// Stops the active run, if there is one, and waits for it (one batch at most).
    void stopAndWait();

Q_SIGNALS:
    void dataLoading();
    void dataLoaded();
    void dataFailed(const QString &sentence);
    void engineLoaded();
    void engineFailed(const QString &sentence);
    void runCreated(convscope::TrainingRun *run);

private:
    void takeData();
    void takeEngine();

    DatasetPtr m_data;
    Engine *m_engine = nullptr;
    bool m_loadingData = false;
    bool m_loadingEngine = false;
    QString m_dataError;
    QString m_folder;
    QFutureWatcher<Result<DatasetPtr>> m_dataWatcher;
    QFutureWatcher<Result<Engine *>> m_engineWatcher;
    std::vector<std::unique_ptr<TrainingRun>> m_runs;
    int m_lastNumber = 0;
};

} // namespace convscope
